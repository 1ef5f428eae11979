// Fills the lexicon: gathers every word that the data, the table of spoken words and the workspace have for something, and
// drops what adds nothing. Asks nothing of it afterwards. Runs while somebody waits for the first letter: what can be done
// to all words in one go is.
import type { LibraryData, Term } from '../model';
import { once } from '../once';
import { bareLines, fold, isLatin } from './fold';
import { ALIAS, hashed, type Lexicon, type Subject, WORKSPACE, type WorkspaceAlias } from './lexicon';
import { SPOKEN, type SubjectKind } from './spoken';

/** Nobody teaches more words; numbers of forms stay in 16 bits. */
const MOST_TAUGHT = 10_000;

export function buildLexicon(data: LibraryData, aliases: readonly WorkspaceAlias[] = []): Lexicon {
  const gathered = gather(data, aliases);
  const words = { ...gathered, keys: bareLines(fold(gathered.texts.join('\n'))) };
  const { texts, keys, starts, owners, signs, slots, next } = distinct(words, usedProducts(data));
  return {
    texts,
    keys: `${keys.join('\n')}\n`,
    starts: new Uint32Array(starts),
    subjects: words.subjects,
    owners: new Uint16Array(owners),
    signs: new Uint8Array(signs),
    slots,
    next: next.slice(0, keys.length),
    longest: keys.reduce((most, key) => Math.max(most, key.length), 0),
    segmenter: once(() => new Intl.Segmenter('zh-CN', { granularity: 'word' })),
  };
}

/** All words with their subjects, in the order in which they win. */
interface Gathered {
  readonly texts: string[];
  readonly owners: number[];
  readonly signs: number[];
  readonly subjects: Subject[];
  readonly numbers: Map<string, number>;
}

interface Words extends Gathered {
  readonly keys: readonly string[];
}

/** An alias, unless it is part of a name: `RDS MySQL` of `云数据库RDS MySQL版` is that name said shorter. */
const ALIAS_OR_SHORT = 4;

function gather(data: LibraryData, aliases: readonly WorkspaceAlias[]): Gathered {
  const all: Gathered = { texts: [], owners: [], signs: [], subjects: [], numbers: new Map() };
  for (const { alias, kind, id } of aliases.slice(0, MOST_TAUGHT)) {
    say(all, numberOf(all, kind, id), alias, ALIAS | WORKSPACE);
  }
  gatherProducts(all, data);
  gatherSpoken(all, true);
  for (const term of data.problems) gatherTerm(all, 'problem', term, [term.zh, term.en]);
  for (const term of data.industries) {
    gatherTerm(all, 'industry', term, [...namesIn(term.zh), ...namesIn(term.en)]);
  }
  gatherSpoken(all, false);
  return all;
}

function numberOf(all: Gathered, kind: SubjectKind, id: string): number {
  const mark = `${kind}/${id}`;
  const known = all.numbers.get(mark);
  if (known !== undefined) return known;
  all.numbers.set(mark, all.subjects.length);
  return all.subjects.push({ kind, id }) - 1;
}

function say(all: Gathered, subject: number, text: string, sign: number): void {
  all.texts.push(text.includes('\n') ? text.replaceAll('\n', ' ') : text);
  all.owners.push(subject);
  all.signs.push(sign);
}

function gatherProducts(all: Gathered, data: LibraryData): void {
  for (const { id, short, shortZh, zh, en, aliases, today } of data.products) {
    const subject = numberOf(all, 'product', id);
    sayName(all, subject, short);
    if (shortZh !== undefined) sayName(all, subject, shortZh);
    sayName(all, subject, zh);
    sayName(all, subject, en);
    for (const text of aliases) say(all, subject, text, ALIAS_OR_SHORT);
    if (!today) continue;
    say(all, subject, today.zh, ALIAS);
    say(all, subject, today.en, ALIAS);
  }
}

/** `Anti-DDoS Pro (EIP)` is also `Anti-DDoS Pro` and `EIP`; `A / B` is both. */
function sayName(all: Gathered, subject: number, name: string): void {
  say(all, subject, name, 0);
  if (!BRACKETS.test(name)) return;
  for (const part of name.split(BRACKETS)) {
    const text = part.trim();
    if (text.length > 1 && !/^formerly\b/i.test(text)) say(all, subject, text, 0);
  }
}

