import { expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import type { FileNode } from '../../../src/host/treeNodes';
import { hostModule } from '../../faults/support/hostModule';
import { documents, FakeUri } from '../../support/documents';
import { readingOf } from '../../support/editing';
import { realLibrary } from '../../support/library';

type Code = typeof import('../../../src/host/inThisFile');

const vscode = { l10n: { t: (text: string) => text }, Range: class {} };
const source = "export { commandOf } from './src/host/inThisFile';";

test('Enter on a row does what the help says', () => {
  const { commandOf } = hostModule<Code>(source, vscode);
  const on = (node: Pick<FileNode, 'kind' | 'line' | 'caseId'>) =>
    commandOf({ id: '', label: '', icon: '', ...node }, {} as never)?.command;
  expect(on({ kind: 'product', line: 3 })).toBe('vscode.open');
  expect(on({ kind: 'case', caseId: 'inet-3' })).toBe('casebook.openCase');
  expect(on({ kind: 'format' })).toBe('casebook.overrideFormat');
  expect(on({ kind: 'group' })).toBeUndefined();
});

/** The products of the view, and its notes. */
function shown(text: string) {
  const editor = documents();
  const document = editor.open(new FakeUri('file', '/shop/compose.yml'), text);
  const workspace = {
    ...editor.vscode.workspace,
    asRelativePath: () => 'compose.yml',
    getConfiguration: () => ({ get: (_: string, or: unknown) => or }),
  };
  const nodes = "export { fileNodes } from './src/host/inThisFileNodes';";
  const { fileNodes } = hostModule<typeof import('../../../src/host/inThisFileNodes')>(nodes, {
    ...editor.vscode,
    workspace,
    env: { language: 'en' },
  });
  const library = realLibrary();
  const roll = votingRoll(library);
  const services = {
    store: { library: () => library, roll: () => roll },
    readings: { of: () => readingOf(text, 'compose.yml') },
  };
  const rows = fileNodes(services as never, document as never);
  const products = rows.find(({ id }) => id === 'products')?.children ?? [];
  return {
    products: products.map(({ productId }) => productId),
    notes: rows.flatMap(({ kind, label }) => (kind === 'note' ? [label] : [])),
  };
}

test('what the comments of a file leave out is not shown', () => {
  const compose = 'services:\n  db:\n    image: mysql:8\n  cache:\n    image: redis:7\n';
  expect(shown(compose)).toEqual({ products: ['rds-mysql', 'redis'], notes: [] });
  expect(shown(`# cases: ignore mysql\n${compose}`)).toEqual({ products: ['redis'], notes: [] });
  expect(shown(`# cases: ignore-file\n${compose}`)).toEqual({
    products: [],
    notes: ['a comment in the file asks to leave it out'],
  });
});
