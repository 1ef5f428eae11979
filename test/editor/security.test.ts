// What a hostile link, file or page cannot do: make a command throw or act, and reach the network. In the Node host every
// socket goes through net; in the worker there are three ways out. All are watched while the features run.
import { assert } from 'chai';
import * as vscode from 'vscode';

import { activated, extension, pages } from './activated';
import { closeEverything, completions, hovers, open } from './asking';

const HOSTILE: readonly unknown[] = [
  null,
  -1,
  '../../x',
  'command:workbench.action.quit',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'x'.repeat(100_000),
  [[[]], '__proto__', 7],
  {},
  { toString: 1, valueOf: 1 },
  { id: '__proto__', kind: 'case', study: null, subject: null, children: 'x' },
  { kind: 'missing', id: { toString: 1 } },
];
const PATIENCE_MS = 150;

/** A command that asks the user something waits for ever; then it has neither thrown nor acted. */
async function outcome(command: string, args: readonly unknown[]): Promise<unknown> {
  const waiting = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const run = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(
    () => undefined,
    (error: unknown) => `${command}(${JSON.stringify(args)?.slice(0, 80)}): ${error}`,
  );
  return Promise.race([run, waiting]);
}

async function hushed(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await vscode.commands.executeCommand('notifications.clearAll');
}

interface Net {
  readonly Socket: { prototype: { connect: (...args: unknown[]) => unknown } };
}

/** Watches every way out; `seen()` are the calls that our own code stands behind. `undo()` ends it. */
function watchNetwork() {
  const calls: string[] = [];
  const undos: (() => void)[] = [];
  const watch = (owner: object, name: string) => {
    const target = owner as Record<string, unknown>;
    const original = target[name];
    if (typeof original !== 'function') return;
    const spy = function (this: unknown, ...args: unknown[]) {
      calls.push(`${name}: ${new Error().stack}`);
      return new.target ? Reflect.construct(original, args, original) : Reflect.apply(original, this, args);
    };
    target[name] = spy;
    undos.push(() => {
      target[name] = original;
    });
  };
  const net = nodeNet();
  if (net) watch(net.Socket.prototype, 'connect');
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket']) watch(globalThis, name);
  return {
    watched: undos.length,
    seen: () => calls.filter((call) => /cloud-casebook|dist[\\/](web[\\/])?extension\.js/.test(call)),
    undo: () => {
      for (const undo of undos) undo();
    },
  };
}

function nodeNet(): Net | undefined {
  const process = (globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } }).process;
  return process?.getBuiltinModule?.('node:net') as Net | undefined;
}

suite('security', () => {
  suiteSetup(() => activated());
  suiteTeardown(async () => {
    await hushed();
    await closeEverything();
  });

  test('no argument makes a command throw, or open a page of what is not there', async function () {
    this.timeout(120_000);
    const { commands } = extension().packageJSON.contributes as { commands: { command: string }[] };
    const failures: unknown[] = [];
    for (const { command } of commands) {
      const outcomes = await Promise.all(HOSTILE.map((hostile) => outcome(command, [hostile, hostile])));
      failures.push(...outcomes.filter((one) => one !== undefined));
      await hushed();
    }
    if (failures.length > 0) throw new Error(failures.join('\n'));
    for (const page of pages()) assert.notMatch(page.label, /<img|__proto__|constructor|passwd|undefined|\[object/);
  });

  test('nothing of ours reaches the network while its features run', async () => {
    const network = watchNetwork();
    try {
      assert.isAbove(network.watched, 0);
      const api = await activated();
      assert.isAbove(api.search('RDS').length, 0);
      const place = await open('services:\n  db:\n    image: mys$0ql:8\n', 'dockercompose');
      assert.isNotEmpty(await hovers(place));
      await completions(place);
      await vscode.window.showTextDocument(place.document);
      await vscode.commands.executeCommand('casebook.openCase', 'inet-1.26');
      await vscode.commands.executeCommand('casebook.openMap');
      await vscode.commands.executeCommand('casebook.casesLikeThis', place.document.uri);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(network.seen(), []);
    } finally {
      network.undo();
    }
  });
});
