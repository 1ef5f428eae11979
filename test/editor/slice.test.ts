// The whole way once, as another extension and as a person go it: the API answers, and the palette opens a case.
import { assert } from 'chai';
import * as vscode from 'vscode';

import type { CasebookApi } from '../../src/api';
import { closeEverything, until } from './asking';

const ROS = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n";

suite('the whole way', () => {
  let api: CasebookApi;

  suiteSetup(async () => {
    api = (await vscode.extensions.getExtension<CasebookApi>('casebook.cloud-casebook')?.activate()) as CasebookApi;
  });

  suiteTeardown(async () => {
    await closeEverything();
  });

  test('the API has all cases, and answers at once', () => {
    assert.equal(api.version, 1);
    assert.isAtLeast(api.cases().length, 85);
    assert.equal(api.search('墨迹天气', 3)[0]?.section, '9');
    assert.deepInclude(api.recognise(ROS, 'stack.yaml')[0], {
      line: 3,
      column: 10,
      length: 23,
      tier: 'declared',
      dialect: 'ros',
    });
    const [first] = api.suggest(['rds-mysql', 'ecs']);
    assert.isAtMost(first?.count ?? 0, first?.of ?? 0);
    assert.equal(first?.cases.length, first?.count);
    const scores = api.casesLike(['slb', 'redis', 'oss']).map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });

  test('the palette search opens the case it ranks first', async () => {
    await vscode.commands.executeCommand('casebook.search', '墨迹天气');
    await until('the page of the case', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      return tab?.input instanceof vscode.TabInputWebview ? tab : undefined;
    });
    const label = vscode.window.tabGroups.activeTabGroup.activeTab?.label;
    const study = api.cases().find(({ section }) => section === '9');
    assert.include([study?.customer.zh, study?.customer.en], label);
  });
});
