// What the top level of one YAML document looks like, read from its lines without a parse: enough to tell its format.
// It knows the shape of YAML, not the formats.
import type { SourceLines } from '../../core/text';
import { isWord } from '../structure/chars';

/** The lines `[startLine, endLine)` of one document. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

export interface TopKey {
  readonly key: string;
  /** The plain text after the colon, without quotes and comment; `''` where a block follows. */
  readonly value: string;
  readonly line: number;
}

/** The outline of one document. */
export interface Head {
  readonly lines: SourceLines;
  readonly range: LineRange;
  readonly keys: ReadonlyMap<string, TopKey>;
  /** What the document is at its root. */
  readonly root: 'map' | 'sequence' | 'flow' | 'empty' | 'other';
  /** Whether `{{` stands in the lines that were looked at. */
  readonly templated: boolean;
}

/** Lines whose inside is looked at; beyond them only column 0 is read. */
export const HEAD_LINES = 200;

const TOP_KEY = /^(?:"([^"]+)"|'([^']+)'|([^\s#{}[\]&*!|>'"%@`,?-][^#]*?|-[^\s#][^#]*?))\s*:(?:\s+(.*))?$/;

/** The part of a line that may hold a key: a pattern over a line of a megabyte takes its time. */
const startOf = (lines: SourceLines, line: number): string => {
  const text = lines.lineAt(line);
  return text.length > 1000 ? text.slice(0, 1000) : text;
};

/** Reads the outline: keys at column 0 (in a whole-file JSON the keys of its outermost object). */
export function readHead(lines: SourceLines, range: LineRange): Head {
  const keys = new Map<string, TopKey>();
  let root: Head['root'] = 'empty';
  let templated = false;
  for (let line = range.startLine; line < range.endLine; line++) {
    const text = startOf(lines, line);
    if (line - range.startLine < HEAD_LINES && text.includes('{{')) templated = true;
    const first = text.charCodeAt(0);
    if (Number.isNaN(first) || first === 32 || first === 9 || first === 35 || first === 37) continue;
    if (text.startsWith('---') || text.startsWith('...') || text.startsWith('{{')) continue;
    const simple = simpleKey(text, line);
    if (simple) {
      if (root === 'empty') root = 'map';
      if (!keys.has(simple.key)) keys.set(simple.key, simple);
      continue;
    }
    const match = first === DASH || first === OPEN_BRACE || first === OPEN_BRACKET ? null : TOP_KEY.exec(text);
    const kind = match ? 'map' : rootOf(text);
    if (root === 'empty') root = kind;
    if (kind === 'flow' && keys.size === 0) return { lines, range, keys: jsonKeys(lines, range), root, templated };
    if (match) addKey(keys, match, line);
    else if (kind === 'map') addKey(keys, TOP_KEY.exec(text), line);
  }
  if (root === 'empty') root = firstContent(lines, range);
  if (keys.size === 0 && root === 'map') return { lines, range, keys: indentedKeys(lines, range), root, templated };
  return { lines, range, keys, root, templated };
}

/** What `TOP_KEY` finds on a line of letters, digits and `/._-` with a plain value of one word, as most are. */
function simpleKey(text: string, line: number): TopKey | undefined {
  let colon = 0;
  while (isWord(text.charCodeAt(colon))) colon++;
  if (colon === 0 || text.charCodeAt(colon) !== COLON || text.charCodeAt(0) === DASH) return undefined;
  if (colon + 1 === text.length) return { key: text.slice(0, colon), value: '', line };
  if (text.charCodeAt(colon + 1) !== 32) return undefined;
  let end = colon + 2;
  while (isWord(text.charCodeAt(end))) end++;
  return end === text.length ? { key: text.slice(0, colon), value: text.slice(colon + 2), line } : undefined;
}

function rootOf(text: string): Head['root'] {
  if (text.startsWith('- ') || text === '-') return 'sequence';
  if (text.startsWith('{') || text.startsWith('[')) return 'flow';
  return TOP_KEY.test(text) ? 'map' : 'other';
}

const DASH = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const OPEN_BRACE = 123;

function addKey(keys: Map<string, TopKey>, match: RegExpExecArray | null, line: number): void {
  const key = match?.[1] ?? match?.[2] ?? match?.[3];
  if (key === undefined || keys.has(key)) return;
  keys.set(key, { key, value: plainValue(match?.[4] ?? ''), line });
}

/** `"2015-09-01" # comment` → `2015-09-01`. */
export function plainValue(text: string): string {
  if (!/["'#]/.test(text)) return text.trim();
  const quoted = /^(["'])(.*?)\1/.exec(text.trim());
  if (quoted) return quoted[2] ?? '';
  return text.replace(/(?:^|\s)#.*$/, '').trim();
}

/** A document that is indented as a whole: the first content line tells what it is. */
function firstContent(lines: SourceLines, range: LineRange): Head['root'] {
  for (let line = range.startLine; line < range.endLine; line++) {
    const text = startOf(lines, line).trim();
    if (text === '' || text.startsWith('#') || text.startsWith('---') || text.startsWith('{{')) continue;
    return rootOf(text);
  }
  return 'empty';
}

function indentedKeys(lines: SourceLines, range: LineRange): Map<string, TopKey> {
  const keys = new Map<string, TopKey>();
  let indent = -1;
  for (let line = range.startLine; line < Math.min(range.endLine, range.startLine + HEAD_LINES); line++) {
    const text = startOf(lines, line);
    const own = text.search(/[^\s]/);
    if (own < 0 || text[own] === '#' || text.startsWith('---') || text.startsWith('{{', own)) continue;
    if (indent < 0) indent = own;
    if (own === indent) addKey(keys, TOP_KEY.exec(text.slice(own)), line);
  }
  return keys;
}

/** The keys of the outermost object of a JSON text, by its braces; strings are skipped. */
function jsonKeys(lines: SourceLines, range: LineRange): Map<string, TopKey> {
  const keys = new Map<string, TopKey>();
  let depth = 0;
  for (let line = range.startLine; line < range.endLine && line - range.startLine < 5000; line++) {
    const text = lines.lineAt(line).slice(0, 100_000);
    for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:\s*(?:"((?:[^"\\]|\\.)*)")?)?|[{}[\]]/g)) {
      const brace = match[0];
      if (brace === '{' || brace === '[') depth++;
      else if (brace === '}' || brace === ']') depth--;
      else if (depth === 1 && match[2] !== undefined && match[1] !== undefined && !keys.has(match[1]))
        keys.set(match[1], { key: match[1], value: match[3] ?? '', line });
    }
  }
  return keys;
}

/** Whether a line of the block under the top key `key` matches, within the first `HEAD_LINES` of that block. */
export function blockHas(head: Head, key: string, pattern: RegExp): boolean {
  const top = head.keys.get(key);
  if (!top) return false;
  const end = Math.min(head.range.endLine, top.line + HEAD_LINES);
  for (let line = top.line; line < end; line++) {
    const text = startOf(head.lines, line);
    const first = text.charCodeAt(0);
    if (line > top.line && first > 32 && first !== 35 && first !== 45 && head.root !== 'flow' && TOP_KEY.test(text))
      return false;
    if (pattern.test(text)) return true;
  }
  return false;
}

/** The first match of `pattern` in the lines that are looked at. */
export function findInHead(head: Head, pattern: RegExp): RegExpExecArray | undefined {
  const end = Math.min(head.range.endLine, head.range.startLine + HEAD_LINES);
  for (let line = head.range.startLine; line < end; line++) {
    const found = pattern.exec(startOf(head.lines, line));
    if (found) return found;
  }
  return undefined;
}

/** Like `findInHead`, but not inside block scalars: a script or a manifest in a text says nothing about the file. */
export function findOutsideText(head: Head, pattern: RegExp): RegExpExecArray | undefined {
  const end = Math.min(head.range.endLine, head.range.startLine + HEAD_LINES);
  let textIndent = -1;
  for (let line = head.range.startLine; line < end; line++) {
    const text = startOf(head.lines, line);
    const indent = text.search(/\S/);
    if (indent < 0 || (textIndent >= 0 && indent > textIndent)) continue;
    const found = pattern.exec(text);
    if (found) return found;
    textIndent = /[:-]\s+[|>][-+0-9]*\s*(?:#.*)?$/.test(text) ? indent : -1;
  }
  return undefined;
}
