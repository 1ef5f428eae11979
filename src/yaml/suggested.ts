// Where and how suggested products are written into a file: a component in an architecture sketch, elsewhere nothing but
// comments with their citation. Pure text: one insertion, never a change of what stands there.
import { citationBody } from '../core/cite';
import { type Library, productName, shortName } from '../core/library';
import type { Lang } from '../core/model';
import type { Suggestion } from '../core/suggest';
import type { SourceLines } from '../core/text';
import { chinese, countOf } from '../core/words';
import { SKETCH_NAME } from './formats/names';
import type { DocumentReading, Format } from './model';
import type { Reading } from './reader';
import { type Layout, layoutOf, type Position } from './structure/layout';

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

/**
 * One insertion for all chosen suggestions; `undefined` when there are none, and where not even a comment can be written: a
 * document that is one text to its end.
 */
export function insertSuggested(
  library: Library,
  reading: Reading,
  lines: SourceLines,
  chosen: readonly Suggestion[],
  style: SuggestedStyle,
): Insertion | undefined {
  if (chosen.length === 0) return undefined;
  const document = reading.documents.find(({ format }) => format !== 'none') ?? reading.documents[0];
  const layout = document && layoutOf(lines, document, HOLDERS[document.format] ?? []);
  const components =
    layout &&
    isSketch(document, style.fileName) &&
    insertComponents(lines, layout, componentsOf(library, chosen), { eol: style.eol, endLine: document.endLine });
  if (components) return components;
  const place = placeOfEntries(lines, layout) ?? endOfFile(lines, reading);
  if (!place) return undefined;
  const indent = ' '.repeat(place.column);
  const written = chosen.flatMap((one) => stubOf(library, one, style.lang)).map((line) => `${indent}${line}`);
  return afterLine(lines, place.line, written, style.eol);
}

function isSketch({ format, because }: DocumentReading, fileName: string): boolean {
  return format === 'architecture' || (because.code === 'empty' && SKETCH_NAME.test(fileName));
}

/** Two comment lines: what it is and how many used it; where that is told, as a citation that we read again. */
function stubOf(library: Library, { productId, voters, of, isOfAll }: Suggestion, lang: Lang): string[] {
  const short = shortName(library, productId, lang);
  const name = productName(library, productId, lang);
  const called = name.includes(short) ? name : lang === 'zh' ? `${short}（${name}）` : `${short} (${name})`;
  const count = countOf(voters.length, of, lang);
  const zh = chinese`可考虑 ${called}：${isOfAll ? '全部' : '有共同产品的'} ${count}用了它`;
  const en = `To consider: ${called}, used in ${count}${isOfAll ? '' : ' that share a product'}`;
  return [`# ${lang === 'zh' ? zh : en}`, `# ${citationBody(voters.slice(0, MOST_CITED), lang)}`];
}

