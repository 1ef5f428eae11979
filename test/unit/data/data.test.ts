// The authored data as a whole: that it builds, hangs together and reads in both languages. What one case may hold is
// the contract's business (`caseSchema.ts`, `references.ts`); here is what only all of them together can break.
import { describe, expect, it } from 'vitest';

import { readData } from '../../../data/build';
import { buildLibrary } from '../../../src/core/library';
import { type CaseStudy, type Lang, STATEMENT_PARTS, type Statement } from '../../../src/core/model';
import { FACETS, type GroupNode, type OutlineNode, outline } from '../../../src/core/outline';
import { otherNames } from '../../../src/core/productNames';
import { tellsRole } from '../../../src/core/roles';

const root = new URL('../../../data', import.meta.url).pathname;
const { data, problems } = readData(root);
const library = buildLibrary(data);

/** Sections that print no product list of their own. */
const WITHOUT_LIST = ['23', '24', '25', '26', '27', '28', '34', '35', '36', '44', '45'];
/** Sections 1.1 to 1.30 and 2 to 56. */
const SECTIONS = [...range(1, 30).map((n) => `1.${n}`), ...range(2, 56).map(String)];
const HAN = /\p{Script=Han}/u;
/** `Gateway`, `CloudMonitor`: English words, not abbreviations such as `ECS`, `MySQL` or `DTBoost`. */
const ENGLISH_WORD = /^(?:[A-Z][a-z]+)+$/;
/** Short names of English words that Chinese engineers say as they are. */
const SAID_IN_CHINESE = ['Flink', 'Tablestore', 'Serverless Devs', 'Anycast EIP', 'PrivateLink'];

describe('the data', () => {
  it('builds without a problem', () => {
    expect(problems).toEqual([]);
  });

  it('builds to the same text twice', () => {
    expect(JSON.stringify(readData(root).data)).toBe(JSON.stringify(data));
  });

  it('uses every id once in each file', () => {
    const { volumes, industries, problems: pains, categories, products, cases } = data;
    for (const items of [volumes, industries, pains, categories, products, cases]) {
      expect(repeated(items.map(({ id }) => id))).toEqual([]);
    }
  });

  it('says everything in both languages, and English in English', () => {
    const texts = bilingualTexts({ ...data, pinyin: {} });
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(({ zh, en }) => !zh.trim() || !en.trim())).toEqual([]);
    expect(texts.filter(({ path, en }) => HAN.test(en) && !path.includes('.notes.'))).toEqual([]);
  });
});

describe('the cases', () => {
  it('are those of the volume, in its order', () => {
    expect(data.cases.map((study) => study.section)).toEqual(SECTIONS);
    expect(data.cases.map((study) => study.id)).toEqual(SECTIONS.map((section) => `inet-${section}`));
  });

  it('say in one way that the text leaves a role untold', () => {
    const uses = data.cases.flatMap((study) => study.products);
    const told = uses.filter(tellsRole).map(({ role }) => role.zh);
    expect(told.filter((zh) => /未(述|点名|明说)$|只称/.test(zh))).toEqual([]);
    expect(uses.length - told.length).toBeGreaterThan(50);
  });

  it('begin on pages that never go back', () => {
    const pages = data.cases.map((study) => study.page);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
  });

  it.each(['zh', 'en'] as const)('share no statement (%s)', (lang) => {
    expect(repeated(data.cases.flatMap((study) => statementsOf(study).map((statement) => statement[lang])))).toEqual(
      [],
    );
  });

  it('tell every figure in the statement that carries it', () => {
    const untold = data.cases.flatMap((study) =>
      statementsOf(study).flatMap(({ zh, figures = [] }) =>
        figures
          .flatMap(({ value }) => value)
          .filter((value) => !zh.replaceAll(',', '').includes(String(value)) && !(value === 50 && zh.includes('一半')))
          .map((value) => `${study.id}: ${value}: ${zh}`),
      ),
    );
    expect(untold).toEqual([]);
  });

  it('say for every problem which challenge or solution shows it', () => {
    for (const study of data.cases) {
      const shown = [...study.challenges, ...study.solution].flatMap((statement) => statement.problems ?? []);
      expect(new Set(study.problems), study.id).toEqual(new Set(shown));
      expect(study.problems.length, study.id).toBeGreaterThan(0);
    }
  });

  it('claim no listed product where the section prints no list', () => {
    const listing = data.cases
      .filter((study) => study.products.some((use) => use.listed))
      .map(({ section }) => section);
    expect(listing).toEqual(SECTIONS.filter((section) => !WITHOUT_LIST.includes(section)));
  });

  it('show in a statement what a product does that stands in no list', () => {
    const unshown = data.cases.flatMap((study) => {
      const shown = new Set(statementsOf(study).flatMap((statement) => statement.products ?? []));
      return study.products.filter((use) => !use.listed && !shown.has(use.id)).map((use) => `${study.id}: ${use.id}`);
    });
    expect(unshown).toEqual([]);
  });
});

