import { describe, expect, it } from 'vitest';

import { isSearchable, textView } from '../../../src/core/importing/textView';
import type { TextBlock } from '../../../src/core/model';
import { planOf } from '../../support/volumes';
import { SMALL_VOLUME } from '../../support/volumeText';

const plan = planOf(SMALL_VOLUME);
const study = (section: string) => {
  const found = plan.entries.find((entry) => entry.study.section === section)?.study;
  if (!found) throw new Error(section);
  return found;
};
const blocks = (section: string, kind: TextBlock['kind']) =>
  (study(section).text ?? []).filter((block) => block.kind === kind).map((block) => block.text.trim());

describe('a volume as text', () => {
  it('takes its name, publisher and edition from the title page', () => {
    expect(plan.volume).toEqual({
      id: 'vol-20230101',
      title: { zh: '云厂案例库·金融', en: '云厂案例库·金融' },
      publisher: { zh: '云厂', en: 'Acme Cloud' },
      edition: '20230101',
      date: '2023-01-01',
    });
  });

  it('finds the announced sections, not the chapters, and no ordered list among them', () => {
    expect(plan.entries.map(({ study: { id, page } }) => [id, page])).toEqual([
      ['vol-20230101-1.1', 3],
      ['vol-20230101-1.2', 5],
      ['vol-20230101-2', 7],
    ]);
    expect(plan.rejected).toEqual([]);
  });

  it('completes a title that the contents cut, and keeps digits at its start', () => {
    expect(study('2').title.zh).toBe('乙保险：核心系统改造');
    expect(study('1.2').title.zh).toBe('58证券');
  });

  it('guesses the customer', () => {
    expect(plan.entries.map((entry) => entry.study.customer.zh)).toEqual(['甲银行', '58证券', '乙保险']);
  });

  it('keeps every character in exactly one block', () => {
    const text = plan.entries.flatMap((entry) => entry.study.text ?? []).map((block) => block.text);
    expect(text.join('')).toBe(SMALL_VOLUME.slice(SMALL_VOLUME.lastIndexOf('1.1. 甲银行')));
  });

  it('tells headings, captions, lost figures, tables and code apart', () => {
    expect(blocks('1.1', 'caption')).toEqual(['总体架构图']);
    expect(blocks('1.1', 'figure')).toHaveLength(1);
    expect(blocks('1.1', 'table')).toEqual(['指标	之前	之后\n扩容	14天	1天']);
    expect(blocks('1.1', 'heading')).toContain('方案细节：');
    expect(blocks('2', 'code')).toEqual(['```\n1.2. 58证券\n```']);
  });

  it('reads product lists with every bullet and without any, across page breaks', () => {
    expect(study('1.1').products.map((use) => use.id)).toEqual(['ecs', 'slb']);
    expect(study('1.2').products.map((use) => use.id)).toEqual(['redis']);
    expect(study('1.2').services).toEqual(['svc-enterprise-support']);
    expect(study('2').products.map((use) => use.id)).toEqual(['oss']);
    expect(plan.listed).toEqual({ products: 5, services: 1 });
  });

  it('keeps the vendor’s descriptions apart from the case’s own text', () => {
    expect(blocks('1.1', 'boilerplate').join('\n')).toContain('云服务器是一种计算服务。');
    expect(JSON.stringify(study('1.1').solution)).not.toContain('计算服务');
    const searched = (study('1.1').text ?? []).filter(isSearchable).map((block) => block.text);
    expect(searched.join('')).not.toContain('计算服务');
    expect(searched.join('')).toContain('核心交易跑在云上');
  });

  it('takes the statements of each part verbatim, without signatures', () => {
    expect(study('1.1').challenges.map((statement) => statement.zh)).toEqual([
      '扩容慢：大促前要等两周。',
      '成本高，机房利用率低。',
    ]);
    expect(
      study('1.1')
        .outcomes.map((statement) => statement.zh)
        .join(),
    ).not.toContain('——');
  });

  it('reports unknown names with the cases that list them', () => {
    expect(plan.unknown).toEqual([{ name: '秘银数据库', cases: ['vol-20230101-1.2'], suggestions: expect.any(Array) }]);
  });

  it('uses what the reader decided about a name, also that it is no product', () => {
    const mapped = planOf(SMALL_VOLUME, { mapping: { 秘银数据库: 'oss' } });
    expect(mapped.unknown).toEqual([]);
    expect(mapped.entries[1]?.study.products.map((use) => use.id)).toEqual(['redis', 'oss']);
    const refused = planOf(SMALL_VOLUME, { mapping: { 秘银数据库: null } });
    expect(refused.unknown).toEqual([]);
    expect(refused.entries[1]?.study.products.map((use) => use.id)).toEqual(['redis']);
  });

  it('knows the team’s own names', () => {
    expect(planOf(SMALL_VOLUME, { aliases: { tablestore: ['秘银 数据库'] } }).unknown).toEqual([]);
  });

  it('rejects an announced section that the text lacks in the middle', () => {
    const { rejected } = planOf(SMALL_VOLUME.replace('\n1.2. 58证券\n\n客户简介', '\n客户简介'));
    expect(rejected).toEqual([{ what: '1.2', title: '58证券', code: 'not-found', detail: '' }]);
  });
});

