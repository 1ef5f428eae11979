// The long faults in a real VS Code: a thousand pages, edits at once, and an extension host that is killed in the middle of
// imports. Each kill is followed by a new window of the same user, which must find all of the volume or nothing of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

import { productionBuild } from '../bench/production.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { root } from '../host/cache.mjs';
import { temporaryFolder, within } from '../host/lifetime.mjs';
import { createServer, developmentPayload } from '../host/server.mjs';
import { copyWorkspace, SETTINGS } from '../host/workspace.mjs';

const KILLS = [0, 10, 30, 60, 100, 180, 400, 5000, 30, 100];
const SECTIONS = 3000;

/** True when nothing failed. */
export async function longEditorFaults() {
  const { folder } = productionBuild();
  const server = await (await createServer({ settings: SETTINGS })).start();
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const again = await suite(context, server, folder);
    const killed = await kills(context, server, folder);
    return again && killed;
  } finally {
    await browser.close();
    server.stop();
  }
}

function bundled(entry, outfile) {
  const format = { bundle: true, platform: 'node', format: 'cjs', target: 'es2022', external: ['vscode', 'mocha'] };
  buildSync({ entryPoints: [join(root, 'test/faults', entry)], outfile, ...format, logLevel: 'error' });
  return outfile;
}

/** Opens a window that runs `tests`; `{ lines, ended, close }`. */
async function open(context, server, folder, tests, onLine) {
  const page = await context.newPage();
  await page.exposeFunction('codeAutomationLog', (_type, args) => args.join(' ').split('\n').forEach(onLine));
  const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.goto(server.url(copyWorkspace(), developmentPayload(server, folder, tests)));
  return { ended, close: () => page.close() };
}

async function suite(context, server, folder) {
  const tests = bundled('editorSuite.ts', join(root, 'dist/test/faults.js')); // beside node_modules, which has mocha
  const say = (line) => /^\[test\] /.test(line) && console.log(line.slice(7));
  const window = await open(context, server, folder, tests, say);
  const code = await within(2400, 'The end of the tests', window.ended).finally(window.close);
  return code === 0;
}

/** A volume large enough that keeping it takes a while. */
function volume() {
  const section = (i) =>
    `1.${i}. 客户${i}上云案例\n\n公司介绍\n\n客户${i}成立于1999年。\n\n业务痛点\n\n- 扩容慢。\n\n解决方案\n\n${'用云服务器ECS与对象存储OSS。'.repeat(40)}\n\n所使用产品\n\n- 云服务器ECS\n- 对象存储OSS\n`;
  const all = Array.from({ length: SECTIONS }, (_, i) => i + 1);
  const contents = all.map((i) => `1.${i}. 客户${i}上云案例\t${i}`);
  return [
    'ACME CLOUD',
    '',
    '云厂',
    '',
    '云厂案例库',
    '金融',
    '',
    '文档版本：20230101',
    '',
    '目录',
    '',
    '1.银行\t1',
    ...contents,
    '',
    '1.银行',
    '',
    ...all.map(section),
  ].join('\n');
}

async function kills(context, server, folder) {
  const bundle = temporaryFolder('casebook-killed-');
  const tests = bundled('killed.ts', join(bundle, 'killed.cjs'));
  const document = join(bundle, 'volume.txt');
  mkdirSync(bundle, { recursive: true });
  writeFileSync(document, volume());
  const run = async (phase, killAfterMs) => {
    writeFileSync(join(bundle, 'params.json'), JSON.stringify({ phase, document, killAfterMs }));
    let tell;
    const told = new Promise((resolve) => {
      tell = resolve;
    });
    const window = await open(context, server, folder, tests, (line) => {
      const found = /^\[fault\] (.*)$/.exec(line)?.[1];
      if (found) tell(JSON.parse(found));
    });
    try {
      const found = await within(90, `The window that is to ${phase}`, told);
      if (phase === 'import') await new Promise((resolve) => setTimeout(resolve, killAfterMs + 2500));
      return found;
    } finally {
      await window.close();
    }
  };
  const faults = [];
  const seen = new Set();
  for (const killAfterMs of KILLS) {
    await run('import', killAfterMs);
    const { cases, imported, found } = await run('look', 0);
    seen.add(imported);
    console.log(`killed after ${killAfterMs} ms: ${imported} of ${SECTIONS} imported, ${cases} cases`);
    if (imported !== 0 && imported !== SECTIONS) faults.push(`half an import: ${imported} of ${SECTIONS}`);
    if (cases - imported !== 85 || found === 0) faults.push(`the library has ${cases - imported} cases of 85`);
  }
  for (const fault of faults) console.error(fault);
  if (!seen.has(SECTIONS)) faults.push('no import came to its end, so that nothing is proved');
  return faults.length === 0;
}
