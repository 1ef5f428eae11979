// What the library says to one state of a file: its products, the cases like it, what those also used. Each part is
// worked out on first need and kept, so that hover, completion and status of one version share it.
import type { VotingRoll } from './kin';
import type { Library } from './library';
import { type CaseMatch, casesLike, type UsedProduct } from './match';
import { type Suggestion, suggest } from './suggest';

export interface FileEvidence {
  readonly library: Library;
  readonly roll: VotingRoll;
  /** Distinct product ids, in the order of the text. */
  readonly products: readonly string[];
  /** Cases like the file, best first. */
  readonly matches: readonly CaseMatch[];
  /** What the file lacks and such cases used, by votes. */
  readonly suggestions: readonly Suggestion[];
}

export function fileEvidence(library: Library, roll: VotingRoll, used: readonly UsedProduct[]): FileEvidence {
  const products = used.map(({ productId }) => productId);
  let matches: readonly CaseMatch[] | undefined;
  let suggestions: readonly Suggestion[] | undefined;
  return {
    library,
    roll,
    products,
    get matches() {
      matches ??= casesLike(library, roll, used);
      return matches;
    },
    get suggestions() {
      suggestions ??= suggest(roll, products);
      return suggestions;
    },
  };
}