/** Behind the last entry of the block that holds what the file is made of; `undefined` where it holds no entries. */
function placeOfEntries(lines: SourceLines, layout: Layout | undefined): Position | undefined {
  const block = layout?.root === 'mapping' ? layout.block : undefined;
  if (!block) return undefined;
  const { value, entries, column, lastLine } = block;
  const isCollection = entries || !value || /[[{]/.test(lines.lineAt(value.line).charAt(value.column));
  return isCollection ? { line: lastLine, column: entries?.column ?? column + 2 } : undefined;
}

function endOfFile(lines: SourceLines, { documents }: Reading): Position | undefined {
  const last = documents.at(-1) ?? { startLine: 0, endLine: lines.lineCount };
  const { lastLine, endsInText } = layoutOf(lines, last, []);
  return endsInText ? undefined : { line: lastLine, column: 0 };
}

interface Component {
  readonly name: string;
  readonly product: string;
  readonly cases: string;
}

function componentsOf(library: Library, chosen: readonly Suggestion[]): Component[] {
  return chosen.map(({ productId, voters }) => ({
    // A name in a file stays what it is, whatever language it is read in.
    name: scalar(shortName(library, productId, 'en')),
    product: productId,
    cases: `[${voters
      .slice(0, MOST_CITED)
      .map((study) => study.id)
      .join(', ')}]`,
  }));
}

/** The components as items of the sketch's list; `undefined` where what stands there takes no items. */
function insertComponents(
  lines: SourceLines,
  { root, start, block, lastLine }: Layout,
  components: readonly Component[],
  { eol, endLine }: { readonly eol: string; readonly endLine: number },
): Insertion | undefined {
  const value = block?.value;
  if (value && lines.lineAt(value.line)[value.column] === '[') {
    return insideFlow(lines, value, endLine, inFlow(components));
  }
  if (root === 'flow' && !block) return insideFlow(lines, start, endLine, `components: [${inFlow(components)}]`);
  if (root !== 'mapping' && root !== 'empty') return undefined;
  const indent = root === 'mapping' ? start.column : 0;
  if (!block)
    return afterLine(lines, lastLine, [`${' '.repeat(indent)}components:`, ...below(components, indent + 2)], eol);
  if (block.entries?.kind === 'sequence')
    return afterLine(lines, block.lastLine, below(components, block.entries.column), eol);
  return value ? undefined : afterLine(lines, block.lastLine, below(components, indent + 2), eol);
}

const inFlow = (components: readonly Component[]): string =>
  components.map((one) => `{name: ${one.name}, product: ${one.product}, cases: ${one.cases}}`).join(', ');

function below(components: readonly Component[], column: number): string[] {
  const indent = ' '.repeat(column);
  return components.flatMap((one) => [
    `${indent}- name: ${one.name}`,
    `${indent}  product: ${one.product}`,
    `${indent}  cases: ${one.cases}`,
  ]);
}

/** A name as YAML takes it anywhere. */
function scalar(name: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} ._()/+-]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return isPlain ? name : JSON.stringify(name);
}

/** `text` behind the last sign within the flow collection that begins at `open`; `undefined` when nothing closes it. */
function insideFlow(lines: SourceLines, open: Position, endLine: number, text: string): Insertion | undefined {
  let depth = 0;
  let quote = '';
  let last = { sign: '', line: 0, column: 0 };
  for (let line = open.line; line < endLine; line++) {
    const source = lines.lineAt(line);
    for (let column = line === open.line ? open.column : 0; column < source.length; column++) {
      const sign = source.charAt(column);
      if (quote !== '') {
        if (isEscaping(source, column, quote)) column += 1;
        else if (sign === quote) quote = '';
      } else if (sign === '#' && /^$|\s/.test(source.charAt(column - 1))) break;
      else if (sign === '[' || sign === '{') depth += 1;
      else if (sign === ']' || sign === '}') {
        depth -= 1;
        if (depth === 0) return { line: last.line, column: last.column, text: (SEPARATORS[last.sign] ?? ', ') + text };
      } else if ((sign === '"' || sign === "'") && /[[{,:]/.test(last.sign)) quote = sign;
      if (/\S/.test(sign)) last = { sign, line, column: column + 1 };
    }
  }
  return undefined;
}

/** `\"` in double quotes, `''` in single ones. */
function isEscaping(text: string, column: number, quote: string): boolean {
  return quote === '"' ? text[column] === '\\' : text.startsWith("''", column);
}

const SEPARATORS: Readonly<Record<string, string>> = { '[': '', '{': '', ',': ' ' };

/** New lines behind `line`; the last line of a file may lack its line end, and an empty file has no line to stand behind. */
function afterLine(lines: SourceLines, line: number, written: readonly string[], eol: string): Insertion {
  const text = lines.lineAt(line);
  if (line + 1 < lines.lineCount) return { line: line + 1, column: 0, text: written.map((one) => one + eol).join('') };
  if (text.trim() === '')
    return { line, column: text.length, text: (text === '' ? '' : eol) + written.map((one) => one + eol).join('') };
  return { line, column: text.length, text: written.map((one) => eol + one).join('') };
}
