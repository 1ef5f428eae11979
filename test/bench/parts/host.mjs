// In a real VS Code with the packed extension: hover and completion beside a constant provider, activation beside an empty
// extension, heap, first uses, the first tree and the first paint of a page.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { temporaryFolder } from '../../host/lifetime.mjs';
import { openServer } from '../editor/window.mjs';
import { folderTable } from '../folder.mjs';
import { ratio, short, shown, stats } from '../measure.mjs';
import { productionBuild } from '../production.mjs';
import { KINDS, writeScene } from '../scenes.mjs';

export async function host({ sizes, quick }) {
  const { vsix } = productionBuild();
  const host = await openServer(vsix);
  const values = {};
  try {
    const workspace = join(temporaryFolder('casebook-bench-'), 'files');
    mkdirSync(workspace);
    const files = KINDS.flatMap((kind) => sizes.map((size) => written(workspace, kind, size)));
    const tables = [
      ...(await latency(host, workspace, files, quick, values)),
      ...(await activation(host, workspace, files[0], quick, values)),
      await seen(host, workspace, quick, values),
      ...[await folderTable(host, quick, values)].filter(Boolean),
      await ownCases(host, quick, values),
    ];
    return { title: 'In VS Code', tables, values };
  } finally {
    await host.close();
  }
}

/** The file and its copy in plain text, on disk, with the places of the scene. */
function written(workspace, kind, size) {
  const scene = writeScene(workspace, kind, size);
  const floor = join(workspace, `${kind}-${size}.txt`);
  copyFileSync(scene.path, floor);
  return { ...scene, floor };
}

async function latency({ run }, workspace, files, quick, values) {
  const rounds = quick ? { other: 6 } : { 100000: 20, other: 40 };
  const found = await run('latency', { files, rounds }, { workspace, seconds: 1500 });
  const rows = found.flatMap(({ kind, size, lines, times }) =>
    Object.entries(times).map(([op, { ours, floor }]) => {
      const part = ours.median / floor.median;
      if (op !== 'edit')
        noteWorst(values, `${op.endsWith('hover') ? 'hover' : 'completion'}.${kind}.${size}.part`, part);
      const over = ours.median - floor.median;
      return {
        file: kind,
        lines,
        op,
        'ours ms': shown(ours),
        'constant ms': shown(floor),
        'ours / constant': ratio(part),
        'over it ms': over,
      };
    }),
  );
  return [
    {
      title: 'Beside a constant provider: median (p95)',
      rows,
      note: 'Through `vscode.executeHoverProvider` and `executeCompletionItemProvider`, in turns in one window; the constant provider gives our own answer again, with as many items. The first column is the editing of the document itself.',
    },
  ];
}

function noteWorst(values, name, value) {
  values[name] = Math.max(values[name] ?? 0, value);
}

async function activation({ run }, workspace, file, quick, values) {
  const windows = async (count, weigh) => {
    const found = [];
    for (let i = 0; i < count; i++) {
      const order = i % 2 === 0 ? ['ours', 'empty'] : ['empty', 'ours'];
      const params = { order, idleMs: quick ? 2500 : 4000, file, weigh };
      const [one] = await run('activation', params, { workspace });
      found.push(one);
    }
    return found;
  };
  const found = await windows(quick ? 3 : 16, false);
  const weighed = await windows(quick ? 1 : 6, true);
  const of = (pick, from = found) => stats(from.map(pick));
  const [ours, empty] = [of((one) => one.ours.time), of((one) => one.empty.time)];
  const over = of((one) => one.ours.time - one.empty.time);
  const [heap, emptyHeap] = [of((one) => one.ours.heap, weighed), of((one) => one.empty.heap, weighed)];
  const loaded = of((one) => one.loaded, weighed);
  Object.assign(values, {
    'activation.over': over.median,
    'heap.activation': heap.median - emptyHeap.median,
    'heap.loaded': loaded.median,
  });
  const first = Object.keys(found[0].first).map((name) => ({
    'first use': name,
    ms: shown(of((one) => one.first[name])),
  }));
  return [
    {
      title: 'Activation and heap, median (p95); each window once',
      rows: [
        {
          extension: 'Cloud Casebook',
          'activate() ms': shown(ours),
          'heap MB': shown(heap),
          'everything loaded MB': shown(loaded),
        },
        { extension: 'empty', 'activate() ms': shown(empty), 'heap MB': shown(emptyHeap) },
        { extension: 'difference', 'activate() ms': shown(over), 'heap MB': short(heap.median - emptyHeap.median) },
      ],
      note: '“Everything loaded”: after a hover, a completion, two searches, a match and three pages; what the engine can give back is given back. Times and memory are of different windows.',
    },
    { title: 'First uses in a window: what is loaded on first need', rows: first },
  ];
}

/**
 * Runs in every frame: the one that holds a page tells when its page was painted first. A page that was put into the
 * document of another has been painted when the turn after the frame begins that holds it.
 */
function watchPaint() {
  let told;
  let shown;
  const look = () => {
    const page = document.getElementById('active-frame')?.contentWindow;
    const state = page?.document.body?.dataset.state;
    const isExchanged = page?.document === shown;
    const paint = state && page.performance.getEntriesByName('first-contentful-paint')[0];
    if (paint && state !== told) {
      told = state;
      shown = page.document;
      if (isExchanged) afterPaint(() => window.benchPainted({ state, at: performance.timeOrigin + performance.now() }));
      else window.benchPainted({ state, at: page.performance.timeOrigin + paint.startTime });
    }
    requestAnimationFrame(look);
  };
  const afterPaint = (tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = tell;
    port2.postMessage(0);
  };
  if (window !== window.top) requestAnimationFrame(look);
}

