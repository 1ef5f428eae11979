import { describe, expect, it } from 'vitest';

import { exportCases } from '../../../src/core/importing/exportCases';
import { applyPlan } from '../../../src/core/importing/plan';
import { productNames } from '../../../src/core/importing/productNames';
import { mergeLibrary } from '../../../src/core/team/mergeLibrary';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';
import { planOf } from '../../support/volumes';
import { SMALL_VOLUME } from '../../support/volumeText';

const json = (value: unknown) => planOf(JSON.stringify(value), { fileName: 'cases.json' });

describe('JSON of the contract', () => {
  it('reads what the export wrote, to the last field', () => {
    const imported = applyPlan(planOf(SMALL_VOLUME));
    const { library } = mergeLibrary(realLibrary().data, { imported: [imported] });
    const cases = library.cases.filter((study) => study.volume === imported.volume.id);
    const { volume, entries, rejected } = planOf(exportCases(cases, library, 'json', 'en'), {
      fileName: 'cases.json',
      present: [imported],
    });
    expect(volume).toEqual(imported.volume);
    expect(rejected).toEqual([]);
    expect(entries.map((entry) => entry.change)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('knows shipped cases again', () => {
    const [study] = realLibrary().cases;
    expect(json([study]).entries).toEqual([{ study, change: 'added', isLinked: true }]);
  });

  it('reports products that nobody knows and leaves unknown groups out', () => {
    const { entries, unknown } = json([
      tinyCase('1', ['ecs', 'rds-mysqll'], { industry: 'alchemy', problems: ['cost', 'gold'] }),
    ]);
    expect(unknown).toEqual([
      {
        name: 'rds-mysqll',
        cases: ['tiny-1'],
        suggestions: expect.arrayContaining([expect.objectContaining({ id: 'rds-mysql' })]),
      },
    ]);
    const study = entries[0]?.study;
    expect(study?.products.map((use) => use.id)).toEqual(['ecs']);
    expect([study?.industry, study?.problems]).toEqual(['unclassified', ['cost']]);
  });

  it('shows what changed, what came and what went', () => {
    const before = applyPlan(json([tinyCase('1', ['ecs']), tinyCase('2', ['ecs']), tinyCase('3', ['ecs'])]));
    const now = planOf(JSON.stringify([tinyCase('1', ['ecs']), tinyCase('2', ['oss']), tinyCase('4', ['ecs'])]), {
      fileName: 'cases.json',
      present: [before],
    });
    expect(now.entries.map((entry) => [entry.study.id, entry.change])).toEqual([
      ['tiny-1', 'unchanged'],
      ['tiny-2', 'changed'],
      ['tiny-4', 'added'],
    ]);
    expect(now.removed).toEqual(['tiny-3']);
    expect(applyPlan(now).cases.map((study) => study.id)).toEqual(['tiny-1', 'tiny-2', 'tiny-4']);
  });
});

describe('product names', () => {
  const names = productNames(realLibrary().data.products);

  it.each([
    ['云服务器 ECS', 'ecs'],
    ['大数据计算服务 · MaxCompute', 'maxcompute'],
    ['弹性公网IP（EIP）', 'eip'],
    ['阿里云对象存储OSS', 'oss'],
    ['云数据库RDS MySQL版', 'rds-mysql'],
    ['顶级支持计划', 'svc-top-support'],
  ])('%s is %s', (name, id) => {
    expect(names.find(name)).toBe(id);
  });

  it('does not know what it does not know, and suggests what is near', () => {
    expect(names.find('云数据库 Redjs 版')).toBeUndefined();
    expect(names.suggest('云数据库 Redjs 版')[0]?.id).toBe('redis');
    expect(names.suggest('完全不存在的东西啊啊啊')).toEqual([]);
  });
});

describe('the export', () => {
  const library = tinyLibrary([tinyCase('1', ['ecs']), tinyCase('2', ['oss'])]);

  it('gives the same bytes for the same cases', () => {
    for (const format of ['json', 'md', 'html'] as const) {
      expect(exportCases(library.cases, library, format, 'en')).toBe(exportCases(library.cases, library, format, 'en'));
    }
  });

  it('names volume, section and page of every case', () => {
    const markdown = exportCases(library.cases, library, 'md', 'en');
    expect(markdown.match(/§\d, p\\?\. \d/g)).toHaveLength(2);
    expect(exportCases(library.cases, library, 'html', 'zh')).toContain('第 1 页');
  });
});
