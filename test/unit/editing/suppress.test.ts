// Comments that silence us.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Product } from '../../../src/core/model';
import {
  ignoredProducts,
  readSuppressions,
  silencedIn,
  silencingLines,
  suppressionOn,
} from '../../../src/core/suppress';
import { linesOf } from '../../../src/core/text';
import { realLibrary, tinyLibrary } from '../../support/library';

describe('suppression comments', () => {
  it.each([
    ['# cases: ignore rds', { file: false, names: ['rds'] }],
    ['  # cases: ignore rds, RDS MySQL — our own cluster', { file: false, names: ['rds', 'RDS MySQL'] }],
    ['# case: ignore rds (agreed with finance)', { file: false, names: ['rds'] }],
    ['image: redis # cases: ignore redis', { file: false, names: ['redis'] }],
    ['# 案例: 忽略 对象存储、负载均衡', { file: false, names: ['对象存储', '负载均衡'] }],
    ['# 案例：忽略 rds', { file: false, names: ['rds'] }],
    ['# cases: ignore-file', { file: true }],
    ['# 案例: 忽略本文件', { file: true }],
    ['# 案例: 忽略文件', { file: true }],
    ['# cases: ignored', undefined],
    ['# cases: inet-3', undefined],
    ['# ignore rds', undefined],
    ['text: "# cases: ignore-file"', undefined],
    ['command: "run -- cases: ignore-file" # ours', undefined],
  ])('%s', (line, expected) => expect(suppressionOn(line)).toEqual(expected));

  it('are gathered over the file; one for the file silences all of it', () => {
    const text = 'a: 1\n# cases: ignore rds\nb: 2 # cases: ignore oss\n';
    expect(readSuppressions(linesOf(text))).toEqual({ file: false, names: ['rds', 'oss'] });
    expect(readSuppressions(linesOf(`${text}# cases: ignore-file\n`)).file).toBe(true);
  });

  it('mean products of the library', () => {
    const silenced = (text: string) => silencedIn(realLibrary(), linesOf(text));
    expect(silenced('a: 1 # cases: ignore oss\n')).toEqual({ file: false, products: new Set(['oss']) });
    expect(silenced('# cases: ignore-file\n')).toEqual({ file: true, products: new Set() });
  });

  it('are the same after any edit as in a fresh reading', () => {
    const line = fc.constantFrom('a: 1', '', '# cases: ignore rds', '# cases: ignore oss', '# cases: ignore-file', '#');
    const lines = fc.array(line, { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(silencingLines(after, silencingLines(before))).toEqual(silencingLines(after));
      }),
      { numRuns: 500 },
    );
  });

  it('name products by id, short name or alias, and a family with its members', () => {
    const ignored = (name: string) => [...ignoredProducts(realLibrary(), [name])];
    expect(ignored('OSS')).toEqual(['oss']);
    expect(ignored('对象存储OSS')).toEqual(['oss']);
    expect(ignored('rds')).toEqual(expect.arrayContaining(['rds', 'rds-mysql']));
    expect(ignored('rds-mysql because we run ecs')).toEqual(['rds-mysql']);
    expect(ignored('nothing of ours')).toEqual([]);
  });

  it.each([
    ['mysql', 'rds-mysql'],
    ['Postgres', 'rds-postgresql'],
    ['mongo', 'mongodb'],
    ['minio', 'oss'],
    ['nginx', 'slb'],
    ['hadoop', 'emr'],
    ['Grafana', 'arms'],
    ['Prometheus (our own)', 'arms'],
    ['SQL Server', 'rds-sqlserver'],
    ['redis', 'redis'],
  ])('name self-hosted systems as their hovers do: %s', (name, id) => {
    const { names } = readSuppressions(linesOf(`# cases: ignore ${name}\n`));
    expect(ignoredProducts(realLibrary(), names)).toContain(id);
  });

  it('mean the product that has the name of a system', () => {
    const called = (id: string, alias: string) => ({
      ...(realLibrary().productById.get(id) as Product),
      aliases: [alias],
    });
    const library = tinyLibrary([], { products: [called('slb', 'x'), called('cdn', 'nginx')] });
    expect([...ignoredProducts(library, ['nginx'])]).toEqual(['cdn']);
  });

  // A pattern that tries every start or every length would need minutes for these.
  it('are read in one pass, however long the line is', () => {
    const gap = ' '.repeat(500_000);
    expect(suppressionOn(`# cases: ignore rds${gap}x`)).toEqual({ file: false, names: [`rds${gap}x`] });
    expect(suppressionOn(`# cases: ignore rds${gap}- x`)).toEqual({ file: false, names: ['rds'] });
    const named = (text: string) => [...ignoredProducts(realLibrary(), [text])];
    expect(named(`rds-mysql ${'because '.repeat(100_000)}`)).toEqual(['rds-mysql']);
    expect(named('because '.repeat(100_000))).toEqual([]);
  });
});
