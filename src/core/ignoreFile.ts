// What a `.gitignore` leaves out, so that a search of ours finds what the editor's search finds. Matching takes time in
// proportion to pattern and name, whatever a stranger's file holds.

/** One `.gitignore` or `.ignore` with the folder it speaks of: `/shop/deploy`. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

interface Rule {
  /** Path segments from the folder on; `**` stands for any number of them. */
  readonly segments: readonly (typeof ANY_PATH | Segment)[];
  readonly isFolderOnly: boolean;
  /** `!keep.yaml`: not left out after all. */
  readonly isKept: boolean;
}

type IsSign = (sign: string) => boolean;
type Segment = readonly (typeof ANY_TEXT | IsSign)[];

const ANY_PATH = '**';
const ANY_TEXT = '*';

/** Longer patterns are no patterns that anybody wrote. */
const LONGEST = 500;

/** Whether something, by its path, is left out: by itself or with a folder above it. */
export interface IgnoreTest {
  file(path: string): boolean;
  folder(path: string): boolean;
}

export function ignoreTest(files: readonly IgnoreFile[]): IgnoreTest {
  const rulesOf = new Map<string, Rule[]>();
  for (const { folder, text } of files) rulesOf.set(folder, [...(rulesOf.get(folder) ?? []), ...rulesIn(text)]);
  const known = new Map<string, boolean>([['', false]]);
  const isFolderOut = (folder: string): boolean => {
    const answer = known.get(folder) ?? isOut(folder, true);
    known.set(folder, answer);
    return answer;
  };
  const isOut = (path: string, isFolder: boolean): boolean => {
    if (isFolderOut(parentOf(path))) return true;
    let isIgnored = false;
    for (const [folder, rules] of above(path, rulesOf)) {
      const names = path.slice(folder.length + 1).split('/');
      for (const rule of rules) {
        if (
          rule.isKept === isIgnored &&
          (isFolder || !rule.isFolderOnly) &&
          fits(rule.segments, names, ANY_PATH, isName)
        )
          isIgnored = !rule.isKept;
      }
    }
    return isIgnored;
  };
  if (rulesOf.size === 0) return { file: () => false, folder: () => false };
  return { file: (path) => isOut(path, false), folder: isFolderOut };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The rules of the folders above a path, the outermost first: later ones have the last word. */
function above(path: string, rulesOf: ReadonlyMap<string, readonly Rule[]>): [string, readonly Rule[]][] {
  const found: [string, readonly Rule[]][] = [];
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const rules = rulesOf.get(folder);
    if (rules) found.unshift([folder, rules]);
    if (folder === '') return found;
  }
}

function rulesIn(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => ruleOf(line) ?? []);
}

function ruleOf(line: string): Rule | undefined {
  const pattern = line.replace(/(?<!\\)[ \t]+$/, '');
  if (pattern === '' || pattern.startsWith('#') || pattern.length > LONGEST) return undefined;
  const isKept = pattern.startsWith('!');
  const path = isKept ? pattern.slice(1) : pattern;
  const isFolderOnly = path.endsWith('/');
  const parts = path.replace(/\/+$/, '').replace(/^\//, '').split('/');
  if (parts.some((part) => part === '')) return undefined;
  const isAnywhere = parts.length === 1 && !path.startsWith('/');
  const names = [...(isAnywhere ? [ANY_PATH] : []), ...parts, ...(parts.at(-1) === ANY_PATH ? ['*'] : [])];
  return { segments: names.map((name) => (name === ANY_PATH ? ANY_PATH : segmentOf(name))), isFolderOnly, isKept };
}

function segmentOf(name: string): Segment {
  const tokens: Segment[number][] = [];
  for (const [token] of name.matchAll(/\\.|\[(?:!|\^)?\]?[^\]]*\]|./gsu)) {
    if (token === '*') tokens.push(ANY_TEXT);
    else if (token === '?') tokens.push(() => true);
    else if (token.length > 2 && token.startsWith('[')) tokens.push(oneOf(token.slice(1, -1)));
    else tokens.push((sign) => sign === (token.startsWith('\\') ? token.slice(1) : token));
  }
  return tokens;
}

/** `a-z0-9` or `!a-z` */
function oneOf(signs: string): IsSign {
  const isNot = /^[!^]/.test(signs);
  const ranges = [...(isNot ? signs.slice(1) : signs).matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one]) => ({
    from: from ?? one ?? '',
    to: to ?? one ?? '',
  }));
  return (sign) => ranges.some(({ from, to }) => from <= sign && sign <= to) !== isNot;
}

function isName(segment: Segment, name: string): boolean {
  return fits<IsSign, string, typeof ANY_TEXT>(segment, [...name], ANY_TEXT, (isSign, sign) => isSign(sign));
}

/** Whether a row of patterns fits a row of items; `any` fits any number of items. Only the last `any` is tried again. */
function fits<P, T, A>(
  patterns: readonly (P | A)[],
  items: readonly T[],
  any: A,
  isOne: (pattern: P, item: T) => boolean,
): boolean {
  let at = 0;
  let anyAt = -1;
  let anyEnd = 0;
  for (let i = 0; i < items.length; ) {
    const pattern = patterns[at];
    if (at < patterns.length && pattern === any) {
      anyAt = at++;
      anyEnd = i;
    } else if (at < patterns.length && isOne(pattern as P, items[i] as T)) {
      at++;
      i++;
    } else if (anyAt >= 0) {
      at = anyAt + 1;
      i = ++anyEnd;
    } else return false;
  }
  while (at < patterns.length && patterns[at] === any) at++;
  return at === patterns.length;
}
