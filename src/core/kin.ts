// How alike two sets of products are: the common ground of suggesting a product and of finding cases like a file.
// Products tell by how few cases use them (idf); support and escort services never count.

import { GENERIC_PRODUCTS, OPEN_CHOICES } from './generic';
import type { Library } from './library';
import type { CaseStudy } from './model';
import { once } from './once';
import { type RoleLexicon, roleLexicon } from './roleLexicon';
import { compareSections } from './sections';

/** What the votes are counted over: every case as a set of product ids, families folded, with each id's weight. */
export interface VotingRoll {
  /** In section order. */
  readonly members: readonly {
    readonly study: CaseStudy;
    readonly products: ReadonlySet<string>;
    readonly weight: number;
  }[];
  readonly weightOf: (productId: string) => number;
  /** The weight in whole tenths, at least 1; 0 for a generic product, 10 for one without a case: what explanations add up. */
  readonly pointsOf: (productId: string) => number;
  /** Whether it is a support or escort service: no part of any architecture, and of no weight. */
  readonly isService: (productId: string) => boolean;
  /** Whether nearly every architecture stands on it, so that sharing it says nothing. */
  readonly isGeneric: (productId: string) => boolean;
  /** Folds a member onto what the cases name: `alb → slb`; an id without case stays itself. */
  readonly fold: (productId: string) => string;
  /** What else would be the same choice, said more or less exactly: `rds-mysql → [rds]`, `rds → [rds-mysql, …]`. */
  readonly sameChoice: (productId: string) => readonly string[];
  /** Made on first need. */
  readonly index: RollIndex;
  /** What the products do in the members. Made on first need. */
  readonly roles: RoleLexicon;
}

/** The members by product, so that only the cases that share something are looked at. */
export interface RollIndex {
  /** Product id → positions in `members`, rising. */
  readonly holders: ReadonlyMap<string, Uint32Array>;
  /** Points of all products of each member. */
  readonly points: Uint32Array;
}

export function votingRoll(library: Library, generic: readonly string[] = GENERIC_PRODUCTS): VotingRoll {
  const sets = studiesInOrder(library.cases).map((study) => ({
    study,
    products: new Set(study.products.map((use) => use.id)),
  }));
  const uses = new Map<string, number>();
  for (const { products } of sets) for (const id of products) uses.set(id, (uses.get(id) ?? 0) + 1);
  const total = sets.length;
  const isService = (id: string) => library.productById.get(id)?.kind === 'service';
  const weightOf = (id: string) => (isService(id) ? 0 : Math.log((total + 1) / ((uses.get(id) ?? 0) + 1)) + FLOOR);
  const fold = (id: string) => foldOnto(library, uses, id);
  const members = sets.map((set) => ({ ...set, weight: sum(set.products, weightOf) }));
  const genericIds = new Set(generic);
  const isGeneric = (id: string) => genericIds.has(id) || genericIds.has(fold(id));
  const worth = new Map([...uses.keys()].map((id) => [id, pointsFor(id)]));
  const pointsOf = (id: string) => worth.get(id) ?? pointsFor(id);
  function pointsFor(id: string): number {
    if (isGeneric(id) || isService(id)) return 0;
    return uses.has(id) ? Math.max(1, Math.round(10 * weightOf(id))) : POINTS_WITHOUT_CASE;
  }
  const index = once(() => indexOf(members, uses, pointsOf));
  const roles = once(() => roleLexicon(members.map(({ study }) => study)));
  return {
    members,
    weightOf,
    pointsOf,
    isService,
    isGeneric,
    fold,
    sameChoice: (id) => sameChoice(library, id),
    get index() {
      return index();
    },
    get roles() {
      return roles();
    },
  };
}

/** Even a product that everybody uses says something, but little. */
const FLOOR = 0.1;
/** A product that no case uses is part of the architecture, but no rarity of it is known: it counts as a common one. */
const POINTS_WITHOUT_CASE = 10;

function studiesInOrder(cases: readonly CaseStudy[]): readonly CaseStudy[] {
  const sorted = cases.every((study, i) => i === 0 || inSectionOrder(cases[i - 1] ?? study, study) <= 0);
  return sorted ? cases : [...cases].sort(inSectionOrder);
}

function indexOf(
  members: VotingRoll['members'],
  uses: ReadonlyMap<string, number>,
  pointsOf: (id: string) => number,
): RollIndex {
  const holders = new Map<string, Uint32Array>();
  const filled = new Map<string, number>();
  for (const [id, count] of uses) holders.set(id, new Uint32Array(count));
  const points = new Uint32Array(members.length);
  members.forEach(({ products }, position) => {
    let total = 0;
    for (const id of products) {
      const place = filled.get(id) ?? 0;
      const list = holders.get(id);
      if (list) list[place] = position;
      filled.set(id, place + 1);
      total += pointsOf(id);
    }
    points[position] = total;
  });
  return { holders, points };
}

function foldOnto(library: Library, uses: ReadonlyMap<string, number>, id: string): string {
  if (uses.has(id)) return id;
  const family = library.familyOf.get(id);
  if (family && uses.has(family)) return family;
  const member = (library.data.families[id] ?? []).find((other) => uses.has(other));
  return member ?? id;
}

function sameChoice(library: Library, id: string): readonly string[] {
  if (OPEN_CHOICES.includes(id)) return library.data.families[id] ?? [];
  const head = library.familyOf.get(id);
  return head && OPEN_CHOICES.includes(head) ? [head] : [];
}

/** A product's family and the members of its family. */
export function relativesOf(library: Library, id: string): readonly string[] {
  const family = library.familyOf.get(id);
  return [...(family ? [family] : []), ...(library.data.families[id] ?? [])];
}

export function sum(ids: Iterable<string>, weightOf: (id: string) => number): number {
  let total = 0;
  for (const id of ids) total += weightOf(id);
  return total;
}

/** Section order: the last word wherever two cases score alike, so that every order is deterministic. */
export function inSectionOrder(a: CaseStudy, b: CaseStudy): number {
  return a.volume === b.volume ? compareSections(a.section, b.section) : a.volume < b.volume ? -1 : 1;
}
