import { assert } from 'chai';
import * as vscode from 'vscode';

import type { CasebookApi } from '../../src/api';
import { SMALL_VOLUME } from '../support/volumeText';
import { closeEverything, show, until } from './asking';

const GOOD = `title: Order centre
customer: Orders
summary: Orders moved to the cloud.
products: [ecs, oss]
`;

async function api(): Promise<CasebookApi> {
  const extension = vscode.extensions.getExtension<CasebookApi>('casebook.cloud-casebook');
  const exported = await extension?.activate();
  if (!exported) throw new Error('the extension has no API');
  return exported;
}

function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no workspace folder');
  return vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Waits until the library has, or no longer has, a case; gives it. */
async function awaitCase(id: string, isThere = true) {
  const { cases } = await api();
  await until(`${id} ${isThere ? 'there' : 'gone'}`, () =>
    cases().some((study) => study.id === id) === isThere ? true : undefined,
  );
  return cases().find((study) => study.id === id);
}

function findings(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Cloud Casebook')
    .map(({ code, range }) => `${String(code)} ${range.start.line}:${range.start.character}`);
}

async function awaitFindings(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const same = () => JSON.stringify(findings(uri)) === JSON.stringify(expected);
  await until(`the findings ${expected.join()} of ${uri.path}, not ${findings(uri).join()}`, () => same() || undefined);
}

suite('team cases', () => {
  suiteTeardown(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(inWorkspace('.casebook'), { recursive: true });
  });

  test('join the library when they are written, change with their file and go with it', async () => {
    const uri = await write('.casebook/cases/orders.yaml', GOOD);
    const study = await awaitCase('team-orders');
    assert.deepEqual(study?.products, ['ecs', 'oss']);
    await write('.casebook/cases/orders.yaml', GOOD.replace(', oss', ', slb'));
    const { cases } = await api();
    await until('the change', () =>
      cases().some(({ id, products }) => id === 'team-orders' && products.includes('slb')) ? true : undefined,
    );
    await vscode.workspace.fs.delete(uri);
    await awaitCase('team-orders', false);
  });

  test('say what is wrong in the file where it is wrong; others are not touched', async () => {
    const good = await write('.casebook/cases/good.yaml', GOOD);
    const bad = await write('.casebook/cases/bad.yaml', `${GOOD}prodcts: []\n`);
    await awaitCase('team-good');
    await awaitFindings(bad, ['unknown-key 4:0']);
    await awaitFindings(good, []);
    assert.isFalse((await api()).cases().some(({ id }) => id === 'team-bad'));
  });

  test('report an id that is taken, until it is free', async () => {
    const one = await write('.casebook/cases/one.yaml', `${GOOD}id: team-same\n`);
    await awaitCase('team-same');
    const two = await write('.casebook/cases/two.yaml', `${GOOD}id: team-same\n`);
    await awaitFindings(two, ['clash 4:4']);
    await awaitFindings(one, ['clash 4:4']);
    await write('.casebook/cases/two.yaml', `${GOOD}id: team-other\n`);
    await awaitCase('team-same');
    await awaitFindings(one, []);
    await awaitFindings(two, []);
  });

  test('are completed, explained and corrected while they are written', async () => {
    const uri = await write('.casebook/cases/writing.yaml', `${GOOD}industry: game\n`);
    const document = await vscode.workspace.openTextDocument(uri);
    const at = new vscode.Position(4, 14);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.include(labels, 'games');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(4, 2),
    );
    assert.isNotEmpty(hovers);
    await awaitFindings(uri, ['unknown-id 4:10']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(at, at),
    );
    const fix = actions.find(({ isPreferred, edit }) => isPreferred && edit);
    if (fix?.edit) await vscode.workspace.applyEdit(fix.edit);
    assert.include(document.getText(), 'industry: games');
    await awaitFindings(uri, []);
    await document.save();
  });

  test('begin as a draft of the file in front', async () => {
    const editor = await show(
      "$0ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n",
    );
    await vscode.commands.executeCommand('casebook.newCaseFromFile');
    const draft = vscode.window.activeTextEditor?.document;
    assert.notStrictEqual(draft, editor.document);
    assert.match(draft?.getText() ?? '', /- id: rds/);
    assert.isTrue(draft?.isUntitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('take nothing over that the comments of the file leave out', async () => {
    await show(
      "$0ROSTemplateFormatVersion: '2015-09-01' # cases: ignore rds\nResources:\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n  B:\n    Type: ALIYUN::OSS::Bucket\n",
    );
    await vscode.commands.executeCommand('casebook.newCaseFromFile');
    const draft = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(draft, /- id: oss/);
    assert.notMatch(draft, /- id: rds/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

suite('imports', () => {
  /** Answers the open list with its first line. */
  async function accept(running: Thenable<unknown>): Promise<void> {
    let isDone = false;
    void running.then(() => {
      isDone = true;
    });
    await until('the answer', () => {
      void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone || undefined;
    });
  }

  test('take a volume over after a dry run, and remove it as a whole', async () => {
    const uri = await write('volume.txt', SMALL_VOLUME);
    await accept(vscode.commands.executeCommand('casebook.importVolume', uri));
    const study = await awaitCase('vol-20230101-1.1');
    assert.deepEqual(study?.products, ['ecs', 'slb']);
    await accept(vscode.commands.executeCommand('casebook.removeVolume'));
    await awaitCase('vol-20230101-1.1', false);
    await vscode.workspace.fs.delete(uri);
  });
});
