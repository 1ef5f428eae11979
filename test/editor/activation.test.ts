import { assert } from 'chai';
import * as vscode from 'vscode';

suite('activation', () => {
  test('the extension activates and returns its API', async () => {
    const extension = vscode.extensions.getExtension('casebook.cloud-casebook');
    assert.isDefined(extension, 'the extension is not installed');
    const api = await extension?.activate();
    assert.strictEqual(api?.version, 1);
  });
});