describe('a volume as Markdown', () => {
  const markdown = `# 云厂案例库·零售

版本：20240601

## 1. 甲超市上云案例

<!-- page 4 -->

### 业务痛点

- 排队太久，顾客离开。

### 选用的产品

- 云服务器ECS
- [对象存储OSS](https://example.com)

## 2. 乙商场

<!-- page 6 -->

1. 不是标题。

### Solution

The shop now runs on the cloud, all of it.
`;

  it('finds sections by their headings, and pages by their marks', () => {
    const { volume, entries } = planOf(markdown, { fileName: 'retail.md' });
    expect(volume.title.zh).toBe('云厂案例库·零售');
    expect(entries.map(({ study: { section, page, title } }) => [section, page, title.zh])).toEqual([
      ['1', 4, '甲超市上云案例'],
      ['2', 6, '乙商场'],
    ]);
    expect(entries[0]?.study.products.map((use) => use.id)).toEqual(['ecs', 'oss']);
    expect(entries[1]?.study.solution).toHaveLength(1);
  });

  it('gives page 0 where the document has no pages', () => {
    expect(planOf(markdown.replace(/<!--.*-->\n/g, '')).entries.map((entry) => entry.study.page)).toEqual([0, 0]);
  });
});

describe('the text as a page shows it', () => {
  it('reads depth, ordinals, rows and inline marks; a link keeps its text and leads nowhere', () => {
    const view = textView([
      { kind: 'list', text: '1. **one**\n - i. two\n- three\n\n' },
      { kind: 'table', text: '| a | b |\n|---|---|\n| 1 | 2 |\n' },
      { kind: 'paragraph', text: 'see [it](command:evil) and [that](#)\n' },
      { kind: 'code', text: '```sh\nls\n```\n' },
    ]);
    expect(view).toEqual([
      {
        kind: 'list',
        items: [
          { depth: 0, ordinal: '1.', lines: [[{ kind: 'strong', text: 'one' }]] },
          { depth: 1, ordinal: 'i.', lines: [[{ kind: 'text', text: 'two' }]] },
          { depth: 0, ordinal: undefined, lines: [[{ kind: 'text', text: 'three' }]] },
        ],
      },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'text', text: 'see ' },
            { kind: 'text', text: 'it (command:evil)' },
            { kind: 'text', text: ' and ' },
            { kind: 'text', text: 'that' },
          ],
        ],
      },
      { kind: 'code', text: 'ls' },
    ]);
  });
});
