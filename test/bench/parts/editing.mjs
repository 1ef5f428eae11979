// An edit, then a hover or a completion: our own code beside the language servers on the same files, in turns.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { temporaryFolder } from '../../host/lifetime.mjs';
import { startServer } from '../languageServer.mjs';
import { ratio, shown, stats, timed } from '../measure.mjs';
import { loadEditing, openDocument } from '../ourEditor.mjs';
import { peerFolder } from '../peers.mjs';
import { KINDS, sceneOf } from '../scenes.mjs';
import { architectureSchema, kubernetesSchema, rosSchema } from '../texts.mjs';

const YAML_SERVER = { name: 'yaml-language-server', script: 'bin/yaml-language-server', language: 'yaml' };
const PEERS = {
  ros: { ...YAML_SERVER, schema: rosSchema },
  kubernetes: { ...YAML_SERVER, schema: kubernetesSchema },
  architecture: { ...YAML_SERVER, schema: architectureSchema },
  compose: {
    name: '@microsoft/compose-language-service',
    script: 'bin/docker-compose-langserver',
    language: 'dockercompose',
  },
};
/** The server validates after each edit and is not asked again before; without diagnostics to wait for, this long. */
const SETTLE_MS = { ros: 60_000, kubernetes: 60_000, architecture: 60_000, compose: 500 };
const OURS_A_ROUND = 20;
const WARM_UP = 100;

export async function editing({ sizes, quick }) {
  const tools = loadEditing();
  const [beside, own, values] = [[], [], {}];
  for (const kind of KINDS) {
    for (const size of sizes) {
      const rounds = quick ? 3 : size >= 100_000 ? 7 : 15;
      const measured = await besidePeer(tools, kind, size, rounds);
      for (const op of ['hover', 'completion']) {
        const [ours, theirs] = [measured.ours[op], measured.theirs?.[op]];
        const part = theirs && ours.median / theirs.median;
        Object.assign(values, { [`${kind}.${op}.${size}.ours`]: ours.median, [`${kind}.${op}.${size}.part`]: part });
        values[`${kind}.${op}.${size}.p95`] = ours.p95;
        beside.push({
          file: kind,
          lines: measured.lineCount,
          'edit, then': op,
          'ours ms': shown(ours),
          peer: measured.peer ?? 'not there',
          'peer ms': shown(theirs),
          'ours / peer': ratio(part),
        });
      }
      own.push({ file: kind, lines: measured.lineCount, ...measured.own });
      Object.assign(values, Object.fromEntries(measured.ownValues.map(([key, v]) => [`${kind}.${key}.${size}`, v])));
    }
  }
  return {
    title: 'An edit, then a hover or a completion',
    tables: [
      {
        title: 'Beside the language servers: median (p95) ms',
        rows: beside,
        note: 'One letter is typed into a comment in the middle of the file, then the question is asked at once. The servers are asked over stdio, as an editor does (about 0.3 ms of it), the schema covers the file; ours is the whole answer as the extension makes it: incremental reading, evidence, text.',
      },
      {
        title: 'Our own time, median (p95) ms',
        rows: own,
        note: '“other products”: the edit turns a resource into one of another product, so the cases are ranked anew.',
      },
    ],
    values,
  };
}

async function besidePeer(tools, kind, size, rounds) {
  const scene = sceneOf(kind, size);
  const server = await peerFor(kind, scene);
  const document = openDocument(tools, scene.fileName, scene.lines);
  const type = (text) => {
    scene.lines[scene.edit.line] += text;
    document.edit(scene.edit.line);
  };
  const ask = { hover: () => document.hover(scene.token), completion: () => document.complete(scene.complete) };
  const samples = { ours: { hover: [], completion: [] }, theirs: { hover: [], completion: [] } };
  for (const [op, run] of Object.entries(ask)) {
    if (!run()?.length) throw new Error(`ours: no ${op} in ${kind} at ${size} lines`);
    for (let k = 0; k < WARM_UP; k++) {
      type('');
      run();
    }
  }
  for (let round = -1; round < rounds; round++) {
    for (const [op, run] of Object.entries(ask)) {
      const theirs = await server?.ask(op);
      if (round >= 0 && server) samples.theirs[op].push(theirs);
      for (let k = 0; k < OURS_A_ROUND; k++) {
        type('x');
        const time = await timed(run);
        if (round >= 0) samples.ours[op].push(time);
      }
      scene.lines[scene.edit.line] = scene.lines[scene.edit.line].slice(0, 200);
    }
  }
  server?.stop();
  const of = (all) => ({ hover: stats(all.hover), completion: stats(all.completion) });
  const own = await ownTimes(document, scene, kind, rounds);
  return {
    lineCount: scene.lines.length,
    peer: server?.name,
    ours: of(samples.ours),
    theirs: server && of(samples.theirs),
    own: Object.fromEntries(Object.entries(own).map(([name, one]) => [name, shown(one)])),
    ownValues: Object.entries(own).map(([name, one]) => [name, one.p95]),
  };
}

