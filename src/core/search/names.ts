// Names of cases (customer and title) as one long text a language, so that a scan for a literal name is one pass.
import type { CaseStudy } from '../model';
import { bare, findWord, fold, isLatin, standsAsWord } from './fold';

/** The names of all cases in one language: `customer\ntitle\n` case after case, folded. */
export interface Names {
  readonly text: string;
  /** Case number → where its names start; one longer than there are cases. */
  readonly starts: Uint32Array;
}

export function buildNames(
  cases: readonly CaseStudy[],
  namesOf: (study: CaseStudy) => readonly [string, string],
): Names {
  const starts = new Uint32Array(cases.length + 1);
  const parts: string[] = [];
  let length = 0;
  cases.forEach((study, number) => {
    const [customer, title] = namesOf(study);
    const part = `${customer}\n${title}\n`;
    starts[number] = length;
    length += part.length;
    parts.push(part);
  });
  starts[cases.length] = length;
  return { text: fold(parts.join('')), starts };
}

export function namesOf(names: Names, number: number): { readonly customer: string; readonly title: string } {
  const start = names.starts[number] ?? 0;
  const end = names.starts[number + 1] ?? start;
  const middle = names.text.indexOf('\n', start);
  return { customer: names.text.slice(start, middle), title: names.text.slice(middle + 1, end - 1) };
}

/** Where Latin letters are looked for: as a word or where a name begins, or also inside of words. Others are found anywhere. */
export type Where = 'word' | 'inside';

/** Calls `hit` with every case that has `needle` in a name, in the order of the cases, at most `most` times. */
export function scanNames(
  names: Names,
  needle: string,
  hit: (number: number) => void,
  where: Where = 'word',
  most = Number.POSITIVE_INFINITY,
): void {
  const { text, starts } = names;
  const count = starts.length - 1;
  const isWord = where === 'word' && isLatin(needle.charCodeAt(0));
  let number = 0;
  let hits = 0;
  let at = text.indexOf(needle);
  while (at >= 0 && number < count && hits < most) {
    if (isWord && !standsAsWord(text, needle, at) && !startsName(text, at)) {
      at = text.indexOf(needle, at + 1);
      continue;
    }
    while ((starts[number + 1] ?? 0) <= at) number++;
    hit(number++);
    hits++;
    at = text.indexOf(needle, starts[number] ?? text.length);
  }
}

function startsName(text: string, at: number): boolean {
  return at === 0 || '\n()（）《》'.includes(text.charAt(at - 1));
}

/** The parts of a customer's name that stand for it alone: 映客直播（北京蜜莱坞） → 映客直播, 北京蜜莱坞. */
export function alternatesOf(customer: string): string[] {
  if (!/[()（）《》]/.test(customer)) return customer === '' ? [] : [customer];
  return customer
    .split(/[()（）《》]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** How well a name fits what was typed, above 0 and up to 1; 0: not at all. Latin letters inside a word hardly count. */
export function nameFit(customer: string, title: string, needle: string): number {
  const key = bare(needle);
  if (key === '') return 0;
  return Math.max(customerFit(customer, key), partFit(customer, needle, CUSTOMER), partFit(title, needle, TITLE));
}

interface Scale {
  readonly whole: number;
  readonly beginning: number;
  readonly within: number;
}

/** A word that is all of one name means that customer, whatever other names begin with it. */
const CUSTOMER: Scale = { whole: 1, beginning: 0.75, within: 0.6 };
const TITLE: Scale = { whole: 0.95, beginning: 0.6, within: 0.35 };
/** Fewer Latin letters inside of a word are nothing. */
export const SHORTEST_INSIDE = 3;
/** From here on a customer is named, not only words of a title. */
export const NAMED = CUSTOMER.beginning;
/** What letters inside of a Latin word come to: `ork` in WeWork. */
export const INSIDE_WORD = 0.15;

function customerFit(customer: string, key: string): number {
  const alternates = alternatesOf(customer).map(bare);
  if (alternates.includes(key)) return CUSTOMER.whole;
  return alternates.some((name) => name.startsWith(key) && key.length > 1) ? CUSTOMER.beginning : 0;
}

function partFit(name: string, needle: string, scale: Scale): number {
  const at = findWord(name, needle);
  if (at < 0) {
    const inside = needle.length >= SHORTEST_INSIDE && isLatin(needle.charCodeAt(0)) && name.includes(needle);
    return inside ? INSIDE_WORD : 0;
  }
  if (needle.length === name.length) return scale.whole;
  const share = needle.length / name.length;
  return (at === 0 ? scale.beginning : scale.within) + 0.05 * share;
}
