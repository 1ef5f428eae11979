// The command line as a pipeline uses it: results on stdout, problems on stderr, exit codes that can be branched on.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { escapeMarkdown } from '../../../src/core/markdown';
import { bundleEntry } from '../../support/nodeBundle';

let script: string;
const folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));
const ros = join(folder, 'stack.yaml');
const plain = join(folder, 'plain.yaml');
const lone = join(folder, 'lone.yaml');
const other = join(folder, 'other.yaml');

beforeAll(async () => {
  script = await bundleEntry('cli');
  writeFileSync(
    ros,
    "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::RDS::DBInstance\n  B:\n    Type: ALIYUN::OSS::Bucket\n  C:\n    Type: ALIYUN::CDN::Domain\n",
  );
  writeFileSync(plain, 'a: 1\n');
  writeFileSync(lone, "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::ECS::Instance\n");
  writeFileSync(other, 'b: 1\n');
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('report', () => {
  test('writes Markdown, the same every time', () => {
    const first = run('report', ros);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('# Evidence report');
    expect(run('report', ros).stdout).toBe(first.stdout);
  });

  test('writes HTML without scripts, and JSON', () => {
    const { stdout } = run('report', ros, '--format', 'html', '--lang', 'zh');
    expect(stdout).toMatch(/^<!DOCTYPE html>/);
    expect(stdout).not.toMatch(/<script/i);
    expect(JSON.parse(run('report', ros, '--format', 'json').stdout).sections.length).toBeGreaterThan(4);
  });

  test('a file without products is 1', () => {
    expect(run('report', plain).status).toBe(1);
  });

  test('no strong match is 1, too', () => {
    expect(run('report', lone)).toMatchObject({ status: 1, stdout: expect.stringContaining('No strong match') });
  });

  test('of many files says how many in its title', () => {
    expect(run('report', ros, plain).stdout).toContain(`# Evidence report: ${escapeMarkdown(`${ros}, ${plain}`)}\n`);
    expect(run('report', ros, plain, lone, other).stdout).toContain('# Evidence report: 4 files\n');
  });
});

test('an option that would change nothing is wrong use', () => {
  const wrong = { status: 2, stdout: '' };
  expect(run('match', ros, '--format', 'html')).toMatchObject({
    ...wrong,
    stderr: expect.stringContaining('--format'),
  });
  expect(run('report', ros, '--limit', '3')).toMatchObject({ ...wrong, stderr: expect.stringContaining('--limit') });
  expect(run('search', 'redis', '--format', 'md')).toMatchObject(wrong);
  expect(run('match', ros, '--format', 'json').status).toBe(0);
});

test('the file - is the standard input', () => {
  const input = readFileSync(ros, 'utf8');
  const { status, stdout } = spawnSync(process.execPath, [script, 'match', '-'], { encoding: 'utf8', input });
  expect(status).toBe(0);
  expect(JSON.parse(stdout).cases).toEqual(JSON.parse(run('match', ros).stdout).cases);
});

test('match answers in JSON', () => {
  const { status, stdout } = run('match', ros);
  expect(JSON.parse(stdout).cases[0].id).toMatch(/^inet-/);
  expect(status).toBe(0);
});

test('match of several files answers for all of them together, as its exit code does', () => {
  const { status, stdout } = run('match', lone, ros);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ files: [lone, ros].sort(), verdict: 'match' });
  expect(answer.products).toContainEqual({ id: 'oss', tier: 'declared', places: [`${ros}:6`] });
  expect(status).toBe(0);
  expect(run('match', lone).status).toBe(1);
});

test('search says behind a case which of the words it lacks', () => {
  expect(run('search', '直播 游戏 天气 缓存', '--limit', '1').stdout).toMatch(/ — without 直播, 缓存\n$/);
});

test('search says on stderr what it could not read, and that nothing was found', () => {
  const unknown = run('search', 'foo:墨迹天气');
  expect(unknown.stderr).toContain('There is no facet word “foo:”.');
  expect(run('search', 'product:nosuch', '--lang', 'zh')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: '“product:”中没有“nosuch”。\n没有案例符合“product:nosuch”。\n',
  });
  expect(run('search', 'zzzqqq')).toMatchObject({ status: 1, stderr: 'No case answers “zzzqqq”.\n' });
});

test('search prints one case a line', () => {
  const { status, stdout } = run('search', '墨迹天气', '--limit', '1');
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stdout).toMatch(/^inet-9\t§9\tp\. 69\t/);
  expect(run('search', 'qqqzzzxxx').status).toBe(1);
});

test.each([
  [],
  ['nonsense', 'x'],
  ['report'],
  ['report', join(folder, 'missing.yaml')],
  ['search', 'x', '--lang', 'fr'],
  ['search', 'x', '--limit', 'abc'],
  ['search', 'x', '--limit=-5'],
  ['search', 'x', '--limit', '2.5'],
  ['search', 'x', '--limit', '0'],
  ['report', ros, '--format', 'pdf'],
  ['--what'],
  ['constructor', 'x'],
  ['search', 'x', '--limit', 'abc'],
  ['search', 'x', '--limit', '0'],
  ['search', 'x', '--limit', '2.5'],
  ['search', 'x', '--limit=-5'],
  ['search', 'x', '--limit', ''],
])('wrong use %j is 2, with a sentence on stderr and nothing on stdout', (...args) => {
  const { status, stdout, stderr } = run(...args.filter((arg) => typeof arg === 'string'));
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/\w+/);
});

test('a folder is told from a file', () => {
  expect(run('report', folder)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`a folder, not a file: ${folder}`),
  });
});

test('help is help', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage') });
});