/** Warm answers, the note of an entry, and an edit that changes which products the file has. */
async function ownTimes(document, scene, kind, rounds) {
  const count = rounds * OURS_A_ROUND;
  const [first] = document.complete(scene.complete);
  const { line } = scene.token;
  const kept = scene.lines[line];
  const other = {
    ros: 'ALIYUN::KAFKA::Instance',
    kubernetes: 'mongo.mongodb.rds.aliyuncs.com',
    compose: 'kafka:3',
    architecture: 'kafka',
  };
  const changed = kept.replace(/(: ).*/, `$1${other[kind]}`);
  const many = async (run, times = count) => {
    const samples = [];
    for (let i = 0; i < times; i++) samples.push(await timed(() => run(i)));
    return stats(samples);
  };
  for (let i = 0; i < WARM_UP; i++) document.note(first);
  return {
    'warm hover': await many(() => document.hover(scene.token)),
    'warm completion': await many(() => document.complete(scene.complete)),
    ...(scene.inList && { 'completion in a list': await many(() => document.complete(scene.inList)) }),
    note: await many(() => document.note(first)),
    'other products, then hover': await many((i) => {
      scene.lines[line] = i % 2 === 0 ? changed : kept;
      document.edit(line);
      document.hover(scene.token);
    }, rounds * 2),
  };
}

/** The peer with the scene open and validated; `ask(op)` types a letter, asks, and gives the time until the answer. */
async function peerFor(kind, scene) {
  const { name, script, schema, language } = PEERS[kind];
  const folder = await peerFolder(name);
  if (!folder) return undefined;
  const uri = `file:///bench/${scene.fileName}`;
  const server = await startServer(join(folder, script), schema ? yamlSettings(schema(), kind) : {});
  const settled = () => server.next('textDocument/publishDiagnostics', SETTLE_MS[kind]);
  let version = 1;
  let waiting = settled();
  const text = scene.lines.join('\n');
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version, text } });
  await waiting;
  const at = ({ line, column }) => ({ textDocument: { uri }, position: { line, character: column } });
  const questions = {
    hover: () => server.request('textDocument/hover', at(scene.theirKey)),
    completion: () => server.request('textDocument/completion', at(scene.theirComplete)),
  };
  const place = { line: scene.edit.line, character: scene.edit.column };
  const ask = async (op) => {
    waiting = settled();
    let answer;
    const time = await timed(async () => {
      const contentChanges = [{ range: { start: place, end: place }, text: 'x' }];
      server.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges });
      answer = await questions[op]();
    });
    const isEmpty = op === 'hover' ? !answer : (answer?.items ?? answer ?? []).length === 0;
    if (isEmpty) throw new Error(`${name}: no ${op} in ${kind} at ${scene.lines.length} lines`);
    await waiting;
    return time;
  };
  return { name: `${name} ${versionOf(folder)}`, ask, stop: server.stop };
}

function versionOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** Settings that give the YAML server one schema and keep it off the network. */
function yamlSettings(schema, kind) {
  const file = join(temporaryFolder('casebook-bench-'), 'schema.json');
  writeFileSync(file, JSON.stringify(schema));
  const pattern = { ros: '*.ros.yaml', kubernetes: '*.k8s.yaml', architecture: 'architecture.yaml' }[kind];
  const yaml = {
    schemas: { [pathToFileURL(file).href]: [pattern] },
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
  };
  return { yaml, http: {}, editor: {} };
}
