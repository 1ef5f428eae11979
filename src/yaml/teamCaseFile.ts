// Team files as YAML: the parsed value, where each path of it stands, and what does not parse. It reads YAML and the
// front matter of Markdown; what a case must hold is for the core.
import { type Document, isCollection, isMap, isPair, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { TeamFinding } from '../core/team/teamModel';
import type { Span } from '../core/text';

export interface TeamCaseFile {
  /** The value as plain data; `undefined` when it does not parse. */
  readonly value: unknown;
  /** What follows the front matter of a Markdown file; empty for YAML. */
  readonly body: string;
  readonly findings: readonly TeamFinding[];
  /** Where a finding stands, on one line; for a missing key the mapping that lacks it, in doubt the first line. */
  spanOf(finding: Pick<TeamFinding, 'path' | 'code'>): Span;
}

/** Reads `.yaml` and `.yml` as a whole, `.md` up to the end of its front matter. */
export function readTeamCaseFile(text: string, fileName: string): TeamCaseFile {
  const clean = text.replace(/^\uFEFF/, '');
  const parts = /\.md$/i.test(fileName) ? frontMatter(clean) : { yaml: clean, firstLine: 0, body: '' };
  if (!parts) return withoutFrontMatter(clean);
  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines, prettyErrors: false });
  const at = (from: number, to: number) => spanAt(lines, parts.yaml, parts.firstLine, from, to);
  const errors = document.errors.map(({ message, pos }) => ({ message, span: at(pos[0], pos[1]) }));
  const { value, problem } = plainValue(document);
  const spans = new Map(errors.map(({ span }, i) => [`${SYNTAX}${i}`, span]));
  const findings = [...errors.map(({ message }) => message), ...(problem ? [problem] : [])];
  return {
    value: findings.length === 0 ? value : undefined,
    body: parts.body,
    findings: findings.map((detail, i) => syntaxFinding(detail, i)),
    spanOf: ({ path, code }) => {
      const isAboutKey = code === 'unknown-key' || code === 'reserved';
      return spans.get(path) ?? at(...rangeOf(document, segmentsOf(path), isAboutKey ? 'key' : 'value'));
    },
  };
}

/** Paths of syntax findings: no path of a value begins so. */
const SYNTAX = '!';

function syntaxFinding(detail: string, index: number): TeamFinding {
  return { path: `${SYNTAX}${index}`, code: 'syntax', detail, severity: 'error', suggestions: [] };
}

/** `---` on the first line, up to the next `---`. */
function frontMatter(text: string): { yaml: string; firstLine: number; body: string } | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return undefined;
  return { yaml: match[1] ?? '', firstLine: 1, body: text.slice(match[0].length).replace(/\r\n?/g, '\n') };
}

function withoutFrontMatter(body: string): TeamCaseFile {
  const finding = { ...syntaxFinding('front matter', 0), code: 'missing' as const, path: '' };
  return { value: undefined, body, findings: [finding], spanOf: () => ({ line: 0, start: 0, end: 3 }) };
}

/** Aliases are resolved up to a bound, so that a few lines cannot grow into gigabytes. */
function plainValue(document: Document): { value?: unknown; problem?: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** `outcomes[0].figures[1].kind` → `['outcomes', 0, 'figures', 1, 'kind']`. Keys may hold dots only in ids, which end a path. */
export function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

type Range = [number, number];

/** The value at the end of the path; the key where the value is a collection or the path goes on below what is there. */
function rangeOf(document: Document, path: readonly (string | number)[], end: 'key' | 'value'): Range {
  let node: unknown = document.contents;
  let range: Range = [0, 0];
  for (const [i, step] of path.entries()) {
    const entry: Pair | Node | undefined = childOf(node, step);
    if (!entry) break;
    const key = isPair(entry) ? entry.key : undefined;
    node = isPair(entry) ? entry.value : entry;
    const isValue = i === path.length - 1 && end === 'value' && !isCollection(node);
    range = rangeOfNode(isValue ? (node ?? key) : (key ?? node)) ?? range;
  }
  return range;
}

function childOf(node: unknown, step: string | number): Pair | Node | undefined {
  if (!isCollection(node)) return undefined;
  if (isMap(node)) return node.items.find((pair) => String(pair.key) === String(step));
  return typeof step === 'number' ? (node.items[step] as Pair | Node | undefined) : undefined;
}

function rangeOfNode(node: unknown): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

function spanAt(lines: LineCounter, text: string, firstLine: number, from: number, to: number): Span {
  const { line, col } = lines.linePos(from);
  const row = Math.max(0, line - 1);
  const rest = text.slice(from, text.indexOf('\n', from) < 0 ? undefined : text.indexOf('\n', from)).trimEnd().length;
  const start = Math.max(0, col - 1);
  return { line: row + firstLine, start, end: start + Math.max(1, Math.min(rest, Math.max(1, to - from))) };
}
