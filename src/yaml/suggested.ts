// Where and how suggested products are written into a file: a component in an architecture sketch, elsewhere nothing but
// comments with their citation. Pure text: one insertion, never a change of what stands there.
import { citationBody } from '../core/cite';
import { type Library, productName, shortName } from '../core/library';
import type { Lang } from '../core/model';
import type { Suggestion } from '../core/suggest';
import type { SourceLines } from '../core/text';
import { countOf } from '../core/words';
import type { DocumentReading, Format } from './model';
import type { Reading } from './reader';
import { walk } from './structure/walk';

/** Text to be put in at a place of the file. */
export interface Insertion {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What the written text depends on. */
export interface SuggestedStyle {
  readonly lang: Lang;
  /** Line end of the file. */
  readonly eol: string;
  /** What an empty file is going to be. */
  readonly fileName: string;
}

/** How many cases a component or a comment cites. */
const MOST_CITED = 3;

/** The key whose block holds what a file of the format is made of; the others are added to at the end of the file. */
const HOLDERS: Readonly<Partial<Record<Format, readonly string[]>>> = {
  architecture: ['components'],
  ros: ['Resources'],
  compose: ['services'],
  'serverless-devs': ['resources', 'services'],
  pulumi: ['resources'],
};

/** One insertion for all chosen suggestions; `undefined` when there are none. */
export function insertSuggested(
  library: Library,
  reading: Reading,
  lines: SourceLines,
  chosen: readonly Suggestion[],
  style: SuggestedStyle,
): Insertion | undefined {
  if (chosen.length === 0) return undefined;
  const document = reading.documents.find(({ format }) => format !== 'none') ?? reading.documents[0];
  const block = document && holderOf(document, lines);
  if (document && isSketch(document, style.fileName))
    return insertComponents(library, document, lines, block, chosen, style);
  const indent = ' '.repeat(block?.indent ?? 0);
  const written = chosen.flatMap((one) => stubOf(library, one, style.lang)).map((line) => `${indent}${line}`);
  return afterLine(lines, block?.lastLine ?? lastLineOf(lines), written, style.eol);
}

function isSketch({ format, because }: DocumentReading, fileName: string): boolean {
  return (
    format === 'architecture' || (because.code === 'empty' && /(?:^|[/.])arch(?:itecture)?\.ya?ml$/.test(fileName))
  );
}

/** Two comment lines: what it is and how many used it; where that is told, as a citation that we read again. */
function stubOf(library: Library, { productId, voters, of, isOfAll }: Suggestion, lang: Lang): string[] {
  const short = shortName(library, productId);
  const name = productName(library, productId, lang);
  const called = name.includes(short) ? name : lang === 'zh' ? `${short}（${name}）` : `${short} (${name})`;
  const count = countOf(voters.length, of, lang);
  const zh = isOfAll ? `可考虑 ${called}：全部 ${count}用了它` : `可考虑 ${called}：有共同产品的 ${count}用了它`;
  const en = `To consider: ${called}, used in ${count}${isOfAll ? '' : ' that share a product'}`;
  return [`# ${lang === 'zh' ? zh : en}`, `# ${citationBody(voters.slice(0, MOST_CITED), lang)}`];
}

/** The block below a top-level key, as far as lines go. */
interface Holder {
  readonly key: string;
  readonly keyLine: number;
  /** Column after the key. */
  readonly keyEnd: number;
  /** Column at which the entries stand. */
  readonly indent: number;
  /** Whether anything stands below the key. */
  readonly hasEntries: boolean;
  readonly lastLine: number;
}

function holderOf({ format, startLine, endLine }: DocumentReading, lines: SourceLines): Holder | undefined {
  const wanted = HOLDERS[format];
  let found: { key: string; keyLine: number; keyEnd: number } | undefined;
  let indent: number | undefined;
  let lastLine = 0;
  if (!wanted) return undefined;
  walk(lines, startLine, endLine, ({ role, path, span }) => {
    const [key] = path;
    if (typeof key !== 'string' || !wanted.includes(key) || (found && found.key !== key)) return;
    if (path.length === 1 && role === 'key') found = { key, keyLine: span.line, keyEnd: span.end };
    else if (indent === undefined && span.line > (found?.keyLine ?? -1)) indent = entryColumn(lines, span.line);
    lastLine = Math.max(lastLine, span.line);
  });
  if (!found) return undefined;
  const column = indent ?? 2;
  return {
    ...found,
    indent: column,
    hasEntries: indent !== undefined,
    lastLine: withClosing(lines, lastLine, endLine, column),
  };
}

function entryColumn(lines: SourceLines, line: number): number {
  return lines.lineAt(line).search(/\S/);
}

/** Lines below that still belong to the last entry: closing brackets of a flow collection. */
function withClosing(lines: SourceLines, lastLine: number, endLine: number, column: number): number {
  let line = lastLine;
  while (line + 1 < endLine) {
    const indent = entryColumn(lines, line + 1);
    if (indent <= column) break;
    line += 1;
  }
  return line;
}

function insertComponents(
  library: Library,
  document: DocumentReading,
  lines: SourceLines,
  block: Holder | undefined,
  chosen: readonly Suggestion[],
  { eol }: SuggestedStyle,
): Insertion {
  const fields = chosen.map(({ productId, voters }) => ({
    name: scalar(shortName(library, productId)),
    product: productId,
    cases: `[${voters
      .slice(0, MOST_CITED)
      .map((study) => study.id)
      .join(', ')}]`,
  }));
  const flow = block && flowEnd(lines, block.keyLine, block.keyEnd, document.endLine);
  if (flow) {
    const items = fields.map((one) => `{name: ${one.name}, product: ${one.product}, cases: ${one.cases}}`).join(', ');
    return { line: flow.line, column: flow.column, text: flow.separator + items };
  }
  const indent = ' '.repeat(block?.indent ?? 2);
  const items = fields.flatMap((one) => [
    `${indent}- name: ${one.name}`,
    `${indent}  product: ${one.product}`,
    `${indent}  cases: ${one.cases}`,
  ]);
  if (block) return afterLine(lines, block.lastLine, items, eol);
  return afterLine(lines, lastContentLine(lines, document), ['components:', ...items], eol);
}

/** A name as YAML takes it anywhere. */
function scalar(name: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} ._()/+-]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return isPlain ? name : JSON.stringify(name);
}

