// The four questions as the editor's agents ask them, and the ways in for agents outside of it.
import { assert } from 'chai';
import * as vscode from 'vscode';

import { INSTRUCTIONS } from '../../src/core/agents/instructions';
import { TOOLS } from '../../src/core/agents/tools';
import { activated, pages } from './activated';
import { hovers, until } from './asking';

const hasTools = typeof vscode.lm?.invokeTool === 'function';

async function ask(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`casebook_${name}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

suite('agents', () => {
  suiteSetup(() => activated());

  test('the tools are registered with the schemas of the core', function () {
    if (!hasTools) return this.skip();
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('casebook_'));
    assert.sameMembers(
      ours.map(({ name }) => name),
      TOOLS.map(({ name }) => `casebook_${name}`),
    );
  });

  test('an answer has id, section, page and "k of n"', async function () {
    if (!hasTools) return this.skip();
    const answer = JSON.parse(await ask('search_cases', { query: '墨迹天气', language: 'zh' }));
    assert.include(answer.cases[0], { id: 'inet-9', section: '9', page: 69 });
    assert.match(answer.found, /^\d+ of \d+$/);
  });

  test('a file is matched without touching any document', async function () {
    if (!hasTools) return this.skip();
    const text = 'services:\n  a:\n    image: mysql:8.0\n  b:\n    image: redis:7\n';
    const answer = JSON.parse(await ask('match_architecture', { text, fileName: 'docker-compose.yml' }));
    assert.deepEqual(answer.formats, ['compose']);
    assert.isAbove(answer.products.length, 1);
  });

  test('wrong input is an error that says what to do', async function () {
    if (!hasTools) return this.skip();
    const failed = await ask('get_case', { id: 'inet-999' }).then(
      () => undefined,
      (error: Error) => error.message,
    );
    assert.include(failed, 'search_cases');
  });

  test('the instructions are copied', async () => {
    await vscode.commands.executeCommand('casebook.copyAgentInstructions');
    assert.strictEqual(await vscode.env.clipboard.readText(), INSTRUCTIONS);
  });
});

suite('first steps', () => {
  suiteSetup(() => activated());

  test('the sample opens unsaved, with something to say on its first image', async () => {
    await vscode.commands.executeCommand('casebook.openSample');
    const editor = vscode.window.activeTextEditor;
    assert.isTrue(editor?.document.isUntitled);
    if (!editor) return;
    const place = { document: editor.document, position: editor.selection.active };
    assert.match((await hovers(place)).join(), /RDS/);
    await vscode.commands.executeCommand('casebook.openSample');
    assert.strictEqual(vscode.window.activeTextEditor?.document, editor.document, 'it came back, not twice');
  });

  test('every other step of the walkthrough ends in something that is open', async () => {
    for (const { command, args } of [
      { command: 'casebook.cases.focus', args: [] },
      { command: 'casebook.openCase', args: ['inet-1.26'] },
      { command: 'casebook.openSample', args: ['review'] },
    ]) {
      await vscode.commands.executeCommand(command, ...args);
    }
    await until('a case and a review', () => (pages().length >= 2 ? true : undefined));
    await vscode.window.tabGroups.close(pages());
  });

  test('the help for screen readers is a text, in words', async () => {
    await vscode.commands.executeCommand('casebook.accessibilityHelp');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# \S/);
    assert.notMatch(text, /undefined|%/);
  });
});
