// What somebody may type to find an entry. What is found is told to the editor within the limits of its own matcher, which
// reads 128 characters.

/** Characters of a filter text that the editor reads. */
export const FILTER_LENGTH = 128;

/** The parts joined by blanks, cut after the last whole word that fits. */
export function filterText(...parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join(' ');
  if (text.length <= FILTER_LENGTH) return text;
  const cut = text.lastIndexOf(' ', FILTER_LENGTH);
  return text.slice(0, cut > 0 ? cut : FILTER_LENGTH);
}

/** Ties a word to the one before it: what is typed may run on across it, and nothing begins there. */
export const TIE = '~';

const SEPARATOR = /[\s\-_./\\:'"()[\]{}<>$@]/;

/**
 * How well the typed characters fit a label and the words beside it: 4 they are the label, 3 it or they open with them, 2 a
 * word opens with them (blanks between syllables do not count), 1 they are the initials of words that follow each other, 0 they
 * stand in the label in order, the first at the start of a word. -1: not at all.
 */
export function fitOf(typed: string, label: string, words = ''): number {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return 3;
  const all = `${label} ${words}`;
  const text = all.toLowerCase();
  if (label.toLowerCase() === wanted) return 4;
  if (text.startsWith(wanted) || words.toLowerCase().startsWith(wanted)) return 3;
  let best = -1;
  for (let at = text.indexOf(wanted.charAt(0)); at >= 0; at = text.indexOf(wanted.charAt(0), at + 1)) {
    if (!opensWord(all, at)) continue;
    if (runsOn(text, at, wanted)) return 2;
    if (best < 1 && initialsFrom(all, at, wanted)) best = 1;
    else if (best < 0 && holdsInOrder(label.toLowerCase(), at, wanted)) best = 0;
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
    while (text.charAt(at) === ' ' || text.charAt(at) === TIE) at++;
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
    while (at < text.length && !followsOn(text, at));
  }
  return true;
}

/** Whether a word begins here for somebody who reads on. */
function followsOn(text: string, at: number): boolean {
  return text.charAt(at - 1) === TIE || (opensWord(text, at) && !SEPARATOR.test(text.charAt(at)));
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
