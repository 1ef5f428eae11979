// Which texts of a case are looked through, and where a word in them leads.
import { describe, expect, test } from 'vitest';

import type { TextBlock } from '../../../src/core/model';
import { passagesOf, textsIn } from '../../../src/core/search/passages';
import { search } from '../../../src/core/search/search';
import { buildSearch } from '../../../src/core/search/searchIndex';
import { tinyCase, tinyLibrary } from '../../support/library';

const block = (kind: TextBlock['kind'], text: string): TextBlock => ({ kind, text });
const text = [
  block('heading', '一、业务痛点\n'),
  block('paragraph', '票根堆积如山。\n'),
  block('list', '- 夜里对账\n'),
  block('product', '云数据库甲\n'),
  block('boilerplate', '甲是稳定可靠的云产品。\n'),
  block('pageMark', '第 8 页\n'),
];

describe("a document's own text", () => {
  const study = tinyCase('1', [], { text });
  const index = buildSearch(tinyLibrary([study]));

  test('is found word by word, and leads to the text', () => {
    expect(search(index, '票根')[0]?.why).toMatchObject({ tier: 'statement', place: 'text' });
    expect(search(index, '夜里对账')).toHaveLength(1);
  });

  test('what a vendor says of its product is no reason for a case', () => {
    expect(search(index, '稳定可靠')).toEqual([]);
    expect(search(index, '云数据库甲')).toEqual([]);
  });

  test('passages and texts are the same in the same order', () => {
    expect(textsIn(study, 'zh')).toEqual(passagesOf(study).map(({ zh }) => zh));
    expect(textsIn(study, 'en')).toEqual(passagesOf(study).map(({ en }) => en));
  });
});
