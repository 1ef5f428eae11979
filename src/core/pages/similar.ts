// Which other cases stand near a case, and why: a likeness that is the same from both sides and whose shown parts add up.
import { compareCodePoints } from '../compare';
import { inSectionOrder, relativesOf, type VotingRoll } from '../kin';
import type { Library } from '../library';
import type { CaseStudy } from '../model';

/** A product that both cases have; `there` differs from `here` when a member of its family stands in. */
export interface SharedUse {
  readonly here: string;
  readonly there: string;
  /** What it adds to the likeness. */
  readonly share: number;
}

export interface SimilarCase {
  readonly study: CaseStudy;
  /** 0 … 1; the sum of the shares. */
  readonly score: number;
  /** Weightiest first. */
  readonly shared: readonly SharedUse[];
  readonly onlyHere: readonly string[];
  readonly onlyThere: readonly string[];
  readonly sameIndustry: boolean;
}

/** A family member standing in for another counts this part of an exact match. */
const KIN_SHARE = 0.7;

/** The cases nearest to `study`, best first; equal ones: same industry first, then section order. */
export function similarCases(library: Library, roll: VotingRoll, study: CaseStudy, limit: number): SimilarCase[] {
  const found: SimilarCase[] = [];
  for (const { other, most } of hopeful(library, roll, study)) {
    // From here on nothing can reach the last place any more.
    if (most < (found[limit - 1]?.score ?? 0)) break;
    const similar = compareTwo(library, roll, study, other);
    if (similar.score > 0) insert(found, similar);
  }
  return found.slice(0, limit);
}

/** Every case that could be alike, with a bound on its likeness that costs little, the highest first. */
function hopeful(library: Library, roll: VotingRoll, study: CaseStudy): { other: CaseStudy; most: number }[] {
  const here = productsOf(study).map((id) => ({ id, weight: roll.weightOf(id), kin: relativesOf(library, id) }));
  const weight = total(here.map((one) => one.weight));
  return roll.members
    .filter((member) => member.study.id !== study.id)
    .map((member) => {
      const meets = here.filter(
        ({ id, kin }) => member.products.has(id) || kin.some((one) => member.products.has(one)),
      );
      const common = total(meets.map((one) => one.weight));
      return { other: member.study, most: common / Math.max(weight + member.weight - common, common || 1) };
    })
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
}

function insert(found: SimilarCase[], similar: SimilarCase): void {
  const at = found.findIndex((other) => inOrder(similar, other) < 0);
  found.splice(at < 0 ? found.length : at, 0, similar);
}

function inOrder(a: SimilarCase, b: SimilarCase): number {
  return b.score - a.score || Number(b.sameIndustry) - Number(a.sameIndustry) || inSectionOrder(a.study, b.study);
}

/** One case beside another: weighted overlap of their products, families folded. Symmetric. */
export function compareTwo(library: Library, roll: VotingRoll, here: CaseStudy, there: CaseStudy): SimilarCase {
  const pairs = pairUp(library, productsOf(here), productsOf(there));
  const usedHere = new Set(pairs.map((pair) => pair.here));
  const usedThere = new Set(pairs.map((pair) => pair.there));
  const onlyHere = productsOf(here).filter((id) => !usedHere.has(id));
  const onlyThere = productsOf(there).filter((id) => !usedThere.has(id));
  const weights = pairs.map((pair) => ({
    ...pair,
    common: Math.min(roll.weightOf(pair.here), roll.weightOf(pair.there)) * (pair.here === pair.there ? 1 : KIN_SHARE),
    whole: Math.max(roll.weightOf(pair.here), roll.weightOf(pair.there)),
  }));
  const union = total([...onlyHere, ...onlyThere].map(roll.weightOf)) + total(weights.map(({ whole }) => whole));
  const shared = weights
    .map(({ here, there, common }) => ({ here, there, share: common / union }))
    .sort((a, b) => b.share - a.share || compareCodePoints(a.here, b.here));
  return {
    study: there,
    score: total(shared.map(({ share }) => share)),
    shared,
    onlyHere,
    onlyThere,
    sameIndustry: here.industry === there.industry,
  };
}

function productsOf(study: CaseStudy): string[] {
  return [...new Set(study.products.map((use) => use.id))];
}

/** Exact counterparts first, then family members; each product is used once. The same pairs from both sides. */
function pairUp(library: Library, here: readonly string[], there: readonly string[]) {
  const exact = here.filter((id) => there.includes(id)).map((id) => ({ here: id, there: id }));
  const taken = new Set(exact.map((pair) => pair.here));
  const kin = here
    .flatMap((a) => there.filter((b) => isKin(library, a, b)).map((b) => ({ here: a, there: b })))
    .filter((pair) => !taken.has(pair.here) && !taken.has(pair.there))
    .sort((x, y) => compareCodePoints(keyOf(x), keyOf(y)));
  const usedHere = new Set<string>();
  const usedThere = new Set<string>();
  for (const pair of kin) {
    if (usedHere.has(pair.here) || usedThere.has(pair.there)) continue;
    usedHere.add(pair.here);
    usedThere.add(pair.there);
    exact.push(pair);
  }
  return exact;
}

/** The pair's name does not tell which side is which. */
function keyOf({ here, there }: { here: string; there: string }): string {
  return here < there ? `${here} ${there}` : `${there} ${here}`;
}

function isKin(library: Library, a: string, b: string): boolean {
  return a !== b && (library.familyOf.get(a) === b || library.familyOf.get(b) === a);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
