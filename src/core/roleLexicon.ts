// What products do in the cases, as pieces of text that can be compared: how alike a role that an architecture states is to
// that of the same product in a case. It knows no files.
import type { CaseStudy } from './model';
import { tellsRole } from './roles';

export interface RoleLexicon {
  /**
   * How alike what a product does, in Chinese or English, is to what it does in the cases that tell it: by position of the
   * case, 0 … 1 (the same pieces), without those that have nothing in common. Pieces that few cases have tell more.
   */
  readonly likeness: (productId: string, texts: readonly string[]) => ReadonlyMap<number, number>;
}

/** A role of a product: the position of its case, and the numbers of its pieces. */
interface Role {
  readonly position: number;
  readonly grams: Uint32Array;
}

/** `cases` in the order in which positions count. */
export function roleLexicon(cases: readonly CaseStudy[]): RoleLexicon {
  const numbers = new Map<string, number>();
  /** In how many cases each piece occurs, by its number. */
  const spread: number[] = [];
  const roles = new Map<string, Role[]>();
  cases.forEach(({ products }, position) => {
    const ofCase = new Set<number>();
    for (const { id, role } of products.filter(tellsRole)) {
      const grams = Uint32Array.from(gramsOf(`${role.zh}\n${role.en}`), (gram) => numberOf(numbers, gram));
      for (const gram of grams) ofCase.add(gram);
      const known = roles.get(id);
      if (known) known.push({ position, grams });
      else roles.set(id, [{ position, grams }]);
    }
    for (const gram of ofCase) spread[gram] = (spread[gram] ?? 0) + 1;
  });
  /** The square of how rare a piece is; one that no case has is the rarest. */
  const weightOf = (gram: number | undefined) => {
    const count = gram === undefined ? 0 : (spread[gram] ?? 0);
    return Math.log((cases.length + 1) / (count + 1)) ** 2;
  };
  return {
    likeness(productId, texts) {
      const asked = [...gramsOf(texts.join('\n'))].map((gram) => numbers.get(gram));
      const length = asked.reduce<number>((total, gram) => total + weightOf(gram), 0);
      const wanted = new Set(asked);
      const found = new Map<number, number>();
      for (const { position, grams } of roles.get(productId) ?? []) {
        let [common, own] = [0, 0];
        for (const gram of grams) {
          const weight = weightOf(gram);
          own += weight;
          if (wanted.has(gram)) common += weight;
        }
        if (common > 0) found.set(position, common / Math.sqrt(length * own));
      }
      return found;
    },
  };
}

function numberOf(numbers: Map<string, number>, gram: string): number {
  const known = numbers.get(gram);
  if (known !== undefined) return known;
  numbers.set(gram, numbers.size);
  return numbers.size - 1;
}

/** A stretch of Chinese, or a Latin word that is no `to` or `of`. */
const RUN = /[\u3400-\u9fff]{2,}|[a-z0-9]{3,}/g;
const FIRST_CHINESE = '\u3400';

/** `会话缓存` → `会话`, `话缓`, `缓存`; `caches sessions` → `cache`, `session`. */
function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const run of text.toLowerCase().match(RUN) ?? []) {
    if (run < FIRST_CHINESE) grams.add(run.endsWith('s') ? run.slice(0, -1) : run);
    else for (let i = 0; i + 1 < run.length; i++) grams.add(run.slice(i, i + 2));
  }
  return grams;
}
