// How text is made comparable before it is searched: lower case, full-width letters narrowed, hyphens as blanks. Positions never move, so
// that a place found in folded text is the same place in the text as written.

/** `ＰｏｌａｒＤＢ 提速` → `polardb 提速`; as long as `text`, unit by unit. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // A few letters (İ) grow when lowered; those stay as they are.
  const even = lower.length === text.length ? lower : text.replace(/[\s\S]/g, sameLengthLower);
  const plain = even.includes('-') ? even.replaceAll('-', ' ') : even;
  return WIDE_LETTER.test(plain) ? plain.replace(WIDE_LETTERS, narrow) : plain;
}

const WIDE_LETTER = /[０-９Ａ-Ｚａ-ｚ]/;
const WIDE_LETTERS = /[０-９Ａ-Ｚａ-ｚ]/g;
const WIDE_OFFSET = 0xfee0;

function narrow(unit: string): string {
  return String.fromCharCode(unit.charCodeAt(0) - WIDE_OFFSET).toLowerCase();
}

function sameLengthLower(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === unit.length ? lower : unit;
}

/** A letter or digit of ASCII, lower case: what Latin words are made of here. */
export function isLatin(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** What stands between Latin words. */
export const NOT_LATIN = /[^a-z0-9]+/;

/** A letter of a script written without blanks, or of any script that is not ASCII; punctuation and blanks are not. */
export function isWide(unit: number): boolean {
  if (unit < 0xc0) return false;
  if (unit >= 0x2000 && unit <= 0x206f) return false;
  if (unit >= 0x3000 && unit <= 0x303f) return false;
  return unit < 0xff00 || unit > 0xffef;
}

/** A stretch of one kind of letters inside folded text. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly wide: boolean;
}

/** `polardb助力，提速` → `polardb`, `助力`, `提速`. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let kind = 0;
  for (let i = 0; i <= folded.length; i++) {
    const unit = i < folded.length ? folded.charCodeAt(i) : 0;
    const next = isLatin(unit) ? 1 : isWide(unit) ? 2 : 0;
    if (next === kind) continue;
    if (kind !== 0) runs.push({ text: folded.slice(start, i), start, wide: kind === 2 });
    start = i;
    kind = next;
  }
  return runs;
}

/** Letters only: how names are compared when blanks, dots and brackets are typed or left out at will. */
export function bare(folded: string): string {
  if (PLAIN.test(folded)) return folded;
  const rest = folded.replace(MARKS, '');
  return PLAIN.test(rest) ? rest : rest.replace(NO_LETTERS, '');
}

/** The same for many, a line each; in one go, which is much less work. */
export function bareLines(folded: string): string[] {
  const rest = folded.replace(MARKS, '');
  return PLAIN_LINES.test(rest) ? rest.split('\n') : folded.split('\n').map(bare);
}

// Classes of all scripts take milliseconds to compile: they wait for a text that needs them.
const PLAIN = /^[a-z0-9+\u3400-\u4dbf\u4e00-\u9fff]*$/;
const PLAIN_LINES = /^[a-z0-9+\n\u3400-\u4dbf\u4e00-\u9fff]*$/;
const MARKS = /[ -*,-/:-@[-`{-~（）《》、，。：；“”·]+/g;
const NO_LETTERS = /[^\p{L}\p{N}+]/gu;

/** Without the marks around a word: `“虎牙”` → `虎牙`; `30%` and `ping++` keep theirs. */
export function trimmed(folded: string): string {
  const last = folded.charAt(folded.length - 1);
  const isPlain = PLAIN.test(folded.charAt(0)) && (PLAIN.test(last) || last === '%');
  return isPlain && !folded.startsWith('+') ? folded : folded.replace(EDGES, '');
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%+]+$/gu;

/** Where `needle` stands in `folded`; a Latin needle only at the start of a word, a short one only as the whole word. */
export function findWord(folded: string, needle: string, from = 0): number {
  let at = folded.indexOf(needle, from);
  if (!isLatin(needle.charCodeAt(0))) return at;
  while (at >= 0 && !standsAsWord(folded, needle, at)) at = folded.indexOf(needle, at + 1);
  return at;
}

/** Latin needles up to this length have to be the whole word: `nat` is not in `national`. */
export const WHOLE_WORD = 3;

/** Whether `needle` at `at` is a word of its own, or, when longer, begins one. */
export function standsAsWord(folded: string, needle: string, at: number): boolean {
  if (at > 0 && isLatin(folded.charCodeAt(at - 1))) return false;
  if (needle.length > WHOLE_WORD || !isLatin(needle.charCodeAt(needle.length - 1))) return true;
  return !isLatin(folded.charCodeAt(at + needle.length));
}