/** Opens pages by a job of the window; for each, in order, the milliseconds from the command to its paint. */
async function paintsOf({ run }, workspace, job, params) {
  const paints = [];
  const bindings = { benchPainted: (_source, paint) => paints.push(paint) };
  const asked = await run(job, params, { workspace, scripts: [watchPaint], bindings });
  const timesOf = (isFloor) =>
    asked.flatMap(({ id, asked: from }) => {
      const paint = paints.find(({ state, at }) => JSON.parse(state).page.id === id && at > from);
      return paint && id.startsWith('floor/') === isFloor ? [paint.at - from] : [];
    });
  const found = { ours: timesOf(false), word: timesOf(true) };
  if (found.ours.length < params.ids.length / 2) {
    throw new Error(`${found.ours.length} of ${params.ids.length} pages were seen painting`);
  }
  return found;
}

async function seen(host, workspace, quick, values) {
  const { newPage, server } = host;
  const ids = Array.from({ length: quick ? 5 : 20 }, (_, i) => `inet-${i + 2}`);
  const params = { ids, pauseMs: quick ? 1500 : 2000 };
  const tabs = await paintsOf(host, workspace, 'pages', params);
  const browsed = await paintsOf(host, workspace, 'browse', params);
  const tree = [];
  for (let i = 0; i < (quick ? 2 : 7); i++) tree.push(await firstTree(newPage, server, workspace));
  const [first, later, word] = [tabs.ours.slice(0, 1), tabs.ours.slice(1), tabs.word.slice(1)].map(stats);
  const [next, nextWord, trees] = [browsed.ours, browsed.word, tree].map(stats);
  Object.assign(values, {
    'page.paint': next.median,
    'page.new': later.median,
    'page.first': first.median,
    tree: trees.median,
  });
  return {
    title: 'On the screen, median (p95) ms',
    rows: [
      { what: 'a case where another one was open: from the command to its paint', ms: shown(next) },
      { what: 'a page that holds one word where another one was open', ms: shown(nextWord) },
      { what: 'a case in a tab of its own: from the command to its first paint', ms: shown(later) },
      { what: 'a page that holds one word in a tab of its own, in turns with them', ms: shown(word) },
      { what: 'the very first page of a window', ms: shown(first) },
      { what: 'the first tree: from the click on the icon to its rows, activation included', ms: shown(trees) },
    ],
  };
}

const OWN_CASES = 10_000;

/** A workspace with many cases of a team's own. */
async function ownCases({ run, newPage, server }, quick, values) {
  const count = quick ? OWN_CASES / 10 : OWN_CASES;
  const workspace = join(temporaryFolder('casebook-bench-'), 'team');
  const first = writeOwnCases(workspace, count);
  const trees = [];
  for (let i = 0; i < (quick ? 2 : 5); i++) trees.push(await firstTree(newPage, server, workspace));
  const params = { count, path: first, rounds: quick ? 3 : 10 };
  const [read, ...changes] = await run('team', params, { workspace, seconds: 400 });
  const [tree, change] = [stats(trees), stats(changes.map((one) => one.change))];
  if (!quick) Object.assign(values, { 'team.tree': tree.median, 'team.change': change.median });
  return {
    title: `A workspace with ${count} cases of its own, median (p95) ms`,
    rows: [
      { what: 'the first tree: from the click on the icon to its rows, activation included', ms: shown(tree) },
      { what: 'a change, from saving it to the library that has it', ms: shown(change) },
      { what: 'all files read, in slices in the background', ms: short(read.allRead) },
    ],
  };
}

/** The cases of the library under other ids, a hundred a folder; gives the path of the first. */
function writeOwnCases(workspace, count) {
  const texts = readdirSync('data/cases').map((name) => readFileSync(join('data/cases', name), 'utf8'));
  const fileOf = (i) => join(workspace, '.casebook/cases', `d${Math.floor(i / 100)}`, `c${i}.yaml`);
  for (let i = 0; i < count; i++) {
    if (i % 100 === 0) mkdirSync(dirname(fileOf(i)), { recursive: true });
    const text = texts[i % texts.length]
      .replace(/^id: .*/m, `id: team-${i}`)
      .replace(/^volume: .*/m, 'volume: team')
      .replace(/^section: .*/m, `section: "c${i}"`);
    writeFileSync(fileOf(i), text);
  }
  return fileOf(0);
}

async function firstTree(newPage, server, workspace) {
  const page = await newPage();
  try {
    await page.goto(server.url(workspace), { timeout: 60_000 });
    const icon = page.locator('.activitybar .action-item a[aria-label*="Casebook"]').first();
    await icon.waitFor({ timeout: 60_000 });
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      const rows = () =>
        document.querySelectorAll(
          '.sidebar .pane-body [role=treeitem] .codicon-organization, .sidebar .pane-body [role=treeitem][aria-level="1"]',
        );
      window.addEventListener('mousedown', () => (window.benchClicked = performance.now()), {
        once: true,
        capture: true,
      });
      const look = () => {
        const isOurs = [...rows()].some((row) =>
          row.closest('.pane')?.querySelector('.pane-header')?.getAttribute('aria-label')?.includes('Cases'),
        );
        if (isOurs) window.benchTree = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await icon.click();
    await page.waitForFunction(() => window.benchTree !== undefined && window.benchClicked !== undefined, undefined, {
      timeout: 30_000,
    });
    return await page.evaluate(() => window.benchTree - window.benchClicked);
  } finally {
    await page.context().close();
  }
}
