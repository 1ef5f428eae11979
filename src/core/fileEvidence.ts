// What the library says to one state of a file: its products, the cases like it, what those also used. Each part is
// worked out on first need and kept, so that hover, completion and status of one version share it.
import type { VotingRoll } from './kin';
import type { Library } from './library';
import { type CaseMatch, casesLike, type UsedProduct } from './match';
import { once } from './once';
import type { SketchContext } from './sketchContext';
import { type Suggestion, suggest } from './suggest';

export interface FileEvidence {
  readonly library: Library;
  readonly roll: VotingRoll;
  /** Distinct product ids, in the order of the text. */
  readonly products: readonly string[];
  /** Products that a comment tells us to leave alone: none of them is offered. */
  readonly ignored: ReadonlySet<string>;
  /** Cases like the file, best first. */
  readonly matches: readonly CaseMatch[];
  /** What the file lacks and such cases used, by votes. */
  readonly suggestions: readonly Suggestion[];
  /** A version with the same products that says this of itself. It is read when the suggestions are asked for. */
  readonly saying: (context: () => SketchContext) => FileEvidence;
  /** What was worded from the products and matches, by what it is about; every version with the same products shares it. */
  readonly worded: <T>(about: string, word: () => T) => T;
}

const NONE: ReadonlySet<string> = new Set();

/** Of the `ignored` products nothing is suggested. */
export function fileEvidence(
  library: Library,
  roll: VotingRoll,
  used: readonly UsedProduct[],
  ignored: ReadonlySet<string> = NONE,
): FileEvidence {
  const products = used.map(({ productId }) => productId);
  const matches = once(() => casesLike(library, roll, used));
  const suggestions = keptForLast((context) => suggest(roll, products, context, ignored));
  const words = new Map<string, unknown>();
  const worded = <T>(about: string, word: () => T): T => {
    if (!words.has(about)) words.set(about, word());
    return words.get(about) as T;
  };
  const saying = (contextOf: () => SketchContext): FileEvidence => {
    const lacking = once(() => suggestions(contextOf()));
    return {
      library,
      roll,
      products,
      ignored,
      get matches() {
        return matches();
      },
      get suggestions() {
        return lacking();
      },
      saying,
      worded,
    };
  };
  return saying(() => NOTHING_SAID);
}

const NOTHING_SAID: SketchContext = { problems: [], roles: [] };

/** Few edits of a sketch change what it says of itself. */
function keptForLast<T>(make: (context: SketchContext) => T): (context: SketchContext) => T {
  let last: { readonly key: string; readonly made: T } | undefined;
  return (context) => {
    const key = JSON.stringify(context);
    if (last?.key !== key) last = { key, made: make(context) };
    return last.made;
  };
}
