import { assert } from 'chai';
import * as vscode from 'vscode';

import { open, show, until, withSetting } from './asking';

const ROS = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Db:
    Type: ALIYUN::RDS::DBInstance
`;

async function actionsAt({ document, position }: { document: vscode.TextDocument; position: vscode.Position }) {
  const range = new vscode.Range(position, position);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

suite('citations', () => {
  test('are inserted above the resource, extended, and undone in one step', async () => {
    const editor = await show(ROS.replace('RDS::', 'R$0DS::'));
    const caret = () => editor.document.getText().slice(editor.document.offsetAt(editor.selection.active)).slice(0, 5);
    const before = caret();
    await vscode.commands.executeCommand('casebook.insertCitation', 'inet-1.26');
    assert.match(editor.document.lineAt(2).text, /^ {2}# (?:case|案例): inet-1\.26 § 1\.26 p\. \d+$/);
    assert.strictEqual(caret(), before);
    await vscode.commands.executeCommand('casebook.insertCitation', ['inet-1.26', 'inet-3']);
    assert.match(editor.document.lineAt(2).text, /inet-1\.26 § 1\.26 p\. \d+; inet-3 § 3 p\. \d+$/);
    await vscode.commands.executeCommand('undo');
    assert.notInclude(editor.document.getText(), 'inet-3');
  });

  test('are copied in the form that is asked for', async () => {
    await show(ROS.replace('Db:', 'D$0b:'));
    await vscode.commands.executeCommand('casebook.copyCitation', 'inet-3', 'link');
    assert.strictEqual(
      await vscode.env.clipboard.readText(),
      `${vscode.env.uriScheme}://casebook.cloud-casebook/case/inet-3`,
    );
    await vscode.commands.executeCommand('casebook.copyCitation', 'inet-3', 'comment');
    assert.match(await vscode.env.clipboard.readText(), /^# (?:case|案例): inet-3 § 3 p\. \d+$/);
  });

  test('refuse ids that the library lacks', async () => {
    const editor = await show(ROS.replace('Db:', 'D$0b:'));
    await vscode.commands.executeCommand('casebook.insertCitation', 'no-such-case');
    assert.strictEqual(editor.document.getText(), ROS);
  });

  test('have no place in a language without comments', async () => {
    const editor = await show('{$0}\n', 'json');
    await vscode.commands.executeCommand('casebook.insertCitation', 'inet-3');
    assert.strictEqual(editor.document.getText(), '{}\n');
  });

  test('lead to the case: definition and link', async () => {
    const { document, position } = await open(`# case: inet-$03 § 3 p. 53\n${ROS}`);
    const [target] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.isDefined(target);
    const uri = target instanceof vscode.Location ? target.uri : target?.targetUri;
    const text = uri && (await vscode.workspace.openTextDocument(uri)).getText();
    assert.include(text, 'inet-3');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.isTrue(links.some((link) => link.target?.toString().startsWith('command:casebook.openCase')));
  });

  test('are found all over the workspace', async () => {
    const { document, position } = await open(`# case: inet-1$0.26 § 1.26 p. 40\n${ROS}`);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    assert.include(
      found.map(({ uri }) => uri.path.split('/').at(-1)),
      'architecture.yaml',
    );
  });

  test('are found in the comments of other languages, too', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.isDefined(folder, 'the sample workspace is open');
    const texts = { 'cited.md': '<!-- case: inet-44 § 44 p. 186 -->', 'cited.tf': '// case: inet-44 § 44 p. 186' };
    const uris = Object.keys(texts).map((name) => vscode.Uri.joinPath((folder as vscode.WorkspaceFolder).uri, name));
    for (const [i, text] of Object.values(texts).entries()) {
      await vscode.workspace.fs.writeFile(uris[i] as vscode.Uri, new TextEncoder().encode(`${text}\n`));
    }
    try {
      const { document, position } = await open(`# case: inet-4$04 § 44 p. 186\n${ROS}`);
      const names = () =>
        vscode.commands
          .executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position)
          .then((found) => found.map(({ uri }) => uri.path.split('/').at(-1)));
      await until('both files', async () => {
        const found = await names();
        return Object.keys(texts).every((name) => found.includes(name)) || undefined;
      });
    } finally {
      for (const uri of uris) await vscode.workspace.fs.delete(uri);
    }
  });

  test('references of a product are its tokens', async () => {
    const { document, position } = await open(ROS.replace('RDS::', 'R$0DS::').replace('Db', 'Db'));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    assert.isTrue(found.some(({ uri }) => uri.toString() === document.uri.toString()));
  });

  test('that are stale are marked as information, with a correction', async () => {
    const { document } = await open(`$0# case: inet-1.62 § 1.62 p. 40\n${ROS}`);
    const ours = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Cloud Casebook');
    const [mark] = await until('the mark', () => (ours().length > 0 ? ours() : undefined));
    assert.strictEqual(mark?.severity, vscode.DiagnosticSeverity.Information);
    assert.strictEqual(mark?.range.start.character, 8);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      mark?.range,
    );
    const fix = actions.find(({ kind }) => kind?.value === vscode.CodeActionKind.QuickFix.value);
    assert.isDefined(fix?.edit);
    if (fix?.edit) await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.lineAt(0).text, /^# case: inet-1\.26 § 1\.26 p\. \d+$/);
    await until('the end of the mark', () => (ours().length === 0 ? true : undefined));
    await withSetting('staleCitations', false, async () => undefined);
  });
});

suite('stale ids in lists of our own format', () => {
  const LISTS = ['- cases: [inet-1.62]\n    product: oss', '- {product: oss, cases: [inet-1.62]}'];
  for (const list of LISTS) {
    test(`are marked: ${list.split('\n')[0]}`, async () => {
      const { document } = await open(`$0architecture: shop\ncomponents:\n  ${list}\n`);
      const ours = () =>
        vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Cloud Casebook');
      const [mark] = await until('the mark', () => (ours().length > 0 ? ours() : undefined));
      assert.strictEqual(document.getText(mark?.range), 'inet-1.62');
    });
  }
});

suite('light bulb', () => {
  const COMPOSE = 'services:\n  db:\n    image: mys$0ql:8\n';

  test('offers the managed counterpart, its cases and a citation above, and edits no line of code', async () => {
    const place = await open(COMPOSE, 'dockercompose');
    const actions = (await actionsAt(place)).filter(({ kind }) => kind?.value === 'casebook');
    const commands = actions.map(({ command }) => command?.command);
    assert.include(commands, 'casebook.openProduct');
    assert.include(commands, 'casebook.openCase');
    assert.include(commands, 'casebook.compareFileWithCase');
    const edits = actions.flatMap(({ edit }) => edit?.get(place.document.uri) ?? []);
    assert.lengthOf(edits, 1);
    assert.isTrue(edits[0]?.range.isEmpty);
    assert.match(edits[0]?.newText ?? '', /^ {2}# (?:case|案例): .+\n$/);
    assert.strictEqual(edits[0]?.range.start.line, 1);
  });

  test('is dark elsewhere and when it is turned off', async () => {
    const elsewhere = await open(COMPOSE.replace('$0', '').replace('db:', 'd$0b:'), 'dockercompose');
    assert.isEmpty((await actionsAt(elsewhere)).filter(({ kind }) => kind?.value === 'casebook'));
    const place = await open(COMPOSE, 'dockercompose');
    await withSetting('lightbulb', false, async () => {
      assert.isEmpty((await actionsAt(place)).filter(({ kind }) => kind?.value === 'casebook'));
    });
  });
});
