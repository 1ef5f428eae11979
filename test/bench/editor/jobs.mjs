// Runs inside the extension host: one job a window, named by `params.json` beside the bundle. Findings are printed as
// `[bench] {json}`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

import { now, stats, timed } from '../measure.mjs';

const OURS = 'casebook.cloud-casebook';
const EMPTY = 'bench.empty';
const JOBS = { activation, latency, own, pages, browse, folder, team };

/** VS Code calls this; the window ends when it settles. */
export async function run() {
  const { job, ...params } = JSON.parse(readFileSync(join(__dirname, 'params.json'), 'utf8'));
  await JOBS[job](params);
}

function tell(finding) {
  console.log(`[bench] ${JSON.stringify(finding)}`);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What stays, in MB, when the engine gives back all that it can: also code that ran once, which it would compile again. */
function heap() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  for (let i = 0; i < 3; i++) collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1048576;
}

/** Both extensions activated in the given order after the window has come to rest; then first uses and the heap. */
async function activation({ order, idleMs, file, weigh }) {
  // What is collected before would have to be compiled again, by the editor, too: a window tells times or memory.
  const memory = () => (weigh ? heap() : 0);
  await pause(idleMs);
  const found = {};
  for (const id of order.map((name) => ({ ours: OURS, empty: EMPTY })[name])) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} is ${extension ? 'active already' : 'not installed'}`);
    const before = memory();
    const time = await timed(() => extension.activate());
    await pause(200);
    found[id === OURS ? 'ours' : 'empty'] = { time, heap: memory() - before };
    await pause(300);
  }
  const before = memory();
  const api = vscode.extensions.getExtension(OURS).exports;
  const other = await vscode.workspace.openTextDocument(vscode.Uri.file(file.floor));
  vscode.languages.registerHoverProvider({ language: 'plaintext' }, { provideHover: () => new vscode.Hover('word') });
  vscode.languages.registerCompletionItemProvider(
    { language: 'plaintext' },
    { provideCompletionItems: () => [new vscode.CompletionItem('word')] },
  );
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file.path));
  await pause(1000);
  const uses = {
    'hover of a constant provider, the first in the window': () => hoverAt(other.uri, file.token),
    hover: () => hoverAt(document.uri, file.token),
    'completion of a constant provider, the first in the window': () => completeAt(other.uri, file.complete),
    completion: () => completeAt(document.uri, file.complete),
    search: () => api.search('redis 缓存'),
    'search in pinyin': () => api.search('dianshang'),
    'cases like this': () => api.casesLike(['rds-mysql', 'oss', 'redis']),
  };
  found.first = {};
  for (const [name, use] of Object.entries(uses)) found.first[name] = await timed(use);
  await vscode.commands.executeCommand('casebook.openCase', 'inet-1.26');
  await vscode.commands.executeCommand('casebook.openMap');
  await vscode.commands.executeCommand('casebook.openOverview');
  await pause(1500);
  found.loaded = memory() - before + found.ours.heap;
  tell(found);
}

/** Loaded for this job only: half of the extension would weigh on the others. */
async function own(params) {
  const { ownTimes } = require(join(__dirname, 'ownTimes.cjs'));
  await ownTimes(params, tell);
}

const hoverAt = (uri, { line, column }) =>
  vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(line, column));
const completeAt = (uri, { line, column }) =>
  vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, new vscode.Position(line, column));

/**
 * The same questions about a file of ours and about a copy in plain text, where a constant provider gives our own first
 * answer again. Each side has one hover provider that speaks and one that is silent.
 */
async function latency({ files, rounds }) {
  await vscode.extensions.getExtension(OURS).activate();
  const answers = new Map();
  const constant = (kind) => (document) => answers.get(`${kind} ${document.uri.fsPath}`);
  vscode.languages.registerHoverProvider({ language: 'yaml' }, { provideHover: () => undefined });
  vscode.languages.registerHoverProvider({ language: 'plaintext' }, { provideHover: constant('hover') });
  vscode.languages.registerCompletionItemProvider(
    { language: 'plaintext' },
    { provideCompletionItems: constant('completion'), resolveCompletionItem: (item) => item },
    '@',
  );
  for (const file of files) {
    const ours = await vscode.workspace.openTextDocument(vscode.Uri.file(file.path));
    const floor = await vscode.workspace.openTextDocument(vscode.Uri.file(file.floor));
    answers.set(`hover ${floor.uri.fsPath}`, hoverAgain(await hoverAt(ours.uri, file.token), file));
    answers.set(`completion ${floor.uri.fsPath}`, listAgain(await completeAt(ours.uri, file.complete), file));
    const times = await asked({ ours, floor }, file, rounds[file.size] ?? rounds.other);
    tell({ kind: file.kind, size: file.size, lines: ours.lineCount, times });
    for (const document of [ours, floor]) await revert(document);
  }
}

async function asked(documents, file, rounds) {
  const samples = {};
  const note = (name, side, time, round) => {
    if (round < 0) return;
    samples[name] ??= { ours: [], floor: [] };
    samples[name][side].push(time);
  };
  for (let round = -3; round < rounds; round++) {
    const sides = round % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours'];
    for (const [op, ask, place] of [
      ['hover', hoverAt, file.token],
      ['completion', completeAt, file.complete],
    ]) {
      for (const side of sides) {
        const { uri } = documents[side];
        note('edit', side, await timed(() => typeLetter(uri, file.edit)), round);
        note(`edit, then ${op}`, side, await timed(() => ask(uri, place)), round);
      }
      for (const side of [...sides, ...sides.toReversed()]) {
        note(`warm ${op}`, side, await timed(() => ask(documents[side].uri, place)), round);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, { ours, floor }]) => [name, { ours: stats(ours), floor: stats(floor) }]),
  );
}

async function typeLetter(uri, { line, column }) {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(line, column), 'x');
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

function hoverAgain(hovers, file) {
  const [first] = hovers;
  if (!first) throw new Error(`no hover in ${file.path}`);
  const contents = first.contents.map((part) => {
    const markdown = new vscode.MarkdownString(part.value);
    markdown.isTrusted = { enabledCommands: ['casebook.openCase'] };
    return markdown;
  });
  return new vscode.Hover(contents, first.range);
}

function listAgain({ items }, file) {
  if (items.length === 0) throw new Error(`no completion in ${file.path}`);
  const copies = items.map((item) => {
    const copy = new vscode.CompletionItem(item.label, item.kind);
    const { detail, filterText, sortText, insertText, range } = item;
    return Object.assign(copy, { detail, filterText, sortText, insertText, range });
  });
  return new vscode.CompletionList(copies, true);
}

async function revert(document) {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/**
 * Opens cases one after the other, and after each a page that holds one word: when each was asked for, on the clock that the
 * page tells its first paint by.
 */
async function pages({ ids, pauseMs }) {
  await vscode.extensions.getExtension(OURS).activate();
  for (const id of ids) {
    for (const [shown, show] of [
      [id, () => vscode.commands.executeCommand('casebook.openCase', id)],
      [`floor/${id}`, () => openWord(`floor/${id}`)],
    ]) {
      tell({ id: shown, asked: performance.timeOrigin + now() });
      await show();
      await pause(pauseMs);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await pause(300);
    }
  }
}

/** Goes from case to case in one panel; then from word to word in another. */
async function browse({ ids, pauseMs }) {
  await vscode.extensions.getExtension(OURS).activate();
  await vscode.commands.executeCommand('casebook.openCase', ids[0]);
  await pause(pauseMs);
  for (const id of ids.slice(1)) {
    tell({ id, asked: performance.timeOrigin + now() });
    await vscode.commands.executeCommand('casebook.openCase', id);
    await pause(pauseMs);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const panel = openWord('floor/first');
  await pause(pauseMs);
  for (const id of ids.slice(1)) {
    tell({ id: `floor/${id}`, asked: performance.timeOrigin + now() });
    panel.webview.html = word(`floor/${id}`);
    await pause(pauseMs);
  }
}

/**
 * Cases like a folder, again and again, after the window has come to rest; when each was asked for and when it was over, on
 * the clock of the window.
 */
async function folder({ path, rounds, list, idleMs }) {
  await pause(idleMs);
  await vscode.extensions.getExtension(OURS).activate();
  const clock = () => performance.timeOrigin + now();
  for (let round = 0; round <= rounds; round++) {
    const started = clock();
    const done = vscode.commands.executeCommand('casebook.casesLikeThis', vscode.Uri.file(path)).then(clock);
    // A window that is driven by a test shows no toasts; the list of notifications has their buttons.
    if (list) await vscode.commands.executeCommand('notifications.showList');
    const ended = await done;
    await pause(500);
    tell({ started, ended });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await pause(500);
  }
}

/** A workspace with many cases of its own: until all are read, and from a saved change to the library that has it. */
async function team({ count, path, rounds }) {
  const extension = vscode.extensions.getExtension(OURS);
  const activate = await timed(() => extension.activate());
  const api = extension.exports;
  const started = now();
  await vscode.commands.executeCommand('casebook.cases.focus');
  while (api.cases().filter(({ volume }) => volume === 'team').length < count) await pause(250);
  tell({ activate, allRead: now() - started });
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  const title = () => api.cases().find(({ id }) => id === 'team-0')?.title.en;
  for (let round = 0; round < rounds; round++) {
    const { index, 0: line } = /^title: .*$/m.exec(document.getText());
    const range = new vscode.Range(document.positionAt(index), document.positionAt(index + line.length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, `title: {zh: 第${round}次, en: Round ${round}}`);
    await vscode.workspace.applyEdit(edit);
    const saved = now();
    await document.save();
    while (title() !== `Round ${round}`) await pause(4);
    tell({ change: now() - saved });
    await pause(1000);
  }
}

function openWord(id) {
  const panel = vscode.window.createWebviewPanel('bench.word', id, vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = word(id);
  return panel;
}

const word = (id) => `<!DOCTYPE html><html><body data-state='${JSON.stringify({ page: { id } })}'>word</body></html>`;
