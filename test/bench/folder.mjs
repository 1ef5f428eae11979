// Cases like a whole folder, in a real VS Code: how long it takes, and how soon it ends when somebody presses Cancel.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from '../host/lifetime.mjs';
import { shown, stats } from './measure.mjs';
import { corpusFiles } from './ours.mjs';

const FILES = 500;
const IDLE_MS = 4000;

/** A table, or `undefined` without files to read. */
export async function folderTable({ run }, quick, values) {
  const all = corpusFiles();
  if (all.length < FILES) return undefined;
  const rounds = quick ? 2 : 8;
  const windows = [];
  for (let i = 0; i < (quick ? 1 : 3); i++) {
    const path = realFolder(all); // a workspace that was open before brings its pages back, and with them its reviews
    windows.push(await run('folder', { path, rounds: i === 0 ? rounds : 0, idleMs: IDLE_MS }, { workspace: path }));
  }
  const times = windows.map((found) => found.map(({ ended, started }) => ended - started));
  const cold = stats(times.map(([first]) => first));
  const warm = stats(times[0].slice(1));
  const cancel = stats(await cancelTimes(run, realFolder(all), rounds));
  if (!quick) Object.assign(values, { 'folder.cold': cold.median, 'folder.cancel': cancel.max });
  return {
    title: `Cases like a folder of ${FILES} real files, median (p95) ms`,
    rows: [
      { what: 'the first time in a window: from the command to the review', ms: shown(cold) },
      { what: 'again', ms: shown(warm) },
      { what: 'from the press on Cancel to the end of the command', ms: shown(cancel) },
    ],
  };
}

/** A folder of real files, every kind in the share that it has of all. */
function realFolder(all) {
  const path = join(temporaryFolder('casebook-bench-'), 'folder');
  for (let i = 0; i < FILES; i++) {
    const { kind, text } = all[Math.floor((i * all.length) / FILES)];
    mkdirSync(join(path, kind), { recursive: true });
    writeFileSync(join(path, kind, `${String(i).padStart(4, '0')}.yaml`), text);
  }
  return path;
}

async function cancelTimes(run, path, rounds) {
  const presses = [];
  const bindings = { benchPressed: (_source, at) => presses.push(at) };
  const found = await run(
    'folder',
    { path, rounds, list: true, idleMs: IDLE_MS },
    { workspace: path, scripts: [pressCancel], bindings },
  );
  return found.flatMap(({ ended, started }) => {
    const at = presses.find((press) => press > started && press < ended);
    return at === undefined ? [] : [ended - at];
  });
}

/** Runs in the window: presses the Cancel of a notification a moment after it has come, and tells when. */
function pressCancel() {
  let pressed;
  const look = () => {
    const button = [...document.querySelectorAll('.notification-list-item .monaco-button')].find(
      (one) => one.textContent === 'Cancel',
    );
    if (button && button !== pressed) {
      pressed = button;
      setTimeout(() => {
        window.benchPressed(performance.timeOrigin + performance.now());
        button.click();
      }, 100);
    }
    requestAnimationFrame(look);
  };
  if (window === window.top) requestAnimationFrame(look);
}
