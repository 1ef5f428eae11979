// Libraries for tests: the real one, compiled from the authored data, and small ones made of a few products.
import { readFileSync } from 'node:fs';

import { buildLibrary, type Library, loadLibrary } from '../../src/core/library';
import type { CaseStudy, LibraryData } from '../../src/core/model';

/** Where `compileData` leaves the compiled library for this run. */
export const COMPILED = 'node_modules/.cache/casebook/library.json';

let kept: Library | undefined;

/** The authored data as the extension gets it. */
export function realLibrary(): Library {
  if (!kept) {
    const loaded = loadLibrary(readFileSync(COMPILED, 'utf8'));
    if (!loaded.library) throw new Error(loaded.problem.detail);
    kept = loaded.library;
  }
  return kept;
}

/** The same library with other cases. */
export function withCases(library: Library, cases: readonly CaseStudy[]): Library {
  return buildLibrary({ ...library.data, cases });
}

/** A case that uses `products` and says nothing else. */
export function tinyCase(section: string, products: readonly string[], over: Partial<CaseStudy> = {}): CaseStudy {
  const text = { zh: `案例${section}`, en: `Case ${section}` };
  return {
    id: `tiny-${section}`,
    volume: 'tiny',
    section,
    page: Number.parseInt(section, 10),
    title: text,
    customer: text,
    industry: 'games',
    problems: ['cost'],
    summary: text,
    challenges: [{ ...text, problems: ['cost'] }],
    solution: [],
    outcomes: [],
    products: products.map((id) => ({ id, listed: true, role: text })),
    services: [],
    replaced: [],
    notes: [],
    ...over,
  };
}

/** A library of such cases; products get their id as name and alias. */
export function tinyLibrary(cases: readonly CaseStudy[], over: Partial<LibraryData> = {}): Library {
  const ids = [...new Set(cases.flatMap((study) => study.products.map((use) => use.id)))];
  const term = (id: string) => ({ id, zh: id, en: id });
  return buildLibrary({
    format: 1,
    volumes: [
      {
        id: 'tiny',
        title: { zh: '小卷', en: 'Tiny volume' },
        publisher: { zh: '某社', en: 'Some press' },
        edition: '20200101',
        date: '2020-01-01',
      },
    ],
    industries: [term('games')],
    problems: [term('cost')],
    categories: [term('database')],
    products: ids.map((id) => ({
      ...term(id),
      category: 'database',
      kind: 'product' as const,
      short: id.toUpperCase(),
      aliases: [],
      line: { zh: id, en: id },
    })),
    families: {},
    cases,
    units: {},
    pinyin: {},
    ...over,
  });
}
