import { assert } from 'chai';
import * as vscode from 'vscode';

import { closeEverything, show, until, withSetting } from './asking';

const PANEL = 'casebook.page';

/** The tabs of our pages, by their labels. */
function pages(): { readonly label: string; readonly column: number; readonly isActive: boolean }[] {
  return vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL))
      .map(({ label, isActive }) => ({ label, column: group.viewColumn, isActive })),
  );
}

const labels = () => pages().map(({ label }) => label);

/** Whether the tab of that name is pinned. */
function pinned(label: string): true | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => tab.label === label && tab.isPinned) || undefined;
}

async function pageCalled(label: string) {
  return until(`the page ${label}`, () => pages().find((page) => page.label === label));
}

async function run(command: string, ...args: unknown[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...args);
}

suite('pages', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension('casebook.cloud-casebook')?.activate();
  });

  setup(async () => {
    await withSettingGone();
    await closeEverything();
  });

  const withSettingGone = () => vscode.workspace.getConfiguration('casebook').update('contentLanguage', 'en', true);

  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration('casebook').update('contentLanguage', undefined, true);
    await closeEverything();
  });

  test('a case opens once, however often it is asked for', async () => {
    await run('casebook.openCase', 'inet-1.26');
    await pageCalled('Xishi Internet Technology');
    await run('casebook.openCase', 'inet-1.26', 'solution');
    assert.lengthOf(pages(), 1);
  });

  test('what is browsed to takes the place of the page before, and back leads to that', async () => {
    await run('casebook.openCase', 'inet-1.26');
    await pageCalled('Xishi Internet Technology');
    await run('casebook.openProduct', 'oss');
    await pageCalled('OSS');
    assert.lengthOf(pages(), 1);
    await run('casebook.pageBack');
    await pageCalled('Xishi Internet Technology');
    await run('casebook.pageForward');
    await pageCalled('OSS');
    await run('casebook.pageForward');
    assert.deepEqual(labels(), ['OSS']);
  });

  test('a page that is kept, pinned or opened beside stays', async () => {
    await run('casebook.openCase', 'inet-1.26');
    await pageCalled('Xishi Internet Technology');
    await run('casebook.keepPage');
    await run('casebook.openProduct', 'oss');
    await pageCalled('OSS');
    await run('workbench.action.pinEditor');
    await until('the pin', () => pinned('OSS'));
    await run('casebook.openProduct', 'slb');
    await pageCalled('SLB');
    await run('casebook.openBeside', 'inet-4');
    await until('the case beside', () => pages().find(({ column }) => column === 2));
    assert.includeMembers(labels(), ['Xishi Internet Technology', 'OSS', 'SLB']);
  });

  test('a double click keeps a page', async () => {
    await run('casebook.openCase', 'inet-1.26');
    await run('casebook.openCase', 'inet-1.26');
    await pageCalled('Xishi Internet Technology');
    await run('casebook.openProduct', 'oss');
    await pageCalled('OSS');
    assert.lengthOf(pages(), 2);
  });

  test('a case that is open opens beside, too, and stays where it was', async () => {
    await run('casebook.openCase', 'inet-1.26');
    await until('the case in front', () => pages().find(({ isActive }) => isActive));
    await run('casebook.openBeside', ['inet-1.26']);
    const columns = () => pages().map(({ column }) => column);
    await until('the case beside', () => columns().includes(2) || undefined);
    assert.deepEqual(columns(), [1, 2]);
  });

  test('several cases open beside in one column', async () => {
    await show('a: 1$0');
    const ids = ['inet-1.26', 'inet-4', 'inet-1.12', 'inet-2'];
    await run('casebook.openBeside', ids);
    await until('all of them', () => pages().length === ids.length || undefined);
    assert.deepEqual(new Set(pages().map(({ column }) => column)), new Set([2]));
  });

  test('without previews in the editor every page has a tab', async () => {
    const editor = vscode.workspace.getConfiguration('workbench.editor');
    await editor.update('enablePreview', false, true);
    try {
      await run('casebook.openCase', 'inet-1.26');
      await run('casebook.openProduct', 'oss');
      await pageCalled('OSS');
      assert.lengthOf(pages(), 2);
    } finally {
      await editor.update('enablePreview', undefined, true);
    }
  });

  test('what the library does not have opens nothing', async () => {
    await run('casebook.openCase', '../../etc/passwd');
    await run('casebook.openCase', { id: 'inet-1.26' });
    assert.lengthOf(pages(), 0);
  });

  test('next and previous go through the list that the case was opened from, in the same tab', async () => {
    await run('casebook.openCase', 'inet-1.12', undefined, 'industry/live');
    await pageCalled('Huya Live');
    await run('casebook.nextCase');
    await until('the next case', () => pages().every(({ label }) => label !== 'Huya Live') || undefined);
    assert.lengthOf(pages(), 1);
    await run('casebook.previousCase');
    await pageCalled('Huya Live');
  });

  test('a favourite leads on to the next favourite, also when the page was open through another list', async () => {
    await run('casebook.addFavourite', ['inet-4', 'inet-1.26']);
    try {
      await run('casebook.openCase', 'inet-1.26', undefined, 'industry/live');
      await pageCalled('Xishi Internet Technology');
      await run('casebook.openCase', 'inet-1.26', undefined, 'favourites');
      await run('casebook.nextCase');
      await pageCalled('XD Inc.');
      await run('casebook.previousCase');
      await pageCalled('Xishi Internet Technology');
    } finally {
      await run('casebook.removeFavourite', ['inet-4', 'inet-1.26']);
    }
  });

  test('the setting decides the column, and beside is beside', async () => {
    await show('a: 1$0');
    await withSetting('openIn', 'beside', async () => {
      await run('casebook.openCase', 'inet-1.26');
      assert.strictEqual((await pageCalled('Xishi Internet Technology')).column, 2);
    });
  });

  test('overview, map, industry, problem and comparison each have their page', async () => {
    await run('casebook.openOverview');
    await pageCalled('Library at a glance');
    await run('casebook.openMap');
    await pageCalled('Products used together');
    await run('casebook.openIndustry', 'live');
    await pageCalled('Live streaming');
    await run('casebook.openProblem', 'peak-traffic');
    await pageCalled('Peak traffic');
    await run('casebook.compareCases', ['inet-1.26', 'inet-4']);
    await until('the comparison', () => pages().find(({ label }) => label.includes(' · ')));
    // The industry made room for the problem; what a command of its own asks for stays.
    assert.lengthOf(pages(), 4);
  });

  test('a case beside the file that was in front', async () => {
    const { document } = await show('Resources:\n  Db:\n    Type: ALIYUN::RDS::DBInstance$0\n');
    await run('casebook.compareWithFile', 'inet-1.26');
    const name = document.uri.path.split('/').at(-1);
    await pageCalled(`${name} ↔ Xishi Internet Technology`);
  });

  test('a case beside a file whose tab was closed follows the language', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) return;
    // A file of its own, and not by `showTextDocument`: a document that an extension asked for stays open for minutes.
    const uri = vscode.Uri.joinPath(folder.uri, 'closed.compose.yml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('services:\n  cache:\n    image: redis:7\n'));
    await run('vscode.open', uri);
    await until('the file', () => vscode.window.activeTextEditor);
    await run('casebook.compareWithFile', 'inet-1.26');
    await pageCalled('closed.compose.yml ↔ Xishi Internet Technology');
    // By its tab and not by the focus: a page that is still loading may take that yet.
    const tab = vscode.window.tabGroups.all[0]?.tabs.find(({ label }) => label === 'closed.compose.yml');
    assert(tab);
    await vscode.window.tabGroups.close(tab);
    const isOpen = () => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    await until('the closed file', () => !isOpen() || undefined);
    await vscode.workspace.getConfiguration('casebook').update('contentLanguage', 'zh-CN', true);
    await pageCalled('closed.compose.yml ↔ 喜氏互联网科技');
    await vscode.workspace.fs.delete(uri);
  });

  test('pages follow the content language', async () => {
    await run('casebook.openCase', 'inet-1.26');
    await pageCalled('Xishi Internet Technology');
    await vscode.workspace.getConfiguration('casebook').update('contentLanguage', 'zh-CN', true);
    await pageCalled('喜氏互联网科技');
  });

  test('citations and Markdown of several cases reach the clipboard', async () => {
    await run('casebook.copyCitations', ['inet-1.26', 'inet-4']);
    const lines = (await vscode.env.clipboard.readText()).split('\n');
    assert.lengthOf(lines, 2);
    assert.include(lines[0], '§1.26, p. 40');
    await run('casebook.copyCaseMarkdown', 'inet-1.26');
    assert.match(await vscode.env.clipboard.readText(), /^## Xishi/);
  });

  test('a case is shown in the tree, and surprise opens one', async () => {
    await run('casebook.revealCase', 'inet-1.26');
    await run('casebook.surpriseMe');
    await until('some case', () => pages()[0]);
  });
});
