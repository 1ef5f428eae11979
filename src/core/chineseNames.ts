// The Chinese names that somebody may type in pinyin: titles, customers, products, terms, with their aliases and what
// engineers call them. Their order is fixed, because the compiled library lists the syllables in it.
import { compareCodePoints } from './compare';
import type { LibraryData } from './model';
import { otherNames } from './productNames';
import { namesIn } from './search/buildLexicon';
import { SPOKEN } from './search/spoken';

const HAN = /\p{Script=Han}/u;

/** Each name once, in code unit order. */
export function namesInChinese(
  data: Pick<LibraryData, 'cases' | 'products' | 'industries' | 'problems' | 'categories'>,
): string[] {
  const names = new Set<string>();
  for (const study of data.cases) names.add(study.title.zh).add(study.customer.zh);
  for (const product of data.products) {
    for (const name of [product.zh, ...otherNames(product)]) names.add(name);
    if (product.today) names.add(product.today.zh);
  }
  for (const term of [...data.industries, ...data.problems, ...data.categories]) {
    for (const name of [...namesIn(term.zh), ...(term.aliases ?? [])]) names.add(name);
  }
  for (const [, , ...words] of SPOKEN) for (const word of words) names.add(word);
  return [...names].filter((name) => HAN.test(name)).sort(compareCodePoints);
}
