// Comments that silence us: `# cases: ignore rds, kafka` for products, `# cases: ignore-file` for everything, and the
// same in Chinese (`# 案例: 忽略 rds`, `# 案例: 忽略本文件`). Every provider asks here.
import { leadOn } from './cite';
import { HASH } from './comments';
import type { Library } from './library';
import type { Product } from './model';
import { otherNames } from './productNames';
import { counterpartsByName } from './selfHosted';
import type { SourceLines } from './text';

/** What one line silences. */
export type Suppression = { readonly file: true } | { readonly file: false; readonly names: readonly string[] };

/** One blank is enough to find the dash: whoever looks for all of them tries every start of a long gap. */
const REASON = /(?:\s[-–—]+\s|[（(]|-->).*$/;

/** The suppression comment on `line`; a reason may follow a dash or a parenthesis. */
export function suppressionOn(line: string): Suppression | undefined {
  const lead = leadOn(line, HASH);
  const order =
    lead &&
    /^\s*(?:(ignore[- ]file|忽略(?:本|此|整个)?文件)|(?:ignore|忽略))(?![\w-])(.*)$/i.exec(line.slice(lead.bodyStart));
  if (!order) return undefined;
  if (order[1] !== undefined) return { file: true };
  const names = (order[2] ?? '').replace(/^\s*[:：]/, '').replace(REASON, '');
  return {
    file: false,
    names: names
      .split(/[,，、;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
}

/** All that a file silences. */
export interface Suppressions {
  readonly file: boolean;
  /** Names as written, in the order of the text. */
  readonly names: readonly string[];
}

const NOTHING: Suppressions = { file: false, names: [] };

/** The suppression comments of one version of a file, to read the next from. */
export interface SilencingLines {
  readonly lines: readonly string[];
  /** In the order of the text. */
  readonly found: readonly { readonly line: number; readonly said: Suppression }[];
}

const NO_LINES: SilencingLines = { lines: [], found: [] };

/** Finds the suppression comments; lines at either end that are those of the version before are not read again. */
export function silencingLines(
  lines: readonly string[],
  { lines: old, found }: SilencingLines = NO_LINES,
): SilencingLines {
  const most = Math.min(lines.length, old.length);
  let same = 0;
  while (same < most && lines[same] === old[same]) same++;
  let tail = 0;
  while (tail < most - same && lines[lines.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
  const moved = lines.length - old.length;
  const now = found.filter(({ line }) => line < same);
  for (let line = same; line < lines.length - tail; line++) {
    const said = silencedBy(lines[line] ?? '');
    if (said) now.push({ line, said });
  }
  for (const { line, said } of found) if (line >= old.length - tail) now.push({ line: line + moved, said });
  return { lines, found: now };
}

/** What the comments of a file silence together. */
export function suppressionsIn({ found }: SilencingLines): Suppressions {
  if (found.length === 0) return NOTHING;
  if (found.some(({ said }) => said.file)) return { file: true, names: [] };
  return { file: false, names: found.flatMap(({ said }) => (said.file ? [] : said.names)) };
}

/** Reads the suppression comments of a whole file. */
export function readSuppressions(lines: SourceLines): Suppressions {
  return suppressionsIn(silencingLines(Array.from({ length: lines.lineCount }, (_, line) => lines.lineAt(line))));
}

/** What the comments of a file mean for a library: the products that are left alone, and whether all of it is. */
export function silencedIn(
  library: Library,
  lines: SourceLines,
): { readonly file: boolean; readonly products: ReadonlySet<string> } {
  const { file, names } = readSuppressions(lines);
  return { file, products: ignoredProducts(library, names) };
}

/** The same as `suppressionOn`, behind one cheap test. */
function silencedBy(line: string): Suppression | undefined {
  return line.includes('#') && /ignore|忽略/i.test(line) ? suppressionOn(line) : undefined;
}

/**
 * The product ids that the names mean: ids, short names, aliases, and self-hosted systems for their managed counterpart, in
 * any case. Of a longer text its first words count.
 */
export function ignoredProducts(library: Library, names: readonly string[]): ReadonlySet<string> {
  const ignored = new Set<string>();
  if (names.length === 0) return ignored;
  const { called, mostWords } = calledIn(library);
  for (const name of names) {
    for (const id of productsCalled(called, name, mostWords)) {
      ignored.add(id);
      for (const member of library.data.families[id] ?? []) ignored.add(member);
    }
  }
  return ignored;
}

/** Lower-case name → the products that have it. */
type Called = ReadonlyMap<string, ReadonlySet<string>>;

/** Per library, since every file with such a comment asks. */
const CALLED = new WeakMap<Library, { readonly called: Called; readonly mostWords: number }>();

function calledIn(library: Library) {
  let known = CALLED.get(library);
  if (!known) {
    const called = productsByName(library);
    known = { called, mostWords: Math.max(...[...called.keys()].map((name) => name.split(' ').length)) };
    CALLED.set(library, known);
  }
  return known;
}

/** A name that the library gives to a product means no system that is called the same. */
function productsByName(library: Library): Called {
  const called = new Map<string, Set<string>>();
  for (const product of library.data.products) {
    for (const name of namesOf(product)) {
      const key = name.toLowerCase();
      called.set(key, (called.get(key) ?? new Set()).add(product.id));
    }
  }
  for (const [name, id] of counterpartsByName())
    if (!called.has(name) && library.productById.has(id)) called.set(name, new Set([id]));
  return called;
}

function productsCalled(called: Called, text: string, mostWords: number): Iterable<string> {
  const words = text.toLowerCase().split(/\s+/, mostWords);
  for (let count = words.length; count > 0; count--) {
    const products = called.get(words.slice(0, count).join(' '));
    if (products) return products;
  }
  return [];
}

const namesOf = (product: Product): readonly string[] => [product.id, product.zh, product.en, ...otherNames(product)];
