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
  | { readonly code: 'no-products' | 'services-only' | 'no-evidence' }
  /** Of the products that cases have, only those that every architecture stands on. */
  | { readonly code: 'generic-only'; readonly productIds: readonly string[] }
  /** Generic ones aside; several are of one family. */
  | { readonly code: 'one-product'; readonly productIds: readonly string[] }
  | { readonly code: 'images-only' }
  /** What the case that shares most is lacking. */
  | Weakness;

/** Why a case is no strong match. */
type Weakness =
  | { readonly code: 'low-score' }
  /** Much is shared, but generic ones aside only this; several are of one family. */
  | { readonly code: 'one-shared'; readonly productIds: readonly string[] }
  /** Much is shared, but only by what self-hosted images stand for. */
  | { readonly code: 'shared-images' }
  /** Much is shared, but mostly products that no other case has. */
  | { readonly code: 'rare-only' };

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
  const ids = architecture.products.map(({ productId }) => productId).filter((id) => !roll.isService(id));
  const tierOf = tiersOf(architecture);
  const matches = casesLike(library, roll, usedProducts(architecture), MOST_MATCHES)
    .filter(({ points }) => points > 0)
    .map((match) => withContext(library, roll, { architecture, tierOf }, match));
  const withoutCase = ids.filter((id) => evidenceFor(library, id).cases.length === 0);
  const isStated = (id: string) => tierOf.get(id) !== 'image';
  const asked = openQuestions(library, roll, [...ids, ...architecture.ignored], matches, isStated);
  const answerTo = (question: OpenQuestion) => answers.find((answer) => answer.productId === question.productId);
  return {
    architecture,
    matches,
    thin: thinReasons(library, roll, { architecture, tierOf, ids, withoutCase, matches }),
    questions: asked.filter((question) => !answerTo(question)),
    answered: asked.flatMap((question) => {
      const answer = answerTo(question);
      return answer ? [{ question, answer }] : [];
    }),
    withoutCase,
  };
}

/** The case to stand beside the architecture: the first strong match, without one the nearest. */
export function nearestOf({ matches }: Pick<Review, 'matches'>): ReviewMatch | undefined {
  return matches.find(({ confidence }) => confidence === 'strong') ?? matches[0];
}

function tiersOf({ products }: Architecture): Tiers {
  return new Map(products.map(({ productId, tier }) => [productId, tier]));
}

type Tiers = ReadonlyMap<string, SignTier>;

interface Asking extends Pick<Review, 'architecture'> {
  /** Of each product of the architecture, its strongest sign. */
  readonly tierOf: Tiers;
}

function withContext(
  library: Library,
  roll: VotingRoll,
  { architecture, tierOf }: Asking,
  match: CaseMatch,
): ReviewMatch {
  const telling = tellingShared(library, roll, match);
  const count = (tier: SignTier) => match.shared.filter(({ productId }) => tierOf.get(productId) === tier).length;
  return {
    ...match,
    sameIndustry: match.study.industry === architecture.industry,
    sameProblems: match.study.problems.filter((id) => architecture.problems.includes(id)),
    confidence: confidenceOf(match, telling, weaknessOf(roll, match, telling, tierOf)),
    restsOn: STRENGTH.map((tier) => ({ tier, count: count(tier) })).filter((one) => one.count > 0),
  };
}

/** A product of one case weighs most, and says least of what kind of architecture has it. */
const SEVERAL = 2;

function confidenceOf(
  { score, shared }: CaseMatch,
  telling: readonly SharedProduct[],
  weakness: Weakness | undefined,
): ReviewMatch['confidence'] {
  if (!weakness) return 'strong';
  return score >= FAIR && telling.length >= 1 && shared.length >= 2 ? 'fair' : 'thin';
}

/**
 * A strong match has half of all there is to share, and in it two telling products, not of images alone. Of products that
 * only this case has it takes three.
 */
function weaknessOf(
  roll: VotingRoll,
  match: CaseMatch,
  telling: readonly SharedProduct[],
  tierOf: Tiers,
): Weakness | undefined {
  if (match.score < STRONG) return { code: 'low-score' };
  if (telling.length < 2) {
    const isTelling = (id: string) => !roll.isGeneric(id);
    return { code: 'one-shared', productIds: match.shared.map(({ productId }) => productId).filter(isTelling) };
  }
  if (telling.every(({ productId }) => tierOf.get(productId) === 'image')) return { code: 'shared-images' };
  const common = telling.filter(({ as }) => (roll.index.holders.get(as)?.length ?? 0) >= SEVERAL);
  return common.length >= 2 || telling.length >= 3 ? undefined : { code: 'rare-only' };
}

interface Told extends Asking, Pick<Review, 'matches' | 'withoutCase'> {
  /** The products that count. */
  readonly ids: readonly string[];
}

function thinReasons(
  library: Library,
  roll: VotingRoll,
  { architecture, tierOf, ids, withoutCase, matches }: Told,
): readonly ThinReason[] {
  const { products } = architecture;
  if (products.length === 0) return [{ code: 'no-products' }];
  if (ids.length === 0) return [{ code: 'services-only' }];
  const [nearest] = matches;
  if (!nearest) return [{ code: 'no-evidence' }];
  if (matches.some((match) => match.confidence === 'strong')) return [];
  const compared = ids.filter((id) => !withoutCase.includes(id));
  const telling = compared.filter((id) => !roll.isGeneric(id));
  const families = new Set(telling.map((id) => library.familyOf.get(id) ?? id));
  const reasons: ThinReason[] = [];
  if (telling.length === 0) reasons.push({ code: 'generic-only', productIds: compared });
  if (families.size === 1) reasons.push({ code: 'one-product', productIds: telling });
  if (products.every((product) => product.tier === 'image')) reasons.push({ code: 'images-only' });
  if (reasons.length > 0) return reasons;
  return [weaknessOf(roll, nearest, tellingShared(library, roll, nearest), tierOf) ?? { code: 'low-score' }];
}
