import { assert } from 'chai';
import * as vscode from 'vscode';

import { completions, labelOf, open, textAfter, withSetting, writes } from './asking';

const ROS = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Entry:
    Type: ALIYUN::SLB::LoadBalancer
  App:
    Type: ALIYUN::ECS::InstanceGroup
`;
const SKETCH = `architecture: shop
components:
  - name: entry
    product: slb
`;

suite('completion', () => {
  test('products are ranked with k of n, and their notes list the voters', async () => {
    const items = await completions(await open(`${SKETCH}  - name: db\n    product: $0\n`), undefined, 1);
    assert.lengthOf(items, 20);
    assert.match(items[0]?.detail ?? '', /\d+\/\d+$/);
    const note = items[0]?.documentation;
    assert.instanceOf(note, vscode.MarkdownString);
    assert.match((note as vscode.MarkdownString).value, /^- .*§.* p/m);
  });

  test('the whole text after taking an item is what was meant', async () => {
    const place = await open(`${SKETCH}  - name: db\n    product: r$0 # why\n`);
    const item = (await completions(place)).find((one) => writes(one) === 'rds');
    assert.isDefined(item);
    const after = item && textAfter(place.document, item);
    assert.strictEqual(after, `${SKETCH}  - name: db\n    product: rds # why\n`);
  });

  test('items of another provider still come, ours after them, no label twice', async () => {
    const theirs = vscode.languages.registerCompletionItemProvider(
      { language: 'yaml' },
      {
        provideCompletionItems: () => [new vscode.CompletionItem('ALIYUN::RDS::DBInstance')],
      },
    );
    try {
      const items = await completions(await open(`${ROS}  Db:\n    Type: $0\n`));
      const labels = items.map(labelOf);
      assert.strictEqual(labels[0], 'ALIYUN::RDS::DBInstance');
      assert.isAbove(labels.length, 5);
      assert.strictEqual(new Set(labels).size, labels.length);
      assert.isTrue(items.slice(1).every((item) => /^ALIYUN::\w+::\w+$/.test(writes(item))));
    } finally {
      theirs.dispose();
    }
  });

  test('outside our slots words still complete', async () => {
    const place = await open(`${ROS}  Db:\n    Properties:\n      Description: LoadBal$0\n`);
    await vscode.window.showTextDocument(place.document);
    const items = await completions(place);
    assert.isEmpty(items.filter(({ detail }) => /\d+\/\d+$/.test(detail ?? '')));
    assert.include(items.map(labelOf), 'LoadBalancer');
  });

  test('the sign @ opens the cases in a citation comment, and nowhere else', async () => {
    const cited = await completions(await open(`${ROS}  # case: @$0\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n`), '@');
    assert.lengthOf(cited, 20);
    assert.match(writes(cited[0] as vscode.CompletionItem), /^inet-[\d.]+ § [\d.]+ p\. \d+$/);
    for (const elsewhere of [`${ROS}  # mail me @$0\n`, '# case: @$0\ntitle: a list\n']) {
      const items = await completions(await open(elsewhere), '@');
      assert.isEmpty(items.filter((item) => writes(item).includes('inet-')));
    }
  });

  test('the setting turns it off, and a comment silences the file', async () => {
    const marked = `${SKETCH}  - name: db\n    product: $0\n`;
    const ours = async (text: string) =>
      (await completions(await open(text))).filter(({ detail }) => /\d+\/\d+$/.test(detail ?? ''));
    await withSetting('completion', 'off', async () => assert.isEmpty(await ours(marked)));
    assert.isNotEmpty(await ours(marked));
    assert.isEmpty(await ours(`# cases: ignore-file\n${marked}`));
  });
});
