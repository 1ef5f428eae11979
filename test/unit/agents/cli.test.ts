// The command line as a pipeline uses it: results on stdout, problems on stderr, exit codes that can be branched on.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { bundleEntry } from '../../support/nodeBundle';

let script: string;
const folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));
const ros = join(folder, 'stack.yaml');
const plain = join(folder, 'plain.yaml');
const thin = join(folder, 'thin.yaml');
const otherThin = join(folder, 'otherThin.yaml');

beforeAll(async () => {
  script = await bundleEntry('cli');
  writeFileSync(
    ros,
    "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::RDS::DBInstance\n  B:\n    Type: ALIYUN::OSS::Bucket\n  C:\n    Type: ALIYUN::CDN::Domain\n",
  );
  writeFileSync(plain, 'a: 1\n');
  writeFileSync(thin, template('RDS::DBInstance'));
  writeFileSync(otherThin, template('CDN::Domain'));
});

function template(type: string): string {
  return `ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  A:\n    Type: ALIYUN::${type}\n`;
}

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

  test('without a strong match is 1, as it says', () => {
    const { status, stdout } = run('report', thin);
    expect(stdout).toContain('No strong match');
    expect(status).toBe(1);
  });
});

test('match answers in JSON', () => {
  const { status, stdout } = run('match', ros);
  expect(JSON.parse(stdout).cases[0].id).toMatch(/^inet-/);
  expect(status).toBe(0);
});

test('match of several files is 0 when one of the answers is a match, whatever they would be together', () => {
  const verdicts = (...files: string[]) => {
    const { status, stdout } = run('match', ...files);
    return [status, ...JSON.parse(stdout).map(({ verdict }: { verdict: string }) => verdict)];
  };
  expect(verdicts(thin, ros)).toEqual([0, 'no strong match', 'match']);
  expect(verdicts(thin, otherThin)).toEqual([1, 'no strong match', 'no strong match']);
  expect(run('report', thin, otherThin).status).toBe(0);
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

test('help is help', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage') });
});
