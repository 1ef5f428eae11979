// The library in memory: the compiled data with the indexes that every feature asks. Built once on first need, never
// changed afterwards; a library with other cases is another library.
import { decodeLibrary } from './compact';
import type { CaseStudy, Lang, LibraryData, Product, Term, Volume } from './model';
import { once } from './once';
import { shortOf } from './productNames';

/** Where a case comes from: shipped with the extension, imported by the user, or written by the team. */
export type Origin = 'library' | 'import' | 'team';

export interface Library {
  readonly data: LibraryData;
  /** All cases in the order of their volume and section. */
  readonly cases: readonly CaseStudy[];
  readonly caseById: ReadonlyMap<string, CaseStudy>;
  readonly productById: ReadonlyMap<string, Product>;
  readonly industryById: ReadonlyMap<string, Term>;
  readonly problemById: ReadonlyMap<string, Term>;
  readonly categoryById: ReadonlyMap<string, Term>;
  readonly volumeById: ReadonlyMap<string, Volume>;
  /** Product id → its cases, listed or used; services included. In section order. */
  readonly casesByProduct: ReadonlyMap<string, readonly CaseStudy[]>;
  readonly casesByIndustry: ReadonlyMap<string, readonly CaseStudy[]>;
  readonly casesByProblem: ReadonlyMap<string, readonly CaseStudy[]>;
  /** Member → family: `alb → slb`. */
  readonly familyOf: ReadonlyMap<string, string>;
  /** Case id → origin, for the cases that did not ship; see `originOf`. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Why a compiled library cannot be used. */
export interface LibraryProblem {
  readonly code: 'not-json' | 'other-format' | 'incomplete';
  readonly detail: string;
}

/** Reads the compiled file. A damaged or foreign file gives a problem, never an exception. */
export function loadLibrary(text: string): { library: Library } | { library?: undefined; problem: LibraryProblem } {
  let packed: Record<string, unknown> | null;
  try {
    packed = JSON.parse(text);
  } catch (error) {
    return { problem: { code: 'not-json', detail: String(error) } };
  }
  if (packed?.format !== 1) return { problem: { code: 'other-format', detail: String(packed?.format) } };
  try {
    const library = buildLibrary(decodeLibrary(packed));
    void [library.casesByProduct, library.casesByIndustry, library.casesByProblem]; // damaged data shows here, not later
    return { library };
  } catch (error) {
    return { problem: { code: 'incomplete', detail: String(error) } };
  }
}

export function buildLibrary(data: LibraryData, origins: ReadonlyMap<string, Origin> = new Map()): Library {
  // With thousands of cases every edit of one makes another library, of which few ask for all groups.
  const byProduct = once(() =>
    group(data.cases, (study) => [...study.products.map((use) => use.id), ...study.services]),
  );
  const byIndustry = once(() => group(data.cases, (study) => [study.industry]));
  const byProblem = once(() => group(data.cases, (study) => study.problems));
  return {
    data: {
      ...data,
      families: withoutPrototype(data.families),
      pinyin: withoutPrototype(data.pinyin),
      units: withoutPrototype(data.units),
    },
    origins,
    cases: data.cases,
    caseById: byId(data.cases),
    productById: byId(data.products),
    industryById: byId(data.industries),
    problemById: byId(data.problems),
    categoryById: byId(data.categories),
    volumeById: byId(data.volumes),
    get casesByProduct() {
      return byProduct();
    },
    get casesByIndustry() {
      return byIndustry();
    },
    get casesByProblem() {
      return byProblem();
    },
    familyOf: new Map(Object.entries(data.families).flatMap(([family, members]) => members.map((m) => [m, family]))),
  };
}

/** A table that is asked with words from files: `constructor` must find nothing in it. */
function withoutPrototype<T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), table);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function group(cases: readonly CaseStudy[], keysOf: (study: CaseStudy) => readonly string[]): Map<string, CaseStudy[]> {
  const groups = new Map<string, CaseStudy[]>();
  for (const study of cases) {
    for (const key of keysOf(study)) {
      const list = groups.get(key);
      if (!list) groups.set(key, [study]);
      else if (list.at(-1) !== study) list.push(study); // a key that stands twice counts once
    }
  }
  return groups;
}

const NO_CASES: readonly CaseStudy[] = [];

/** The cases that hold product `id` itself. */
export function casesWith(library: Library, id: string): readonly CaseStudy[] {
  return library.casesByProduct.get(id) ?? NO_CASES;
}

/** The evidence for a product as an infrastructure file names it: its own cases, else those of its family or members. */
export interface Evidence {
  readonly cases: readonly CaseStudy[];
  /** Ids whose cases these are; differs from the asked id when family evidence stands in. */
  readonly via: readonly string[];
}

/** `alb` has no case of its own, so the cases of its family `slb` count, and `via` says so. */
export function evidenceFor(library: Library, id: string): Evidence {
  const family = library.familyOf.get(id);
  const members = library.data.families[id] ?? [];
  const kin = [id, ...(family ? [family] : []), ...members].filter((other) => casesWith(library, other).length > 0);
  if (casesWith(library, id).length > 0 && members.length === 0) return { cases: casesWith(library, id), via: [id] };
  const [only, ...others] = kin;
  if (others.length === 0) return { cases: only === undefined ? NO_CASES : casesWith(library, only), via: kin };
  const cases = library.cases.filter((study) => study.products.some((use) => kin.includes(use.id)));
  return { cases, via: kin };
}

export function originOf(library: Library, study: CaseStudy): Origin {
  return library.origins.get(study.id) ?? 'library';
}

/** Cases counted apart by origin: a team's own never pass for published ones. */
export interface OriginCounts {
  readonly library: number;
  readonly imported: number;
  readonly team: number;
}

export function counts(library: Library, cases: readonly CaseStudy[]): OriginCounts {
  const of = (origin: Origin) => cases.filter((study) => originOf(library, study) === origin).length;
  return { library: of('library'), imported: of('import'), team: of('team') };
}

/** Name of a product in `lang`; an id that the library does not know stands for itself. */
export function productName(library: Library, id: string, lang: Lang): string {
  return library.productById.get(id)?.[lang] ?? id;
}

/** What became of a product, or what it is called today; `undefined` where that is one of its names, blanks aside. */
export function todayOf({ zh, en, today }: Product, lang: Lang): string | undefined {
  const bare = (text: string) => text.replace(/\s/g, '').toLowerCase();
  const later = today?.[lang];
  return later === undefined || [zh, en].some((name) => bare(name) === bare(later)) ? undefined : later;
}

/** Short name of a product as engineers say it in `lang`; an unknown id stands for itself. */
export function shortName(library: Library, id: string, lang: Lang): string {
  const product = library.productById.get(id);
  return product ? shortOf(product, lang) : id;
}
