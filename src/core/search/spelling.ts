// Names as they are spelled in pinyin and by initials: `huyazhibo`, `hyzb`. Syllables come from the table made when the
// library was compiled; names that came later (team cases) are spelled with the syllables their characters have there.
import type { CaseStudy, LibraryData } from '../model';
import { once, whileKept } from '../once';
import { type Form, formAt, type Lexicon, type Subject } from './lexicon';
import { alternatesOf } from './names';
import { createSpeller, partsOf, type Speller, spelled } from './speller';

/** Spelled texts, a line each. */
interface Spelled {
  /** Letter by letter. */
  readonly letters: string;
  /** By initials; Latin words in full. */
  readonly initials: string;
}

interface SpelledNames extends Spelled {
  /** Bit i is set where a syllable starts at letter i. */
  readonly heads: Uint8Array;
  /** Line → twice the case number, one more for a title. */
  readonly owners: Uint32Array;
  /** How many cases there are. */
  readonly count: number;
}

interface SpelledTerms extends Spelled {
  /** Line → number of the form in the lexicon. */
  readonly forms: Uint16Array;
}

export interface Spelling {
  readonly names: () => SpelledNames;
  readonly terms: () => SpelledTerms;
  /** How a text sounds, by the table. */
  readonly spell: Speller;
}

export function buildSpelling(cases: readonly CaseStudy[], lexicon: Lexicon, { pinyin }: LibraryData): Spelling {
  const spell = createSpeller(pinyin);
  const line = (text: string) => spelled(spell, pinyin, text);
  return {
    names: once(() => spelledNames(cases, spell, line)),
    terms: whileKept(() => spelledTerms(lexicon, line)),
    spell,
  };
}

/** A text as its sounds with blanks between. */
type Line = (text: string) => string;

function spelledNames(cases: readonly CaseStudy[], spell: Speller, line: Line): SpelledNames {
  const lines: string[] = [];
  const owners: number[] = [];
  for (let number = 0; number < cases.length; number++) {
    const study = cases[number];
    if (!study) continue;
    addCustomer(study.customer.zh, spell, line, lines);
    while (owners.length < lines.length) owners.push(2 * number);
    if (!HAN.test(study.title.zh)) continue;
    lines.push(line(study.title.zh));
    owners.push(2 * number + 1);
  }
  return { ...unspaced(lines), owners: new Uint32Array(owners), count: cases.length };
}

/** The whole name, and each alternate of it that stands alone, as it sounds in the whole. */
function addCustomer(customer: string, spell: Speller, line: Line, lines: string[]): void {
  if (!HAN.test(customer)) return;
  lines.push(line(customer));
  for (const part of alternatesOf(customer)) {
    if (part === customer || !HAN.test(part)) continue;
    const first = partsOf(customer.slice(0, customer.indexOf(part))).length;
    const sounds = spell(customer).slice(first, first + partsOf(part).length);
    lines.push(sounds.join(' '));
  }
}

export const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;

/** `hu ya`, `AI xun lian` → `huya\naixunlian` and `hy\naixl`. */
function unspaced(lines: readonly string[]): Spelled & { readonly heads: Uint8Array } {
  const sounds = lines.join(' \n ').split(' ');
  const letters = sounds.join('').toLowerCase();
  const heads = new Uint8Array((letters.length >> 3) + 1);
  const initials: string[] = [];
  let at = 0;
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i] ?? '';
    const unit = sound.charCodeAt(0);
    initials.push(unit >= SMALL_A && unit <= SMALL_Z ? sound.charAt(0) : sound);
    heads[at >> 3] = (heads[at >> 3] ?? 0) | (1 << (at & 7));
    at += sound.length;
  }
  return { letters, initials: initials.join('').toLowerCase(), heads };
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

function spelledTerms({ texts }: Lexicon, line: Line): SpelledTerms {
  const lines: string[] = [];
  const kept: number[] = [];
  for (let form = 0; form < texts.length; form++) {
    const text = texts[form] ?? '';
    if (!HAN.test(text)) continue;
    lines.push(line(text));
    kept.push(form);
  }
  const { letters, initials } = unspaced(lines);
  return { letters, initials, forms: new Uint16Array(kept) };
}

const LINE = 10;

/** How well a spelling fits a customer's name; a title counts a little less. */
const FIT = { whole: 1, beginning: 0.8, inside: 0.4 } as const;
const OF_TITLE = 0.9;
/** What the title adds where it says the same as the customer. */
const AGREEING = 0.05;

/** From here on a spelling fits from the start of a name, not somewhere inside. */
export const FROM_START = FIT.beginning * OF_TITLE;

/** Case number → how well it fits, up to about 1; 0: not at all. */
export type SpelledFits = Float32Array;

/** Cases whose name sounds like `typed` (`huya`, `zhibo`): from the start of a syllable on. */
export function soundsLike(spelling: Spelling, typed: string): SpelledFits {
  const names = spelling.names();
  const { letters, heads } = names;
  return fitsIn(names, letters, typed, (at) => ((heads[at >> 3] ?? 0) & (1 << (at & 7))) !== 0);
}

/** Cases whose name has these initials (`mjtq`); short ones only from the start of the name. */
export function initialsLike(spelling: Spelling, typed: string): SpelledFits {
  const names = spelling.names();
  const { initials } = names;
  return fitsIn(names, initials, typed, (at) => typed.length > SHORT || startsLine(initials, at));
}

const SHORT = 3;

function startsLine(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === LINE;
}

function fitsIn(
  { owners, count }: SpelledNames,
  text: string,
  typed: string,
  isStart: (at: number) => boolean,
): SpelledFits {
  const customers = new Float32Array(count);
  const titles = new Float32Array(count);
  let line = 0;
  let end = text.indexOf('\n');
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (!isStart(at)) continue;
    for (; end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
    const after = at + typed.length;
    const isWhole = after === text.length || after === end;
    const fit = startsLine(text, at) ? (isWhole ? FIT.whole : FIT.beginning) : FIT.inside;
    const owner = owners[line] ?? 0;
    const fits = owner % 2 === 0 ? customers : titles;
    if (fit > (fits[owner >> 1] ?? 0)) fits[owner >> 1] = fit;
  }
  for (let number = 0; number < count; number++) {
    const fit = titles[number] ?? 0;
    if (fit > 0) customers[number] = Math.max(customers[number] ?? 0, fit * OF_TITLE) + fit * AGREEING;
  }
  return customers;
}

/** Subjects that have a name of exactly that spelling, each with the first such name. */
export function spelledSubjects(
  { terms }: Spelling,
  lexicon: Lexicon,
  typed: string,
): { form: Form; by: 'pinyin' | 'initials' }[] {
  const all = terms();
  return (['pinyin', 'initials'] as const).flatMap((by) => {
    const forms = new Map<Subject, Form>();
    for (const line of linesThatAre(all[by === 'pinyin' ? 'letters' : 'initials'], typed)) {
      const form = formAt(lexicon, all.forms[line] ?? 0);
      if (!forms.has(form.subject)) forms.set(form.subject, form);
    }
    return [...forms.values()].map((form) => ({ form, by }));
  });
}

/** Numbers of the lines of `text` that are `whole`. */
function linesThatAre(text: string, whole: string): number[] {
  const lines: number[] = [];
  let line = 0;
  let seen = 0;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    const end = at + whole.length;
    const isWhole = startsLine(text, at) && (end === text.length || text.charCodeAt(end) === LINE);
    if (!isWhole) continue;
    for (; seen < at; line++) seen = text.indexOf('\n', seen) + 1;
    lines.push(line);
  }
  return lines;
}