const BRACKETS = /[()（）/]/;

function gatherTerm(all: Gathered, kind: SubjectKind, term: Term, names: readonly string[]): void {
  const subject = numberOf(all, kind, term.id);
  for (const text of names) say(all, subject, text, 0);
  for (const text of term.aliases ?? []) say(all, subject, text, ALIAS);
}

/** Only what the library knows: a word for nothing would answer nothing. */
function gatherSpoken(all: Gathered, ofProducts: boolean): void {
  for (const [kind, id, ...words] of SPOKEN) {
    if ((kind === 'product') !== ofProducts) continue;
    const subject = all.numbers.get(`${kind}/${id}`);
    if (subject !== undefined) for (const text of words) say(all, subject, text, ALIAS);
  }
}

/** `金融科技、支付与区块链` → itself and its three parts. */
export function namesIn(heading: string): string[] {
  const parts = heading.split(/[、与/]|[&,]/).map((part) => part.trim());
  return [...new Set([heading, ...parts.filter((part) => part.length > 1)])];
}

function usedProducts(data: LibraryData): Set<string> {
  const used = new Set<string>();
  for (const study of data.cases) for (const { id } of study.products) used.add(id);
  return used;
}

/** The words that stay, by the numbers that they get as forms. */
interface Kept {
  readonly texts: string[];
  readonly keys: string[];
  readonly starts: number[];
  readonly owners: number[];
  readonly signs: number[];
  readonly slots: Uint16Array;
  readonly next: Uint16Array;
}

function distinct(all: Words, used: ReadonlySet<string>): Kept {
  const { keys, owners, signs } = all;
  const slots = new Uint16Array(slotsFor(keys.length));
  const next = new Uint16Array(keys.length);
  const kept: Kept = { texts: [], keys: [], starts: [0], owners: [], signs: [], slots, next };
  const mask = slots.length - 1;
  let names = '';
  for (let word = 0; word < keys.length; word++) {
    const key = keys[word] ?? '';
    if (owners[word] !== owners[word - 1]) names = '';
    if (signs[word] === 0) names += `\n${key}`;
    if (signs[word] === ALIAS_OR_SHORT) signs[word] = names.includes(key) ? 0 : ALIAS;
    let slot = hashed(key) & mask;
    while (slots[slot] !== 0 && kept.keys[(slots[slot] ?? 0) - 1] !== key) slot = (slot + 1) & mask;
    const last = slots[slot] === 0 ? -1 : lastOfKey(all, kept, used, word, (slots[slot] ?? 0) - 1);
    if (key === '' || last === undefined) continue;
    kept.texts.push(all.texts[word] ?? '');
    kept.owners.push(owners[word] ?? 0);
    kept.signs.push(signs[word] ?? 0);
    kept.starts.push((kept.starts[kept.keys.length] ?? 0) + key.length + 1);
    const form = kept.keys.push(key);
    if (last < 0) slots[slot] = form;
    else next[last] = form;
  }
  return kept;
}

/** The last of the forms of the same key, from `first` on; none where the word adds nothing to them: its subject is among
 * them already, a workspace's word is, or … */
function lastOfKey(
  { keys, owners, signs, subjects }: Words,
  kept: Kept,
  used: ReadonlySet<string>,
  word: number,
  first: number,
): number | undefined {
  const subject = subjects[owners[word] ?? 0];
  const key = keys[word] ?? '';
  // … `CDN` is asked for as the product that the cases have, not as another word for a problem.
  const isNickname = subject?.kind !== 'product' && signs[word] === ALIAS && key !== subject?.id;
  const yields = isNickname && isLatin(key.charCodeAt(0));
  let last = first;
  for (let form = first; form >= 0; form = (kept.next[form] ?? 0) - 1) {
    const known = subjects[kept.owners[form] ?? 0];
    if (known === subject || ((kept.signs[form] ?? 0) & WORKSPACE) > ((signs[word] ?? 0) & WORKSPACE)) return undefined;
    if (yields && known?.kind === 'product' && used.has(known.id)) return undefined;
    last = form;
  }
  return last;
}

function slotsFor(words: number): number {
  let slots = 1 << 10;
  while (slots < 2 * words) slots *= 2;
  return slots;
}
