// What a run leaves behind unless somebody ends it: child processes and temporary folders. Everything is ended on every
// way out: the normal one, an error, Ctrl-C. Knows nothing about VS Code.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const isWindows = process.platform === 'win32';
const undos = new Set();

/** Runs `undo` (synchronous) once: when the returned function is called, or when this process ends. */
export function onEnd(undo) {
  const once = () => undos.delete(once) && undo();
  undos.add(once);
  return once;
}

/** Ends everything that is still there, the newest first. */
export function endAll() {
  for (const undo of [...undos].reverse()) undo();
}

process.once('exit', endAll);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => process.exit(code));
}

// A killed npm or shell does not pass the signal on; without them nobody would ever end this run.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(143);
}, 2000).unref();

/** A new temporary folder that goes when the run ends. Its path is short: VS Code keeps unix sockets below it. */
export function temporaryFolder(prefix) {
  const path = mkdtempSync(join(tmpdir(), prefix));
  onEnd(() => remove(path));
  return path;
}

/** Removes a folder that a dying process may still write to. */
export function remove(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.error(`Could not remove ${path}: ${error.message}`);
  }
}

/** Starts a program in a process group of its own, so that it ends with all its children. Returns `{ child, stop }`. */
export function startGroup(program, args, options = {}) {
  const child = spawn(program, args, { ...options, detached: !isWindows });
  const stop = onEnd(() => endGroup(child));
  return { child, stop };
}

function endGroup({ pid }) {
  if (pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL'); // nothing of these processes is kept, so there is nothing to flush
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // the group is gone already
  }
}

/** Settles as `promise` does, or fails with `what` after `seconds`. */
export function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs `main` and ends the process with its exit code; an error is told in one sentence (VERBOSE=1: with its stack). */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(process.env.VERBOSE ? error : `Failed: ${error.message}`);
    process.exitCode = 1;
  }
  endAll();
  process.exit();
}
