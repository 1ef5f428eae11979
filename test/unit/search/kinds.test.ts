// Every customer, product and sentence of the library, asked for in the ways people ask: none may get lost.
import { describe, expect, test } from 'vitest';

import { alternatesOf } from '../../../src/core/search/names';
import { realLibrary } from '../../support/library';
import { ask, sections } from './check';

const HAN = /^\p{Script=Han}+$/u;
const library = realLibrary();
const names = library.cases.map((study) => ({ study, name: alternatesOf(study.customer.zh)[0] ?? '' }));

/** Share of `items` for which `holds`. */
function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

describe('kinds of queries', () => {
  test('a name stands first, or second where two cases have it', () => {
    expect(share(names, ({ study, name }) => sections(name.slice(0, 6), 1)[0] === study.section)).toBeGreaterThan(0.93);
    expect(share(names, ({ study, name }) => sections(name.slice(0, 6)).includes(study.section))).toBe(1);
  });

  test('a name with one wrong sign is among the first ten', () => {
    const long = names.filter(({ name }) => name.length > 3 && HAN.test(name));
    const wrong = (name: string) => `${name[0]}某${name.slice(2, 6)}`;
    expect(share(long, ({ study, name }) => sections(wrong(name)).includes(study.section))).toBeGreaterThan(0.94);
  });

  test('a name and the end of the title find the case', () => {
    const lost = names.filter(({ study, name }) => {
      const tail = study.title.zh.slice(-3).trim();
      return !sections(`${name.slice(0, 4)} ${tail}`).includes(study.section);
    });
    expect(lost.map(({ study }) => study.section)).toEqual([]);
  });

  test('pinyin and initials of a name are among the first ten', () => {
    const spelled = names.flatMap(({ study, name }) => {
      const syllables = library.data.pinyin[study.customer.zh]?.split(' ').slice(0, 5) ?? [];
      return HAN.test(name.slice(0, 5)) && name.length > 1
        ? [{ study, syllables: syllables.slice(0, name.length) }]
        : [];
    });
    expect(spelled.length).toBeGreaterThan(60);
    const full = ({ syllables }: { syllables: string[] }) => syllables.join('');
    const initials = ({ syllables }: { syllables: string[] }) => syllables.map((syllable) => syllable[0]).join('');
    expect(share(spelled, (one) => sections(full(one)).includes(one.study.section))).toBe(1);
    expect(share(spelled, (one) => sections(initials(one)).includes(one.study.section))).toBeGreaterThan(0.97);
  });

  test('a phrase cut from a statement is answered by cases that hold it', () => {
    let asked = 0;
    let precise = 0;
    for (const study of library.cases) {
      const statement = study.solution[0]?.zh ?? '';
      const run = /\p{Script=Han}{7,}/u.exec(statement)?.[0].slice(1, 7);
      if (!run) continue;
      const hits = ask(run, { limit: 10 });
      asked++;
      precise += share(hits, (hit) => JSON.stringify(hit.study).includes(run)) || 0;
    }
    expect(asked).toBeGreaterThan(50);
    expect(precise / asked).toBeGreaterThan(0.99);
  });

  test('a product’s short name finds cases that have it, and only those', () => {
    for (const word of ['polardb', 'maxcompute', 'kafka', 'redis', 'rds', 'ecs', 'oss', 'cdn']) {
      const products = library.data.products.filter(({ zh, en, short, aliases }) =>
        [zh, en, short, ...aliases].some((name) => name.toLowerCase().includes(word)),
      );
      const ids = new Set(products.map(({ id }) => id));
      const hits = ask(word, { limit: 85 });
      expect(hits.length, word).toBeGreaterThan(3);
      const strange = hits.filter(
        ({ study }) =>
          !study.products.some(({ id }) => ids.has(id)) && !JSON.stringify(study).toLowerCase().includes(word),
      );
      expect(
        strange.map(({ study }) => study.section),
        word,
      ).toEqual([]);
    }
  });

  test('every problem and industry is found by its name', () => {
    for (const term of [...library.data.problems, ...library.data.industries]) {
      for (const name of [term.zh, term.en]) expect(sections(name).length, name).toBeGreaterThan(0);
    }
  });
});
