// What products do in the cases, as pieces of text that can be compared: how alike the roles that an architecture states
// are to those of a case. It knows no products and no files.
import type { CaseStudy } from './model';
import { tellsRole } from './roles';

export interface RoleLexicon {
  /**
   * How alike texts, in Chinese or English, are to all that the products of each case do: by position of the case,
   * 0 (nothing in common) … 1 (the same pieces), where pieces that few cases have tell more.
   */
  readonly likeness: (texts: readonly string[]) => Float64Array;
}

/** `cases` in the order in which positions count. */
export function roleLexicon(cases: readonly CaseStudy[]): RoleLexicon {
  const holders = new Map<string, number[]>();
  cases.forEach((study, position) => {
    forEachGram(rolesOf(study), (gram) => {
      const known = holders.get(gram);
      if (!known) holders.set(gram, [position]);
      else if (known[known.length - 1] !== position) known.push(position);
    });
  });
  const squareOf = (count: number) => Math.log((cases.length + 1) / (count + 1)) ** 2;
  const lengths = new Float64Array(cases.length);
  for (const positions of holders.values()) addTo(lengths, positions, squareOf(positions.length));
  return {
    likeness(texts) {
      const grams = new Set<string>();
      forEachGram(texts.join('\n'), (gram) => grams.add(gram));
      const common = new Float64Array(cases.length);
      let length = 0;
      for (const gram of grams) {
        const positions = holders.get(gram) ?? [];
        const square = squareOf(positions.length);
        length += square;
        addTo(common, positions, square);
      }
      return common.map((square, position) => (square > 0 ? square / Math.sqrt(length * (lengths[position] ?? 0)) : 0));
    },
  };
}

/** The roles of all products of a case in both languages, a line each; without those that it does not tell. */
function rolesOf({ products }: CaseStudy): string {
  const told = products.filter(tellsRole);
  return told.map(({ role }) => `${role.zh}\n${role.en}`).join('\n');
}

function addTo(totals: Float64Array, positions: readonly number[], amount: number): void {
  // The hot loop of a first suggestion and of a large library: no iterator.
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] ?? 0;
    totals[position] = (totals[position] ?? 0) + amount;
  }
}

/** A stretch of Chinese, or a Latin word that is no `to` or `of`. */
const RUN = /[\u3400-\u9fff]{2,}|[a-z0-9]{3,}/g;
const FIRST_CHINESE = '\u3400';

/** `会话缓存` → `会话`, `话缓`, `缓存`; `caches sessions` → `cache`, `session`. */
function forEachGram(text: string, visit: (gram: string) => void): void {
  for (const run of text.toLowerCase().match(RUN) ?? []) {
    if (run < FIRST_CHINESE) visit(run.endsWith('s') ? run.slice(0, -1) : run);
    else for (let i = 0; i + 1 < run.length; i++) visit(run.slice(i, i + 2));
  }
}
