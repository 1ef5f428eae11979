// Open questions: what most of the nearest cases also used and the architecture lacks. A question with its evidence,
// never a warning; few, because 85 cases carry few. Which rule asks how precisely is measured by a test.
import { compareCodePoints, firstDifference } from '../compare';
import type { VotingRoll } from '../kin';
import type { Library } from '../library';
import type { CaseMatch, SharedProduct } from '../match';
import type { CaseStudy, Lang } from '../model';

/** "5 of 7 cases like this also used CDN — on purpose?" */
export interface OpenQuestion {
  readonly productId: string;
  /** `count` of `of` nearest cases have it. */
  readonly count: number;
  readonly of: number;
  /** Those cases, most alike first. */
  readonly cases: readonly CaseStudy[];
}

/** The nearest cases that are asked; each shares at least two telling products. */
const NEIGHBOURS = 10;
const LEAST_SHARED = 2;
/** n ≥ 5, k ≥ 3 and two thirds: a plain half asks too often about what was left out on purpose. */
const LEAST_ASKED = 5;
const LEAST_COUNT = 3;
const MAJORITY = 2 / 3;
const MOST_QUESTIONS = 3;

/**
 * At most three questions, the clearest first. `matches` as `casesLike` ranks them for the architecture; `productIds` are
 * its products and those that it leaves out on purpose: nothing asks about them or their relatives. Only what is stated
 * makes a case a neighbour, not what a self-hosted image stands for.
 */
export function openQuestions(
  library: Library,
  roll: VotingRoll,
  productIds: readonly string[],
  matches: readonly CaseMatch[],
  isStated: (productId: string) => boolean = () => true,
): OpenQuestion[] {
  const statedBy = (match: CaseMatch) =>
    tellingShared(library, roll, match).filter(({ productId }) => isStated(productId));
  const asked = matches.filter((match) => statedBy(match).length >= LEAST_SHARED).slice(0, NEIGHBOURS);
  if (asked.length < LEAST_ASKED) return [];
  const users = new Map<string, CaseStudy[]>();
  for (const { study, extra } of asked) {
    for (const id of extra) users.set(id, [...(users.get(id) ?? []), study]);
  }
  const own = new Set(productIds.map((id) => rootOf(library, id)));
  const questions = [...users]
    .filter(
      ([id, cases]) => isClear(cases.length, asked.length) && !own.has(rootOf(library, id)) && !roll.isGeneric(id),
    )
    .map(([productId, cases]): OpenQuestion => ({ productId, count: cases.length, of: asked.length, cases }));
  return questions.sort(byClarity).slice(0, MOST_QUESTIONS);
}

/** What a case shares beyond the ground that every architecture stands on; a product that meets two counts once. */
export function tellingShared(library: Library, roll: VotingRoll, match: CaseMatch): readonly SharedProduct[] {
  const met = new Set<string>();
  return match.shared.filter(({ productId, as }) => {
    const root = rootOf(library, as);
    if (roll.isGeneric(productId) || roll.isGeneric(as) || met.has(root)) return false;
    met.add(root);
    return true;
  });
}

function isClear(count: number, of: number): boolean {
  return count >= LEAST_COUNT && count / of >= MAJORITY;
}

function byClarity(a: OpenQuestion, b: OpenQuestion): number {
  return firstDifference(b.count - a.count, compareCodePoints(a.productId, b.productId));
}

/** RDS beside RDS MySQL is the same choice, not a missing product. */
function rootOf(library: Library, id: string): string {
  return library.familyOf.get(id) ?? id;
}

/** A question answered in the file: `# casebook: answered cdn — static content is served by the partner`. */
export interface Answer {
  readonly productId: string;
  readonly reason: string;
  /** Zero-based line of the comment. */
  readonly line: number;
}

/** Written by hand as often as by us: in any case, with the colons and dashes of either script, close or apart. */
const ANSWER = new RegExp(
  [
    String.raw`(?:#|\/\/)\s*casebook\s*[:：]\s*(?:answered(?=[\s:：])|已确认)(?:\s*[:：])?\s*`,
    String.raw`([a-z0-9]\w*(?:-\w+)*)\s*(?:[—–-]+|[:：])?\s*([^]*)`,
  ].join(''),
  'i',
);

/** The answer that a comment line holds. */
export function answerOn(line: string, lineNumber: number): Answer | undefined {
  const [, productId, reason = ''] = ANSWER.exec(line) ?? [];
  if (productId === undefined) return undefined;
  return { productId: productId.toLowerCase(), reason: reason.trim(), line: lineNumber };
}

/** The comment that keeps the answer in the file. */
export function answerComment(productId: string, reason: string, lang: Lang = 'en'): string {
  const said = reason.replace(/\s+/g, ' ').trim();
  return `# casebook: ${lang === 'zh' ? '已确认' : 'answered'} ${productId} — ${said}`;
}