/** The place behind the last sign within `key: [ … ]`, and what has to stand between it and another item. */
function flowEnd(lines: SourceLines, keyLine: number, keyEnd: number, endLine: number) {
  let depth = 0;
  let quote = '';
  let last = { sign: '', line: 0, column: 0 };
  for (let line = keyLine; line < endLine; line++) {
    const text = lines.lineAt(line);
    for (let column = line === keyLine ? text.indexOf(':', keyEnd) + 1 : 0; column < text.length; column++) {
      const sign = text.charAt(column);
      if (quote !== '') {
        if (quote === '"' && sign === '\\') column += 1;
        else if (sign === quote) quote = '';
      } else if (sign === '#' && /^$|\s/.test(text.charAt(column - 1))) break;
      else if (sign === '[' || sign === '{') {
        if (depth === 0 && sign === '{') return undefined;
        depth += 1;
      } else if (sign === ']' || sign === '}') {
        depth -= 1;
        if (depth === 0) return { ...last, separator: SEPARATORS[last.sign] ?? ', ' };
      } else if (depth === 0 && /\S/.test(sign)) return undefined;
      else if ((sign === '"' || sign === "'") && /[[{,:]/.test(last.sign)) quote = sign;
      if (/\S/.test(sign)) last = { sign, line, column: column + 1 };
    }
    if (depth === 0 && line > keyLine) return undefined;
  }
  return undefined;
}

const SEPARATORS: Readonly<Record<string, string>> = { '[': '', ',': ' ' };

function lastLineOf(lines: SourceLines): number {
  let line = lines.lineCount - 1;
  while (line > 0 && lines.lineAt(line).trim() === '') line -= 1;
  return line;
}

/** The last line of the document that holds something; before a `...` that ends it. */
function lastContentLine(lines: SourceLines, { startLine, endLine }: DocumentReading): number {
  let line = Math.min(endLine, lines.lineCount) - 1;
  while (line > startLine && /^\s*$|^\.\.\.\s*$/.test(lines.lineAt(line))) line -= 1;
  return Math.max(0, line);
}

/** New lines behind `line`; the last line of a file may lack its line end, and an empty file has no line to stand behind. */
function afterLine(lines: SourceLines, line: number, written: readonly string[], eol: string): Insertion {
  const text = lines.lineAt(line);
  if (line + 1 < lines.lineCount) return { line: line + 1, column: 0, text: written.map((one) => one + eol).join('') };
  if (text.trim() === '')
    return { line, column: text.length, text: (text === '' ? '' : eol) + written.map((one) => one + eol).join('') };
  return { line, column: text.length, text: written.map((one) => eol + one).join('') };
}
