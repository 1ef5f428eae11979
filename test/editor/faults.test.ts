// Much at once and again and again: pages that are opened and closed, edits in ten files while hovers and completions are
// under way. FAULTS=long (the Node host only) does a thousand pages and looks at the heap.
import { assert } from 'chai';
import * as vscode from 'vscode';

import type { CasebookApi } from '../../src/api';
import { closeEverything, until } from './asking';

declare const process: {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly memoryUsage?: () => { readonly heapUsed: number };
  readonly getBuiltinModule?: (name: string) => Builtin | undefined;
};

interface Builtin {
  readonly setFlagsFromString?: (flags: string) => void;
  readonly runInNewContext?: (code: string) => () => void;
}

const host = typeof process === 'undefined' ? undefined : process;
const isLong = host?.env?.FAULTS === 'long';
const PAGES_AT_ONCE = 5;
const BATCHES = isLong ? 200 : 6;
const ROUNDS = isLong ? 200 : 8;
/** A page that is kept by anything keeps its HTML, which is more than three times this. */
const MOST_KEPT_KB = 8;

/** Bytes of the heap after a collection; `undefined` where the host does not tell. */
function heapAfterCollection(): number | undefined {
  host?.getBuiltinModule?.('node:v8')?.setFlagsFromString?.('--expose-gc');
  const collect = host?.getBuiltinModule?.('node:vm')?.runInNewContext?.('gc');
  if (!collect) return undefined;
  for (let i = 0; i < 3; i++) collect();
  return host?.memoryUsage?.().heapUsed;
}

/** Growth from step to step of the line that fits the values best. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [over, under] = values.reduce(
    ([a, b], value, i) => [a + (i - middle) * (value - mean), b + (i - middle) ** 2],
    [0, 0],
  );
  return over / under;
}

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

async function api(): Promise<CasebookApi> {
  const extension = vscode.extensions.getExtension<CasebookApi>('casebook.cloud-casebook');
  if (!extension) throw new Error('the extension is not there');
  return extension.activate();
}

suite('again and again', () => {
  const ownTabs = (value: false | undefined) =>
    vscode.workspace.getConfiguration('workbench.editor').update('enablePreview', value, true);

  suiteSetup(() => ownTabs(false));
  suiteTeardown(() => ownTabs(undefined));

  test(`${BATCHES * PAGES_AT_ONCE} pages open and close, and nothing of them stays`, async function () {
    this.timeout(isLong ? 1_500_000 : 90_000);
    const ids = (await api()).cases().map(({ id }) => id);
    await closeEverything();
    const heaps: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      const own = Array.from({ length: PAGES_AT_ONCE }, (_, i) => ids[(batch * PAGES_AT_ONCE + i) % ids.length]);
      await Promise.all(own.map((id) => vscode.commands.executeCommand('casebook.openCase', id)));
      await until('the pages', () => tabs().length === PAGES_AT_ONCE || undefined);
      await closeEverything();
      await until('an empty window', () => tabs().length === 0 || undefined);
      const isSample = isLong && batch >= BATCHES / 5 && batch % 10 === 0; // what is loaded once is loaded by then
      const heap = isSample ? heapAfterCollection() : undefined;
      if (heap !== undefined) heaps.push(heap);
    }
    if (heaps.length < 5) return;
    const kept = slope(heaps) / (10 * PAGES_AT_ONCE) / 1024;
    console.log(
      `[test] heap: ${kept.toFixed(2)} KB more a page, ${heaps.length} samples over ${BATCHES * PAGES_AT_ONCE} pages`,
    );
    assert.isBelow(kept, MOST_KEPT_KB);
  });
});

const ROS = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Db:
    Type: ALIYUN::RDS::DBInstance
  Pictures:
    Type: ALIYUN::OSS::Bucket
`;
const FILES = 10;

async function answers(document: vscode.TextDocument): Promise<string> {
  const found = await Promise.all(
    Array.from({ length: document.lineCount }, (_, line) =>
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(line, Math.min(14, document.lineAt(line).text.length)),
      ),
    ),
  );
  const text = (part: vscode.MarkdownString | vscode.MarkedString) => (typeof part === 'string' ? part : part.value);
  return JSON.stringify(found.map((hovers) => hovers.flatMap(({ contents }) => contents.map(text))));
}

suite('much at once', () => {
  test(`edits in ${FILES} files while answers are under way: in the end each is what a fresh file gives`, async function () {
    this.timeout(isLong ? 600_000 : 90_000);
    await api();
    const open = (content: string) => vscode.workspace.openTextDocument({ language: 'yaml', content });
    const documents = await Promise.all(Array.from({ length: FILES }, () => open(ROS)));
    const under: Thenable<unknown>[] = [];
    const types = ['ECS::Instance', 'REDIS::Instance', 'SLB::LoadBalancer', 'KAFKA::Instance', 'Nothing'];
    for (let round = 0; round < ROUNDS; round++) {
      const edits: Thenable<boolean>[] = [];
      for (const [i, { uri, lineCount }] of documents.entries()) {
        const edit = new vscode.WorkspaceEdit();
        const line = 2 + ((round * 7 + i) % Math.max(1, lineCount - 3));
        const type = types[(round + i) % types.length];
        if (round % 3 === 2) edit.delete(uri, new vscode.Range(line, 0, line + 1, 0));
        else edit.insert(uri, new vscode.Position(line, 0), `  R${round}:\n    Type: ALIYUN::${type}\n`);
        edits.push(vscode.workspace.applyEdit(edit));
        const place = new vscode.Position(3, 14);
        under.push(vscode.commands.executeCommand('vscode.executeHoverProvider', uri, place));
        under.push(vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, place));
      }
      assert.notInclude(await Promise.all(edits), false);
      if (round % 4 === 3) await Promise.all(under.splice(0)); // else the next edits overtake the answers
    }
    await Promise.all(under);
    for (const document of documents) {
      assert.strictEqual(await answers(document), await answers(await open(document.getText())));
    }
  });
});
