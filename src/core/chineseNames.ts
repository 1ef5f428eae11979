// The Chinese names that somebody may type in pinyin: titles, customers, products, terms, with their aliases. Their
// order is fixed, because the compiled library lists the syllables in it.
import { compareCodePoints } from './compare';
import type { LibraryData } from './model';

const HAN = /\p{Script=Han}/u;

/** Each name once, in code unit order. */
export function namesInChinese(
  data: Pick<LibraryData, 'cases' | 'products' | 'industries' | 'problems' | 'categories'>,
): string[] {
  const names = new Set<string>();
  for (const study of data.cases) names.add(study.title.zh).add(study.customer.zh);
  for (const product of data.products) for (const name of [product.zh, ...product.aliases]) names.add(name);
  for (const term of [...data.industries, ...data.problems, ...data.categories]) {
    for (const name of [term.zh, ...(term.aliases ?? [])]) names.add(name);
  }
  return [...names].filter((name) => HAN.test(name)).sort(compareCodePoints);
}
