// Comments that silence us: `# cases: ignore rds, kafka` for products, `# cases: ignore-file` for everything, and the
// same in Chinese (`# 案例: 忽略 rds`, `# 案例: 忽略本文件`). Every provider asks here.
import { leadOn } from './cite';
import type { Library } from './library';
import type { Product } from './model';
import type { SourceLines } from './text';

/** What one line silences. */
export type Suppression = { readonly file: true } | { readonly file: false; readonly names: readonly string[] };

/** The suppression comment on `line`; a reason may follow a dash or a parenthesis. */
export function suppressionOn(line: string): Suppression | undefined {
  const lead = leadOn(line);
  const order =
    lead &&
    /^\s*(?:(ignore[- ]file|忽略(?:本|此|整个)?文件)|(?:ignore|忽略))(?![\w-])(.*)$/i.exec(line.slice(lead.bodyStart));
  if (!order) return undefined;
  if (order[1] !== undefined) return { file: true };
  const names = (order[2] ?? '').replace(/^\s*[:：]/, '').replace(/(?:\s+[-–—]+\s|[（(]|-->).*$/, '');
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

/** Reads the suppression comments of a whole file; one cheap test a line. */
export function readSuppressions(lines: SourceLines): Suppressions {
  const names: string[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const text = lines.lineAt(line);
    if (!text.includes('#') || !/ignore|忽略/i.test(text)) continue;
    const found = suppressionOn(text);
    if (found?.file) return { file: true, names: [] };
    if (found) names.push(...found.names);
  }
  return names.length > 0 ? { file: false, names } : NOTHING;
}

/** The product ids that the names mean: ids, short names, aliases, in any case. Of a longer text its first words count. */
export function ignoredProducts(library: Library, names: readonly string[]): ReadonlySet<string> {
  const ignored = new Set<string>();
  for (const name of names) {
    for (const id of productsCalled(library, name)) {
      ignored.add(id);
      for (const member of library.data.families[id] ?? []) ignored.add(member);
    }
  }
  return ignored;
}

function productsCalled(library: Library, text: string): string[] {
  const words = text.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ').toLowerCase();
    const called = library.data.products.filter((product) =>
      namesOf(product).some((one) => one.toLowerCase() === name),
    );
    if (called.length > 0) return called.map((product) => product.id);
  }
  return [];
}

const namesOf = ({ id, short, zh, en, aliases }: Product): readonly string[] => [id, short, zh, en, ...aliases];
