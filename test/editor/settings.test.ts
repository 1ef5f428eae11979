// Every setting changes something that can be seen; what it is stands here, one entry a setting.
import { assert } from 'chai';
import * as vscode from 'vscode';

import { mcpServers } from '../../src/host/mcpServer';
import { muteFolder } from '../../src/host/settings';
import { activated, extension, pages } from './activated';
import { completions, hovers, open, until, withSetting } from './asking';

const ROS = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Db:\n    Type: ALIYUN::R$0DS::DBInstance\n";
const COMPOSE = 'services:\n  db:\n    image: mys$0ql:8\n';
const SKETCH = 'architecture: shop\ncomponents:\n  - name: entry\n    product: slb\n  - name: db\n    product: $0\n';
const STALE = `$0# case: inet-1.62 § 1.62 p. 40\n${ROS.replace('$0', '')}`;

const hoverOn = async (marked: string) => (await hovers(await open(marked))).join('\n');

async function ranked(marked: string): Promise<number> {
  const items = await completions(await open(marked));
  return items.filter(({ detail }) => /\d+\/\d+$/.test(detail ?? '')).length;
}

async function bulbs(): Promise<number> {
  const { document, position } = await open(COMPOSE, 'dockercompose');
  const range = new vscode.Range(position, position);
  const command = 'vscode.executeCodeActionProvider';
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range);
  return actions.filter((action) => action.command?.command === 'casebook.openProduct').length;
}

function sample(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.isDefined(folder, 'the sample workspace is open');
  return vscode.Uri.joinPath((folder as vscode.WorkspaceFolder).uri, 'docker-compose.yml');
}

async function hoverInWorkspace(): Promise<number> {
  const document = await vscode.workspace.openTextDocument(sample());
  const position = document.positionAt(document.getText().indexOf('mysql:8.0') + 2);
  return (await hovers({ document, position })).length;
}

async function columnOfPage(): Promise<number | undefined> {
  await vscode.window.showTextDocument((await open(ROS)).document, vscode.ViewColumn.One);
  await vscode.commands.executeCommand('casebook.openCase', 'inet-1.26');
  const [page] = await until('the page', () => (pages().length > 0 ? pages() : undefined));
  const column = page?.group.viewColumn;
  await vscode.window.tabGroups.close(pages());
  return column;
}

const EFFECTS: Readonly<Record<string, () => Promise<void>>> = {
  contentLanguage: async () => {
    await withSetting('contentLanguage', 'zh-CN', async () => assert.match(await hoverOn(ROS), /云数据库/));
    await withSetting('contentLanguage', 'en', async () => assert.notMatch(await hoverOn(ROS), /云数据库.*\n.*案例/));
  },
  hover: async () => {
    const full = await hoverOn(ROS);
    await withSetting('hover', 'short', async () => {
      const short = await hoverOn(ROS);
      assert.isAbove(short.length, 0);
      assert.isBelow(short.length, full.length);
    });
    await withSetting('hover', 'off', async () => assert.strictEqual(await hoverOn(ROS), ''));
  },
  completion: async () => {
    assert.isAbove(await ranked(SKETCH), 0);
    await withSetting('completion', 'off', async () => assert.strictEqual(await ranked(SKETCH), 0));
  },
  lightbulb: async () => {
    assert.strictEqual(await bulbs(), 1);
    await withSetting('lightbulb', false, async () => assert.strictEqual(await bulbs(), 0));
  },
  staleCitations: async () => {
    const { document } = await open(STALE);
    const marks = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Cloud Casebook').length;
    await until('the mark', () => (marks() > 0 ? true : undefined));
    await withSetting('staleCitations', false, async () => {
      await until('the end of the mark', () => (marks() === 0 ? true : undefined));
    });
  },
  codeLens: async () => {
    const { document } = await open(ROS);
    const titles = async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.map(({ command }) => command?.title ?? '').filter((title) => title.includes('ROS'));
    };
    assert.deepEqual(await titles(), []);
    await withSetting('codeLens', true, async () => {
      const [title = ''] = await titles();
      assert.match(title, /^ROS · 1 .* · \d+ /);
    });
  },
  mutedFolders: async () => {
    assert.isAbove(await hoverInWorkspace(), 0);
    await withSetting('mutedFolders', ['./'], async () => {
      assert.strictEqual(await hoverInWorkspace(), 0);
      const uri = sample();
      await muteFolder(uri, false);
      assert.isAbove(await hoverInWorkspace(), 0);
      await vscode.workspace
        .getConfiguration('casebook', uri)
        .update('mutedFolders', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    });
  },
  openIn: async () => {
    assert.strictEqual(await columnOfPage(), vscode.ViewColumn.One);
    await withSetting('openIn', 'beside', async () => assert.strictEqual(await columnOfPage(), vscode.ViewColumn.Two));
  },
  agentTools: async () => {
    if (typeof vscode.lm?.invokeTool !== 'function') return;
    const input = { product: 'oss' };
    const answers = () =>
      vscode.lm.invokeTool('casebook_cases_for_product', { input, toolInvocationToken: undefined }).then(
        () => true,
        () => false,
      );
    assert.isTrue(await answers());
    await withSetting('agentTools', false, async () => assert.isFalse(await answers()));
  },
  mcp: async () => {
    const canStart = 'McpStdioServerDefinition' in vscode && extension().extensionUri.scheme === 'file';
    assert.lengthOf(mcpServers(extension()), 0);
    await withSetting('mcp', true, async () => assert.lengthOf(mcpServers(extension()), canStart ? 1 : 0));
  },
  genericProducts: async () => {
    const api = await activated();
    const ranking = () => JSON.stringify(api.casesLike(['ecs', 'redis']));
    const weighed = ranking();
    await withSetting('genericProducts', [], async () => assert.notStrictEqual(ranking(), weighed));
  },
  pinyin: async () => {
    const api = await activated();
    assert.isAbove(api.search('shipin').length, 0);
    await withSetting('pinyin', false, async () => assert.lengthOf(api.search('shipin'), 0));
  },
};

suite('settings', () => {
  suiteSetup(() => activated());

  test('every setting has its effect here', () => {
    const { properties } = extension().packageJSON.contributes.configuration;
    const keys = Object.keys(properties).map((key) => key.replace(/^casebook\./, ''));
    assert.sameMembers(Object.keys(EFFECTS), keys);
  });

  for (const [key, observe] of Object.entries(EFFECTS)) test(`${key} has an effect`, observe);
});
