import { assert } from 'chai';
import * as vscode from 'vscode';

import { hovers, open, withSetting } from './asking';

const ROS = `ROSTemplateFormatVersion: '2015-09-01'
# case: inet-1.26 § 1.26 p. 40; inet-99
Resources:
  Entry:
    Type: ALIYUN::SLB::LoadBalancer
  Db:
    Type: ALIYUN::RDS::DBInstance
  Pictures:
    Type: ALIYUN::OSS::Bucket
`;
const on = (mark: string) => ROS.replace(mark, `$0${mark}`);

suite('hover', () => {
  test('a product token tells its cases, the same twice', async () => {
    const place = await open(on('ALIYUN::RDS'));
    const [first] = await hovers(place);
    assert.match(first ?? '', /of 85 cases/);
    assert.isAtMost((first ?? '').split('\n').length, 8);
    assert.deepEqual(await hovers(place), [first]);
  });

  test('links run our own commands only', async () => {
    const { document, position } = await open(on('ALIYUN::OSS'));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const [content] = hover?.contents ?? [];
    const text = content instanceof vscode.MarkdownString ? content.value : '';
    const commands = [...text.matchAll(/\(command:([^?)]+)/g)].map((match) => match[1]);
    assert.isNotEmpty(commands);
    for (const command of commands) assert.match(command ?? '', /^casebook\.(openCase|openProduct|copyCitation)$/);
  });

  test('keys, names and other text stay silent', async () => {
    for (const mark of ['Resources:', 'Db:', "'2015-09-01'"]) assert.isEmpty(await hovers(await open(on(mark))), mark);
    assert.isEmpty(await hovers(await open('title: ALIYUN$0::RDS::DBInstance\n')));
  });

  test('a citation is formatted, an unknown id is said to be unknown', async () => {
    const [text] = await hovers(await open(on('inet-1.26')));
    assert.match(text ?? '', /1\.26/);
    assert.match(text ?? '', /inet-99/);
  });

  test('a self-hosted image tells its managed counterpart', async () => {
    const [text] = await hovers(await open('services:\n  cache:\n    image: red$0is:7\n', 'dockercompose'));
    assert.match(text ?? '', /→ \*\*云数据库 Redis 版/);
  });

  test('the hover of a schema stands above ours', async () => {
    const theirs = vscode.languages.registerHoverProvider(
      { language: 'yaml' },
      {
        provideHover: () => new vscode.Hover('the schema says'),
      },
    );
    try {
      const texts = await hovers(await open(on('ALIYUN::RDS')));
      assert.lengthOf(texts, 2);
      assert.strictEqual(texts[0], 'the schema says');
    } finally {
      theirs.dispose();
    }
  });

  test('the setting shortens it and turns it off', async () => {
    const place = await open(on('ALIYUN::RDS'));
    await withSetting('hover', 'short', async () => {
      assert.lengthOf(((await hovers(place))[0] ?? '').split('\n'), 2);
    });
    await withSetting('hover', 'off', async () => assert.isEmpty(await hovers(place)));
  });

  test('comments silence a product and a file', async () => {
    assert.isEmpty(await hovers(await open(`# cases: ignore rds\n${on('ALIYUN::RDS')}`)));
    assert.isNotEmpty(await hovers(await open(`# cases: ignore rds\n${on('ALIYUN::OSS')}`)));
    assert.isEmpty(await hovers(await open(`# cases: ignore-file\n${on('ALIYUN::OSS')}`)));
  });
});
