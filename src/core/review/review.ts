// The review of an architecture: the cases like it, how strong the match is and why, what to ask. One model, shown by
// the page, the view, the report and the tools alike.
import type { VotingRoll } from '../kin';
import { evidenceFor, type Library } from '../library';
import { type CaseMatch, casesLike, type SharedProduct } from '../match';
import { type Architecture, type SignTier, STRENGTH, usedProducts } from './architecture';
import { type Answer, type OpenQuestion, openQuestions, tellingShared } from './questions';

/** A case beside the architecture, with what the author's own words add. */
export interface ReviewMatch extends CaseMatch {
  readonly sameIndustry: boolean;
  /** Problem ids that both name. */
  readonly sameProblems: readonly string[];
  readonly confidence: 'strong' | 'fair' | 'thin';
  /** How many of the shared products rest on which sign, the surest first. */
  readonly restsOn: readonly { readonly tier: SignTier; readonly count: number }[];
}

/** What makes a match too thin to lean on. */
export type ThinReason =
  | { readonly code: 'no-products' }
  | { readonly code: 'no-evidence' }
  /** Only products that every architecture stands on. */
  | { readonly code: 'generic-only'; readonly productIds: readonly string[] }
  /** Generic ones aside. */
  | { readonly code: 'one-product'; readonly productId: string }
  | { readonly code: 'images-only' }
  /** Much is shared, but mostly products that no other case has. */
  | { readonly code: 'rare-only' }
  | { readonly code: 'low-score' };

export interface Review {
  readonly architecture: Architecture;
  /** Those that share more than the ground all stand on, best first; at most `MOST_MATCHES`. */
  readonly matches: readonly ReviewMatch[];
  /** Empty when the match is strong enough to lean on. */
  readonly thin: readonly ThinReason[];
  readonly questions: readonly OpenQuestion[];
  /** Questions that the file answers, with the reason. */
  readonly answered: readonly { readonly question: OpenQuestion; readonly answer: Answer }[];
  /** Products of the architecture that no case speaks of. */
  readonly withoutCase: readonly string[];
}

/** Below this the nearest case shares too little of what the architecture is made of. */
const STRONG = 0.5;
const FAIR = 0.25;
/** Cases that are worked out; further down nothing is worth a look. */
const MOST_MATCHES = 200;

export function reviewOf(
  library: Library,
  roll: VotingRoll,
  architecture: Architecture,
  answers: readonly Answer[] = [],
): Review {
  const ids = architecture.products.map((product) => product.productId);
  const matches = casesLike(library, roll, usedProducts(architecture), MOST_MATCHES)
    .filter(({ points }) => points > 0)
    .map((match) => withContext(library, roll, architecture, match));
  const asked = openQuestions(library, roll, [...ids, ...architecture.ignored], matches);
  const answerTo = (question: OpenQuestion) => answers.find((answer) => answer.productId === question.productId);
  return {
    architecture,
    matches,
    thin: thinReasons(roll, architecture, matches),
    questions: asked.filter((question) => !answerTo(question)),
    answered: asked.flatMap((question) => {
      const answer = answerTo(question);
      return answer ? [{ question, answer }] : [];
    }),
    withoutCase: ids.filter((id) => evidenceFor(library, id).cases.length === 0),
  };
}

function withContext(library: Library, roll: VotingRoll, architecture: Architecture, match: CaseMatch): ReviewMatch {
  const tierOf = new Map(architecture.products.map(({ productId, tier }) => [productId, tier]));
  const count = (tier: SignTier) => match.shared.filter(({ productId }) => tierOf.get(productId) === tier).length;
  return {
    ...match,
    sameIndustry: match.study.industry === architecture.industry,
    sameProblems: match.study.problems.filter((id) => architecture.problems.includes(id)),
    confidence: confidenceOf(roll, match, tellingShared(library, roll, match), tierOf),
    restsOn: STRENGTH.map((tier) => ({ tier, count: count(tier) })).filter((one) => one.count > 0),
  };
}

/** A product of one case weighs most, and says least of what kind of architecture has it. */
const SEVERAL = 2;

/**
 * Strong: two telling products in common, not on images alone, and half of all there is to share. Of products that only
 * this case has it takes three.
 */
function confidenceOf(
  roll: VotingRoll,
  match: CaseMatch,
  telling: readonly SharedProduct[],
  tierOf: ReadonlyMap<string, SignTier>,
): ReviewMatch['confidence'] {
  const isStated = telling.some(({ productId }) => tierOf.get(productId) !== 'image');
  const common = telling.filter(({ as }) => (roll.index.holders.get(as)?.length ?? 0) >= SEVERAL);
  const isTold = common.length >= 2 || telling.length >= 3;
  if (match.score >= STRONG && isTold && isStated) return 'strong';
  return match.score >= FAIR && telling.length >= 1 && match.shared.length >= 2 ? 'fair' : 'thin';
}

function thinReasons(
  roll: VotingRoll,
  { products }: Architecture,
  matches: readonly ReviewMatch[],
): readonly ThinReason[] {
  if (products.length === 0) return [{ code: 'no-products' }];
  if (matches.length === 0) return [{ code: 'no-evidence' }];
  if (matches.some((match) => match.confidence === 'strong')) return [];
  const ids = products.map((product) => product.productId);
  const telling = ids.filter((id) => !roll.isGeneric(id));
  const reasons: ThinReason[] = [];
  if (telling.length === 0) reasons.push({ code: 'generic-only', productIds: ids });
  if (telling.length === 1 && telling[0]) reasons.push({ code: 'one-product', productId: telling[0] });
  if (products.every((product) => product.tier === 'image')) reasons.push({ code: 'images-only' });
  if (reasons.length > 0) return reasons;
  return [{ code: matches.some(({ score }) => score >= STRONG) ? 'rare-only' : 'low-score' }];
}
