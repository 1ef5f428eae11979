import { expect, test } from 'vitest';

import { linesOf } from '../../../src/core/text';
import { CITING_FILES, citedInFile } from '../../../src/host/citingFiles';
import { hostModule } from '../../faults/support/hostModule';
import { documents, FakeUri } from '../../support/documents';
import { readingOf } from '../../support/editing';

type Code = typeof import('../../../src/host/backlinks');

const uri = (name: string) => new FakeUri('file', `/shop/${name}`);
const CITING = '// case: inet-3\nx\n';
const SOURCE = "export { Backlinks } from './src/host/backlinks';";

/** Backlinks that somebody has asked for; `found` are the names of the files that the editor finds. */
function backlinksOf(found: readonly string[] = []) {
  const editor = documents();
  const workspace = {
    ...editor.vscode.workspace,
    workspaceFolders: [{ uri: uri('') }],
    getWorkspaceFolder: () => undefined,
    getConfiguration: () => ({ get: () => false }),
    findFiles: async () => found.filter((name) => editor.files.has(String(uri(name)))).map(uri),
  };
  const vscode = { ...editor.vscode, workspace, RelativePattern: class {} };
  const backlinks = new (hostModule<Code>(SOURCE, vscode).Backlinks)({} as never);
  const names = () => backlinks.of('inet-3').map(({ uri: { path } }) => path.slice('/shop/'.length));
  names();
  const write = (name: string, text: string) => void editor.files.set(String(uri(name)), text);
  return { editor, backlinks, names, write };
}

test('documents that change together are all looked at', async () => {
  const { editor, names } = backlinksOf();
  for (const name of ['a.ts', 'b.ts', 'c.ts']) editor.open(uri(name), '');
  for (const name of ['a.ts', 'b.ts', 'c.ts']) editor.edit(uri(name), CITING);
  await expect.poll(names).toEqual(['a.ts', 'b.ts', 'c.ts']);
});

test('a document that is closed without being saved cites what its file does', async () => {
  const { editor, names, write } = backlinksOf();
  write('old.ts', CITING);
  editor.open(uri('old.ts'), 'x');
  editor.open(uri('new.ts'), CITING);
  await expect.poll(names).toEqual(['new.ts']);
  await editor.close(uri('old.ts'));
  await editor.close(uri('new.ts'));
  await expect.poll(names).toEqual(['old.ts']);
});

test('a search that is repeated sees what has changed and what is gone', async () => {
  const { backlinks, names, write, editor } = backlinksOf(['a.ts', 'b.ts', 'c.ts']);
  write('a.ts', CITING);
  write('b.ts', CITING);
  await backlinks.search();
  expect([names(), backlinks.isComplete]).toEqual([['a.ts', 'b.ts'], true]);
  editor.files.delete(String(uri('a.ts')));
  write('b.ts', 'x');
  write('c.ts', CITING);
  await backlinks.search();
  expect(names()).toEqual(['c.ts']);
});

test('a search that finds more files than it reads does not say that it is complete', async () => {
  const many = Array.from({ length: 6000 }, (_, i) => `${i}.ts`);
  const { backlinks, write } = backlinksOf(many);
  for (const name of many) write(name, 'x');
  await backlinks.search();
  expect(backlinks.isComplete).toBe(false);
});

const SERVICES = { readings: { ofText: (_: unknown, path: string) => readingOf(LISTING, path) } };
const LISTING = 'architecture: shop # case: inet-5\ncomponents:\n  - {product: oss, cases: [inet-3]}\n';

test.each([
  ['note.md', '<!-- case: inet-44 § 44 p. 186 -->', ['inet-44']],
  ['main.tf', 'x = 1 // case: inet-44', ['inet-44']],
  ['main.tf', '# 案例: inet-44', ['inet-44']],
  ['stack.ts', '// case: inet-44; inet-3', ['inet-44', 'inet-3']],
  ['tasks.py', '# case: inet-44', ['inet-44']],
  ['shop.yaml', LISTING, ['inet-5', 'inet-3']],
  ['shop.yaml', 'command: "mysqld -- case: inet-44"', []],
])('citations of %s are found, references and backlinks alike: %j', (name, text, ids) => {
  expect(CITING_FILES.endings).toContain(name.split('.').at(-1));
  const found = citedInFile(SERVICES as never, uri(name) as never, linesOf(text));
  expect(found.map(({ id }) => id)).toEqual(ids);
});
