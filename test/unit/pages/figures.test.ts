import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/core/model';
import { figureLine, figuresOf, figureText } from '../../../src/core/pages/figures';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const units = { ...library.data.units, 用户: 'users', 天: 'days', 城市: 'cities', 家: '' };
const line = (figure: Partial<Figure>, lang: 'zh' | 'en') =>
  figureLine({ value: 1, unit: '', kind: 'scale', ...figure } as Figure, lang, units);

describe('a figure', () => {
  test.each<[Partial<Figure>, string, string]>([
    [{ value: 8000, unit: '万用户' }, '8000 万用户', '80 million users'],
    [{ value: 30, unit: '%' }, '30%', '30%'],
    [{ value: 20, unit: '倍' }, '20倍', '20×'],
    [{ value: 20, unit: ':1' }, '20:1', '20:1'],
    [{ value: 1.5, unit: '亿' }, '1.5 亿', '150 million'],
    [{ value: 7, unit: '千万' }, '7 千万', '70 million'],
    [{ value: 3, unit: '万家' }, '3 万家', '30,000'],
    [{ value: 1, unit: '天' }, '1 天', '1 day'],
    [{ value: 1, unit: '城市' }, '1 城市', '1 city'],
    [{ value: 0, unit: '故障' }, '0 故障', '0'],
    [{ value: 0.01, unit: '%', bound: 'at-most' }, '至多 0.01%', 'at most 0.01%'],
    [{ value: [30, 60], unit: '秒' }, '30–60 秒', '30–60 seconds'],
    [{ value: [1, 2], unit: '亿' }, '1–2 亿', '100 million–200 million'],
    [{ value: 100, unit: '万级' }, '100 万级', 'about 1 million'],
    [{ value: 3, unit: '天', from: { value: 15, unit: '天' } }, '3 天 (此前 15 天)', '3 days (before 15 days)'],
    [{ value: 5, unit: '光年' }, '5 光年', '5 光年'],
  ])('%o', (figure, zh, en) => {
    expect([line(figure, 'zh'), line(figure, 'en')]).toEqual([zh, en]);
  });

  test('abbreviations are not made singular', () => {
    expect(figureText({ value: 1, unit: 'QPS', kind: 'scale' }, 'en', units).unit).toBe('QPS');
  });
});

test('every unit of the library has an English form', () => {
  const strange = library.cases.flatMap((study) =>
    [...figuresOf(study, 'outcome'), ...figuresOf(study, 'scale')]
      .map(({ figure }) => figureLine(figure, 'en', library.data.units))
      .filter((text) => /\p{Script=Han}/u.test(text))
      .map((text) => `${study.id}: ${text}`),
  );
  expect(strange).toEqual([]);
});
