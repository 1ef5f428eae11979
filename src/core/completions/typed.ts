// What somebody may type to find an entry, within the limits of the editor's own matcher: it reads 128 characters, and
// the first typed one must open a word.

/** Characters of a filter text that the editor reads. */
export const FILTER_LENGTH = 128;

/** The parts joined by blanks, cut after the last whole word that fits. */
export function filterText(...parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join(' ');
  if (text.length <= FILTER_LENGTH) return text;
  const cut = text.lastIndexOf(' ', FILTER_LENGTH);
  return text.slice(0, cut > 0 ? cut : FILTER_LENGTH);
}

const SEPARATOR = /[\s\-_./\\:'"()[\]{}<>$@]/;

/**
 * How well the typed characters fit a label and the words beside it: 4 they are the label, 3 it opens with them, 2 a word
 * opens with them (blanks between syllables do not count), 1 they are the initials of words that follow each other, 0 the
 * editor would still keep it: they stand there in order, the first at the start of a word. -1: not at all.
 */
export function fitOf(typed: string, label: string, words = ''): number {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return 3;
  const filter = filterText(label, words);
  const text = filter.toLowerCase();
  if (label.toLowerCase() === wanted) return 4;
  if (text.startsWith(wanted)) return 3;
  let best = -1;
  for (let at = text.indexOf(wanted.charAt(0)); at >= 0; at = text.indexOf(wanted.charAt(0), at + 1)) {
    if (!opensWord(filter, at)) continue;
    if (runsOn(text, at, wanted)) return 2;
    if (best < 1 && initialsFrom(filter, at, wanted)) best = 1;
    else if (best < 0 && holdsInOrder(text, at, wanted)) best = 0;
  }
  return best;
}

/** The entries that fit best, best first; those that fit loosely only where nothing else does. Stable. */
export function fitting<T>(entries: readonly T[], rate: (entry: T) => number): T[] {
  const rated = entries.map((entry) => ({ entry, fit: rate(entry) })).filter((one) => one.fit >= 0);
  const strict = rated.filter((one) => one.fit > 0);
  const kept = strict.length > 0 ? strict : rated;
  return kept.sort((a, b) => b.fit - a.fit).map(({ entry }) => entry);
}

function opensWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return at === 0 || SEPARATOR.test(before) || (/[a-z0-9]/.test(before) && /[A-Z]/.test(text.charAt(at)));
}

/** `guanxi` in `guan xi xing`: character by character, blanks left out. */
function runsOn(text: string, from: number, wanted: string): boolean {
  let at = from;
  for (const sign of wanted.replaceAll(' ', '')) {
    while (text.charAt(at) === ' ') at++;
    if (!text.startsWith(sign, at)) return false;
    at += sign.length;
  }
  return true;
}

/** `gxx` in `guan xi xing` */
function initialsFrom(text: string, from: number, wanted: string): boolean {
  let at = from;
  for (const sign of wanted) {
    if (text.charAt(at).toLowerCase() !== sign) return false;
    do at++;
    while (at < text.length && !(opensWord(text, at) && !SEPARATOR.test(text.charAt(at))));
  }
  return true;
}

function holdsInOrder(text: string, from: number, wanted: string): boolean {
  let at = from;
  for (const sign of wanted) {
    at = text.indexOf(sign, at);
    if (at < 0) return false;
    at += sign.length;
  }
  return true;
}