describe('the groupings', () => {
  it.each(FACETS)('by %s reach every case that has something to be grouped by', (facet) => {
    for (const lang of ['zh', 'en'] as const) {
      const reached = new Set(outline(library, { facet, lang }).flatMap(casesUnder));
      const lost = data.cases.filter((study) => !reached.has(study.id) && (facet !== 'product' || namesProduct(study)));
      expect(lost.map((study) => study.id)).toEqual([]);
    }
  });

  it('count what stands beneath them', () => {
    const counted = FACETS.flatMap((facet) => outline(library, { facet, lang: 'en' }).flatMap(groups));
    const wrong = counted.filter((group) => group.count !== new Set(casesUnder(group)).size);
    expect(wrong.map((group) => group.id)).toEqual([]);
  });

  it('leave no industry and no problem empty', () => {
    expect(data.industries.filter(({ id }) => !library.casesByIndustry.has(id))).toEqual([]);
    expect(data.problems.filter(({ id }) => !library.casesByProblem.has(id))).toEqual([]);
  });

  it('hold no count that somebody typed', () => {
    const keys = [data.industries, data.problems, data.categories, data.products].flat().flatMap(Object.keys);
    expect(keys.filter((key) => /count|number|total|cases/i.test(key))).toEqual([]);
  });
});

describe('the products', () => {
  it('go by a short name that reads in either language, each by its own', () => {
    expect(data.products.filter(({ short }) => HAN.test(short))).toEqual([]);
    expect(repeated(data.products.map(({ short }) => folded(short)))).toEqual([]);
  });

  it('have a Chinese short name where the short one holds an English word that is no part of the Chinese name', () => {
    const english = data.products.filter(
      ({ short, zh }) => short.split(/[ -]/).some((word) => ENGLISH_WORD.test(word)) && !zh.includes(short),
    );
    expect(english.length).toBeGreaterThan(50);
    const without = english.filter(({ shortZh }) => shortZh === undefined).map(({ short }) => short);
    expect(without).toEqual(SAID_IN_CHINESE);
  });

  it('are short in Chinese, and say it in one place', () => {
    const named = data.products.flatMap(({ id, shortZh, aliases }) => (shortZh ? [{ id, shortZh, aliases }] : []));
    for (const { id, shortZh, aliases } of named) {
      expect(shortZh, id).toMatch(HAN);
      expect(shortZh.length, id).toBeLessThanOrEqual(8);
      expect(aliases.map(folded), id).not.toContain(folded(shortZh));
    }
  });

  it('answer to no alias of another product', () => {
    const owners = new Map<string, Set<string>>();
    for (const product of data.products) {
      const { id, zh, en } = product;
      for (const name of [zh, en, ...otherNames(product)]) {
        owners.set(folded(name), new Set([...(owners.get(folded(name)) ?? []), id]));
      }
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => [name, ...ids]);
    // PolarDB-X is what became of DRDS, so the old name leads to both.
    expect(shared).toEqual([['drds', 'drds', 'polardbx']]);
  });

  it('are described in a line', () => {
    for (const { id, line } of data.products) {
      expect(line.zh.length, id).toBeLessThanOrEqual(30);
      expect(line.en.split(' ').length, id).toBeLessThanOrEqual(15);
    }
  });

  it('stand in a family only if they exist', () => {
    const named = Object.entries(data.families).flatMap(([family, members]) => [family, ...members]);
    expect(named.filter((id) => !library.productById.has(id))).toEqual([]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function repeated(items: readonly string[]): string[] {
  return items.filter((item, i) => items.indexOf(item) !== i);
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[\s·()（）-]/g, '');
}

function statementsOf(study: CaseStudy): readonly Statement[] {
  return STATEMENT_PARTS.flatMap((part) => study[part]);
}

function namesProduct(study: CaseStudy): boolean {
  return study.products.length + study.services.length > 0;
}

function casesUnder(node: OutlineNode): string[] {
  if (node.kind === 'case') return [node.study.id];
  return node.kind === 'group' ? node.children.flatMap(casesUnder) : [];
}

function groups(node: OutlineNode): GroupNode[] {
  return node.kind === 'group' ? [node, ...node.children.flatMap(groups)] : [];
}

/** Every `{ zh, en }` in the data with the path it stands at. */
function bilingualTexts(value: unknown, path = ''): ({ path: string } & Record<Lang, string>)[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => bilingualTexts(part, `${path}.${key}`));
  if (!('zh' in value && 'en' in value)) return inner;
  return [{ path, zh: String(value.zh), en: String(value.en) }, ...inner];
}
