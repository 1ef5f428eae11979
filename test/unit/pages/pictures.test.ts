import { describe, expect, test } from 'vitest';

import {
  architectureOf,
  drawArchitecture,
  layoutArchitecture,
  lineWidth,
  SHAPES,
  type TextLine,
} from '../../../src/core/pictures/architecture';
import { LAYERED_CATEGORIES, layerOf } from '../../../src/core/pictures/layers';
import { type Box, textWidth, wrapText } from '../../../src/core/pictures/measure';
import { productsTogether } from '../../../src/core/pictures/together';
import { drawMap, layoutMap, MAP_SHAPES } from '../../../src/core/pictures/togetherMap';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const library = realLibrary();
const LANGS = ['zh', 'en'] as const;

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;
const holds = (outer: Box, inner: Box) =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5;
const pairs = <T>(items: readonly T[]) => items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
/** The box of a centred line. */
const centred = (line: TextLine): Box => ({
  x: line.x - lineWidth(line) / 2,
  y: line.y - line.size,
  width: lineWidth(line),
  height: line.size * 1.2,
});

describe('text', () => {
  test('Chinese is one em a character, Latin less', () => {
    expect(textWidth('云数据库', 10)).toBe(40);
    expect(textWidth('database', 10)).toBeLessThan(45);
  });

  test('is broken by width and never starts a line with a closing sign', () => {
    const lines = wrapText('读写分离的业务库，承载订单与支付。', 60, 12, 9);
    expect(lines.join('')).toBe('读写分离的业务库，承载订单与支付。');
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });

  test('that does not fit ends in an ellipsis', () => {
    expect(wrapText('a very long role that goes on', 60, 12, 1)).toEqual([expect.stringMatching(/…$/)]);
    for (const line of wrapText('Supercalifragilistic', 40, 12, 3)) expect(textWidth(line, 12)).toBeLessThanOrEqual(48);
  });
});

test('every product category has a layer', () => {
  expect(library.data.categories.map(({ id }) => id).filter((id) => !LAYERED_CATEGORIES.includes(id))).toEqual([]);
});

test('an unknown product stands in the last layer', () => {
  expect(layerOf(library, 'no-such-product')).toBe('services');
});

describe.each(Object.entries(SHAPES))('the %s architecture picture', (name, shape) => {
  test.each(LANGS)('places every product once, without overlap and with its text inside (%s)', (lang) => {
    for (const study of library.cases) {
      const layout = layoutArchitecture(architectureOf(study, library, lang), shape, lang);
      const ids = layout.nodes.map(({ node }) => node.id).sort();
      expect(ids).toEqual([...study.products.map((use) => use.id), ...study.services].sort());
      for (const [a, b] of pairs(layout.nodes)) expect([study.id, overlap(a.box, b.box)]).toEqual([study.id, false]);
      for (const [a, b] of pairs(layout.bands)) expect([study.id, overlap(a.box, b.box)]).toEqual([study.id, false]);
      for (const placed of layout.nodes) {
        expect(layout.bands.some((band) => holds(band.box, placed.box))).toBe(true);
        for (const line of [...placed.name, ...placed.role]) {
          expect([study.id, line.text, holds(placed.box, centred(line))]).toEqual([study.id, line.text, true]);
        }
      }
    }
  });

  test('tells listed and mentioned apart by more than colour', () => {
    const study = library.caseById.get('inet-1.26');
    if (!study) throw new Error('no case');
    const markup = drawArchitecture(
      layoutArchitecture(architectureOf(study, library, 'en'), shape, 'en'),
      name,
      'x',
      'en',
    );
    const nodes = [...markup.toString().matchAll(/<a class="node (\w+)"[^>]*data-open="product\/([\w-]+)"/g)];
    const listed = nodes.filter(([, status]) => status === 'listed').map(([, , id]) => id);
    expect(listed.sort()).toEqual(
      study.products
        .filter((use) => use.listed)
        .map((use) => use.id)
        .sort(),
    );
    expect(markup.toString()).toContain('mentioned in the text only');
  });
});

describe('the map of products', () => {
  const model = productsTogether(library);

  test('counts each pair as often as cases have both', () => {
    for (const { a, b, cases } of model.pairs) {
      const both = library.cases.filter((study) => [a, b].every((id) => study.products.some((use) => use.id === id)));
      expect(cases.map(({ id }) => id)).toEqual(both.map(({ id }) => id));
      expect(cases.length).toBeGreaterThanOrEqual(2);
    }
  });

  const drawn = Object.entries(MAP_SHAPES).flatMap(([name, shape]) =>
    LANGS.map((lang) => [name, lang, shape] as const),
  );
  test.each(drawn)('%s, %s: neither dots nor names overlap, and all stand inside', (_name, lang, shape) => {
    const layout = layoutMap(model, library, shape, lang);
    expect(layout.dots.length).toBe(model.nodes.length);
    expect(layout.lines.length).toBe(model.pairs.length);
    const dots = layout.dots.map(({ x, y, radius }) => ({
      x: x - radius,
      y: y - radius,
      width: 2 * radius,
      height: 2 * radius,
    }));
    for (const [a, b] of pairs([...dots, ...layout.dots.map(({ label }) => label)])) expect(overlap(a, b)).toBe(false);
    const whole = { x: 0, y: 0, width: layout.width, height: layout.height };
    for (const box of [...dots, ...layout.dots.map(({ label }) => label)]) expect(holds(whole, box)).toBe(true);
  });

  test('is the same picture for the same library', () => {
    const draw = () =>
      drawMap(layoutMap(productsTogether(library), library, MAP_SHAPES.wide, 'en'), 'wide', 'x', 'en').toString();
    expect(draw()).toBe(draw());
  });

  test('is empty without pairs', () => {
    const small = tinyLibrary([tinyCase('1', ['oss', 'ecs'])]);
    expect(productsTogether(small).pairs).toEqual([]);
    expect(layoutMap(productsTogether(small), small, MAP_SHAPES.wide, 'en').dots).toEqual([]);
  });
});
