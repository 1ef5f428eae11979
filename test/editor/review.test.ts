import { assert } from 'chai';
import * as vscode from 'vscode';

import { open, show, until, withSetting } from './asking';

const SKETCH = `architecture: shop
components:
  - name: db
    product: rds-mysql
  - name: pictures
    product: oss$0
`;

const reviews = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('casebook.review'));

async function closeReviews(): Promise<void> {
  for (const tab of reviews()) await vscode.window.tabGroups.close(tab);
}

/** A file system of one folder with one file, which counts how often the file is read. */
class OneFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  reads = 0;

  stat(uri: vscode.Uri): vscode.FileStat {
    const type = uri.path.endsWith('.yaml') ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: SKETCH.length };
  }
  readDirectory(): [string, vscode.FileType][] {
    return [['shop.yaml', vscode.FileType.File]];
  }
  readFile({ path }: vscode.Uri): Uint8Array {
    if (!path.endsWith('.yaml')) throw vscode.FileSystemError.FileNotFound(path);
    this.reads++;
    return new TextEncoder().encode(SKETCH.replace('$0', ''));
  }
  watch = () => new vscode.Disposable(() => {});
  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

/** Where a review opens when a file is in front in the first column. */
async function columnAfter(command: string): Promise<number> {
  await vscode.window.showTextDocument((await open(SKETCH)).document, vscode.ViewColumn.One);
  await vscode.commands.executeCommand(command);
  const { group } = await until('the review', () => reviews()[0]);
  return group.viewColumn;
}

/** The report that the menu in the title of the review in front makes; the menu names the tab and no file. */
async function reportFromTitle(): Promise<string> {
  await until('the review in front', () => reviews().find(({ isActive }) => isActive));
  const tab = vscode.Uri.from({ scheme: 'webview-panel', path: 'webview-casebook.review-1' });
  const before = new Set(vscode.workspace.textDocuments);
  const reported = vscode.commands.executeCommand('casebook.report', tab);
  const report = await until('the report', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const made = vscode.workspace.textDocuments.find((one) => one.languageId === 'markdown' && !before.has(one));
    return made?.getText();
  });
  await reported;
  return report;
}

suite('reviews', () => {
  teardown(closeReviews);

  test('open for the file in front, once, and leave it as it is', async () => {
    const { document } = await show(SKETCH);
    const { version } = document;
    await vscode.commands.executeCommand('casebook.casesLikeThis', document.uri);
    await until('the review', () => reviews()[0]);
    await vscode.commands.executeCommand('casebook.casesLikeThis', document.uri);
    assert.lengthOf(reviews(), 1);
    assert.strictEqual(document.version, version);
  });

  test('read a folder and the workspace', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) return;
    await vscode.commands.executeCommand('casebook.casesLikeThis', folder.uri, [folder.uri]);
    await vscode.commands.executeCommand('casebook.workspaceOverview');
    await until('both pages', () => reviews()[1]);
  });

  test('are reported from the menu of their title, which names the tab and no file', async () => {
    const { document } = await show(SKETCH);
    await vscode.commands.executeCommand('casebook.casesLikeThis', document.uri);
    const report = await reportFromTitle();
    assert.notInclude(report, 'webview');
    assert.include(report, document.uri.path.split('/').at(-1) ?? '');
  });

  test('asked for twice at once are one', async () => {
    const { document } = await show(SKETCH);
    const ask = () => vscode.commands.executeCommand('casebook.casesLikeThis', document.uri);
    await Promise.all([ask(), ask()]);
    await until('the review', () => reviews()[0]);
    assert.lengthOf(reviews(), 1);
  });

  test('of a selection keep to its lines, whatever is written above them', async () => {
    const editor = await show(SKETCH);
    const { uri } = editor.document;
    editor.selection = new vscode.Selection(2, 0, 4, 0);
    await vscode.commands.executeCommand('casebook.casesLikeThis', uri);
    await until('the review of two lines', () => reviews().find(({ label }) => label.endsWith(':3–4')));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '# casebook: answered cdn\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(editor.document, { selection: new vscode.Selection(3, 0, 5, 0) });
    await vscode.commands.executeCommand('casebook.casesLikeThis', uri);
    await until('the same review', () => reviews().find(({ label }) => label.endsWith(':4–5')));
    assert.lengthOf(reviews(), 1);
  });

  test('asked for in the explorer are of the whole file, whatever is selected in it', async () => {
    const editor = await show(SKETCH);
    const { uri } = editor.document;
    editor.selection = new vscode.Selection(2, 0, 4, 0);
    await vscode.commands.executeCommand('casebook.casesLikeThis', uri, [uri]);
    const { label } = await until('the review', () => reviews()[0]);
    assert.notMatch(label, /:\d/);
  });

  test('are counted anew when the library changes, and read no file for it', async () => {
    const files = new OneFile();
    const provider = vscode.workspace.registerFileSystemProvider('casebook-one', files);
    const folder = vscode.Uri.parse('casebook-one:/deploy');
    const ask = () => vscode.commands.executeCommand('casebook.casesLikeThis', folder, [folder]);
    try {
      await ask();
      assert.strictEqual(files.reads, 1);
      await withSetting('genericProducts', ['ecs'], async () => {
        await ask();
        assert.strictEqual(files.reads, 2);
      });
    } finally {
      provider.dispose();
    }
  });

  test('of a folder follow a file of it that is saved', async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    if (!workspace) return;
    const folder = vscode.Uri.joinPath(workspace.uri, 'saved-review');
    const uri = vscode.Uri.joinPath(folder, 'shop.architecture.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(SKETCH.replace('$0', '')));
    try {
      await vscode.commands.executeCommand('casebook.casesLikeThis', folder, [folder]);
      await until('the review', () => reviews()[0]);
      const document = await vscode.workspace.openTextDocument(uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(document.lineCount, 0), '  - name: edge\n    product: cdn\n');
      await vscode.workspace.applyEdit(edit);
      assert.isTrue(await document.save());
      assert.include(await reportFromTitle(), 'Content Delivery Network');
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  test('of a file open beside it', async () => {
    assert.strictEqual(await columnAfter('casebook.casesLikeThis'), vscode.ViewColumn.Two);
  });

  test('of the workspace open where pages open', async () => {
    assert.strictEqual(await columnAfter('casebook.workspaceOverview'), vscode.ViewColumn.One);
  });

  test('add what was picked in one step that one undo takes back', async () => {
    const { document } = await show(SKETCH);
    const before = document.getText();
    await vscode.commands.executeCommand('casebook.addSuggested', document.uri, ['cdn', 'redis', 'nothing']);
    assert.match(
      document.getText(),
      /product: oss\n {2}- name: .+\n {4}product: [\w-]+\n {4}cases: \[inet-.+\n {2}- name: /,
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });

  test('offer the same among the refactorings, and only there', async () => {
    const { document } = await show(SKETCH);
    const range = new vscode.Range(0, 0, 0, 0);
    const titles = async (kind: string) => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind,
      );
      return found.filter(({ command }) => command?.command === 'casebook.addSuggested').length;
    };
    assert.strictEqual(await titles('refactor'), 1);
    assert.strictEqual(await titles('quickfix'), 0);
  });
});
