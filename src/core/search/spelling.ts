// Names as they are spelled in pinyin and by initials: `huyazhibo`, `hyzb`. Syllables come from the table made when the
// library was compiled; names that came later (team cases) are spelled with the syllables their characters have there.
import type { CaseStudy, LibraryData } from '../model';
import { fold, isLatin, isWide } from './fold';
import type { Lexicon, Subject } from './lexicon';
import { alternatesOf } from './names';

export interface Spelling {
  /** All names letter by letter, a line each. */
  readonly letters: string;
  /** One where a syllable starts in `letters`, else zero. */
  readonly heads: Uint8Array;
  /** All names by initials, a line each; Latin words in full. */
  readonly initials: string;
  /** Line → case number. */
  readonly owners: Uint32Array;
  /** How a text sounds, by the table. */
  readonly spell: Speller;
  /** Subjects by full spelling and by initials. */
  readonly terms: readonly { readonly letters: string; readonly initials: string; readonly subject: Subject }[];
}

/** One sound of a name: a syllable of pinyin, or a Latin word as it is. */
export interface Sound {
  readonly letters: string;
  readonly han: boolean;
}

/** 115科技 → `115`, `ke`, `ji`. */
export type Speller = (text: string) => readonly Sound[];

const HAN = /\p{Script=Han}/u;

/** 115科技 → `115`, `科`, `技`: a sign each, other letters and digits by the word. By hand: patterns take five times as long. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    const han = isHan(unit);
    const isLetter = !han && (isLatin(unit | 0x20) || isLatin(unit) || isWide(unit));
    if (isLetter && start < 0) start = i;
    if (isLetter || (start < 0 && !han)) continue;
    if (start >= 0) parts.push(text.slice(start, i));
    if (han) parts.push(text.charAt(i));
    start = -1;
  }
  return parts;
}

function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

export function createSpeller(data: LibraryData): Speller {
  let sounds: ReadonlyMap<string, string> | undefined;
  return (text) => {
    const parts = partsOf(text);
    const kept = data.pinyin[text]?.split(' ');
    if (kept?.length === parts.length)
      return kept.map((letters, i) => ({ letters, han: isHan(parts[i]?.charCodeAt(0) ?? 0) }));
    sounds ??= soundsOf(data.pinyin);
    return parts.flatMap((part) => {
      const han = isHan(part.charCodeAt(0));
      const letters = han ? sounds?.get(part) : fold(part);
      return letters ? [{ letters, han }] : [];
    });
  };
}

/** The first sound that each character of the table has. */
function soundsOf(table: LibraryData['pinyin']): Map<string, string> {
  const sounds = new Map<string, string>();
  for (const [text, spelled] of Object.entries(table)) {
    const syllables = spelled.split(' ');
    const parts = partsOf(text);
    if (parts.length !== syllables.length) continue;
    parts.forEach((part, i) => {
      if (isHan(part.charCodeAt(0)) && !sounds.has(part)) sounds.set(part, syllables[i] ?? '');
    });
  }
  return sounds;
}

export function buildSpelling(cases: readonly CaseStudy[], lexicon: Lexicon, data: LibraryData): Spelling {
  const spell = createSpeller(data);
  const lines: string[] = [];
  const initials: string[] = [];
  const owners: number[] = [];
  cases.forEach((study, number) => {
    for (const sounds of spelledNames(study, spell)) {
      lines.push(sounds.map((sound) => sound.letters).join(' '));
      initials.push(sounds.map(initialOf).join(''));
      owners.push(number);
    }
  });
  const { letters, heads } = joined(lines);
  return {
    letters,
    heads,
    initials: initials.join('\n'),
    owners: Uint32Array.from(owners),
    spell,
    terms: spelledTerms(lexicon, spell),
  };
}

/** The customer's whole name, each alternate of it that stands alone (as it sounds in the whole), and the title. */
function spelledNames(study: CaseStudy, spell: Speller): (readonly Sound[])[] {
  const { zh } = study.customer;
  const whole = spell(zh);
  const alternates = alternatesOf(zh).filter((part) => part !== zh && HAN.test(part));
  return [
    ...(HAN.test(zh) ? [whole] : []),
    ...alternates.map((part) => {
      const first = partsOf(zh.slice(0, zh.indexOf(part))).length;
      return whole.slice(first, first + partsOf(part).length);
    }),
    ...(HAN.test(study.title.zh) && study.title.zh !== zh ? [spell(study.title.zh)] : []),
  ];
}

function initialOf(sound: Sound): string {
  return sound.han ? sound.letters.charAt(0) : sound.letters;
}

function joined(lines: readonly string[]): { letters: string; heads: Uint8Array } {
  const letters = lines.map((line) => line.replaceAll(' ', '')).join('\n');
  const heads = new Uint8Array(letters.length + 1);
  let at = 0;
  for (const line of lines) {
    for (const syllable of line.split(' ')) {
      heads[at] = 1;
      at += syllable.length;
    }
    at++;
  }
  return { letters, heads };
}

function spelledTerms(lexicon: Lexicon, spell: Speller): Spelling['terms'] {
  return lexicon.forms
    .filter((form) => HAN.test(form.text))
    .map((form) => {
      const sounds = spell(form.text);
      const letters = sounds.map((sound) => sound.letters).join('');
      return { letters, initials: sounds.map(initialOf).join(''), subject: form.subject };
    });
}

export interface SpelledHit {
  readonly number: number;
  /** Above 0, up to 1: whole name, beginning of a name, inside of one. */
  readonly fit: number;
}

/** Cases whose name sounds like `typed` (`huya`, `zhibo`): from the start of a syllable on. */
export function soundsLike(spelling: Spelling, typed: string): SpelledHit[] {
  return hitsIn(spelling.letters, spelling.owners, typed, (at) => spelling.heads[at] === 1);
}

/** Cases whose name has these initials (`mjtq`); short ones only from the start of the name. */
export function initialsLike(spelling: Spelling, typed: string): SpelledHit[] {
  const { initials } = spelling;
  return hitsIn(initials, spelling.owners, typed, (at) => typed.length > SHORT || startsLine(initials, at));
}

const SHORT = 3;

function startsLine(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === LINE;
}

const LINE = 10;

function hitsIn(text: string, owners: Uint32Array, typed: string, isStart: (at: number) => boolean): SpelledHit[] {
  const hits: SpelledHit[] = [];
  let line = 0;
  let seen = 0;
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (!isStart(at)) continue;
    for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
      line++;
      seen = next + 1;
    }
    const end = at + typed.length;
    const whole = end === text.length || text.charCodeAt(end) === LINE;
    const fit = startsLine(text, at) ? (whole ? 1 : 0.8) : 0.4;
    hits.push({ number: owners[line] ?? 0, fit });
  }
  return hits;
}

/** Subjects whose name is spelled exactly so. */
export function spelledSubjects(spelling: Spelling, typed: string): { subject: Subject; by: 'pinyin' | 'initials' }[] {
  const found = new Map<string, { subject: Subject; by: 'pinyin' | 'initials' }>();
  if (!typed || !isLatin(typed.charCodeAt(0))) return [];
  for (const term of spelling.terms) {
    const by = term.letters === typed ? 'pinyin' : term.initials === typed ? 'initials' : undefined;
    if (by) found.set(`${by}/${term.subject.kind}/${term.subject.id}`, { subject: term.subject, by });
  }
  return [...found.values()];
}
