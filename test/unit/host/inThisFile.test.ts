import { expect, test } from 'vitest';

import type { FileNode } from '../../../src/host/treeNodes';
import { hostModule } from '../../faults/support/hostModule';

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
