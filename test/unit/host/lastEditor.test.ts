import { expect, test } from 'vitest';

import { hostModule } from '../../faults/support/hostModule';
import { documents, FakeUri } from '../../support/documents';

type Code = typeof import('../../../src/host/lastEditor');

const A = new FakeUri('file', '/shop/a.yaml');
const B = new FakeUri('file', '/shop/b.yaml');

function lastOf() {
  const editor = documents();
  const { LastEditor } = hostModule<Code>("export { LastEditor } from './src/host/lastEditor';", editor.vscode);
  const last = new LastEditor();
  const [a, b] = [editor.open(A), editor.open(B)];
  editor.vscode.window.visibleTextEditors.push({ document: b });
  editor.bringToFront(a);
  return { editor, a, path: () => last.document()?.uri.path };
}

test('the file that was in front stays it when its language is changed', async () => {
  const { editor, a, path } = lastOf();
  await editor.changeLanguage(a);
  expect(path()).toBe(A.path);
});

test('a file that is closed is forgotten', async () => {
  const { editor, path } = lastOf();
  await editor.close(A);
  expect(path()).toBe(B.path);
});
