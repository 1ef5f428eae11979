// Which completion slot the cursor is in: a table of places, by format and path. Outside these places there is nothing to
// complete. It knows which kind of value belongs there, not which values exist.
import { type CitationSlot, citationSlotAt } from '../core/citationSlot';
import type { SourceLines, Span } from '../core/text';
import type { IdentifierDialect } from './identifiers';
import type { Cursor, Format, PathItem } from './model';
import { siblingsOf } from './neighbours';
import { itemsBeside } from './structure/lists';

/** The place that a completion fills. */
export type Slot = CommentSlot | ValueSlot;

/** A `# case:` comment. */
export interface CommentSlot extends CitationSlot {
  readonly kind: 'citation';
  readonly line: number;
}

/** A value, or the key of an annotation. */
export interface ValueSlot {
  readonly kind: 'product' | 'industry' | 'problem' | 'role' | 'scale' | 'case' | 'identifier' | 'annotation';
  /** Whether the format is ours, or a schema of others has a word there, too. */
  readonly isOwn: boolean;
  /** Where the values are looked up, for an `identifier` or `annotation`. */
  readonly dialect?: IdentifierDialect;
  /** What identifiers there begin with without it being written: the API group of a `kind`. */
  readonly prefix?: string;
  /** The whole token, without its quotes; one line. Of a new key in quotes with the closing one: its colon follows that. */
  readonly span: Span;
  /** What stands between the token's start and the cursor. */
  readonly typed: string;
  readonly writing: Writing;
  /** Path of the mapping around, `['components', 2]` for `role:`. */
  readonly parent: readonly PathItem[];
  /** Items that the list has besides this one, or keys beside this one. */
  readonly taken: readonly string[];
}

/** How a value has to be written at its place. */
export interface Writing {
  /** The quotes around it; a closing one that is missing is in `after`. */
  readonly quote: '' | '"' | "'";
  readonly isInFlow: boolean;
  /** What has to stand before and after: a blank behind `Type:`, `: ` behind a new key, brackets around a list. */
  readonly before: string;
  readonly after: string;
}

/** `*` any key, `#` any position, `**` (first) anything before. */
type Pattern = readonly string[];

interface SlotRule {
  readonly formats: readonly Format[];
  readonly path: Pattern;
  readonly kind: ValueSlot['kind'];
  readonly dialect?: IdentifierDialect;
  /** The value is a list and nothing of it is written yet. */
  readonly isList?: boolean;
  /** What a value of a key beside it says of the slot. */
  readonly when?: (siblings: ReadonlyMap<string, string>) => Pick<ValueSlot, 'prefix'> | undefined;
}

const ARCHITECTURE: readonly Format[] = ['architecture'];

/** The API group of the object: `oss.alibaba.crossplane.io/` of `apiVersion: oss.alibaba.crossplane.io/v1alpha1`. */
function groupOf(siblings: ReadonlyMap<string, string>): Pick<ValueSlot, 'prefix'> | undefined {
  const version = siblings.get('apiVersion') ?? '';
  const slash = version.lastIndexOf('/');
  return slash > 0 ? { prefix: version.slice(0, slash + 1) } : undefined;
}

const VALUE_SLOTS: readonly SlotRule[] = [
  { formats: ARCHITECTURE, path: ['industry'], kind: 'industry' },
  { formats: ARCHITECTURE, path: ['problems', '#'], kind: 'problem' },
  { formats: ARCHITECTURE, path: ['problems'], kind: 'problem', isList: true },
  { formats: ARCHITECTURE, path: ['components', '#', 'product'], kind: 'product' },
  { formats: ARCHITECTURE, path: ['components', '#', 'role'], kind: 'role' },
  { formats: ARCHITECTURE, path: ['components', '#', 'scale'], kind: 'scale' },
  { formats: ARCHITECTURE, path: ['scale'], kind: 'scale' },
  { formats: ARCHITECTURE, path: ['components', '#', 'cases', '#'], kind: 'case' },
  { formats: ARCHITECTURE, path: ['components', '#', 'cases'], kind: 'case', isList: true },
  { formats: ARCHITECTURE, path: ['cases', '#'], kind: 'case' },
  { formats: ARCHITECTURE, path: ['cases'], kind: 'case', isList: true },
  { formats: ['ros'], path: ['Resources', '*', 'Type'], kind: 'identifier', dialect: 'ros' },
  { formats: ['pulumi'], path: ['resources', '*', 'type'], kind: 'identifier', dialect: 'pulumi' },
  { formats: ['serverless-devs'], path: ['resources', '*', 'component'], kind: 'identifier', dialect: 'component' },
  { formats: ['serverless-devs'], path: ['services', '*', 'component'], kind: 'identifier', dialect: 'component' },
  { formats: ['serverless-devs'], path: ['*', 'component'], kind: 'identifier', dialect: 'component' },
  { formats: ['kubevela'], path: ['spec', 'components', '#', 'type'], kind: 'identifier', dialect: 'kubevela' },
  { formats: ['crossplane'], path: ['kind'], kind: 'identifier', dialect: 'kind', when: groupOf },
  { formats: ['crossplane'], path: ['**', 'base', 'kind'], kind: 'identifier', dialect: 'kind', when: groupOf },
];

interface AnnotationRule {
  readonly kinds: ReadonlySet<string>;
  readonly path: Pattern;
  /** How the annotations that belong there begin. */
  readonly prefix: string;
}

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job']);

const ANNOTATION_SLOTS: readonly AnnotationRule[] = [
  {
    kinds: new Set(['Service']),
    path: ['metadata', 'annotations'],
    prefix: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-',
  },
  { kinds: new Set(['Ingress']), path: ['metadata', 'annotations'], prefix: 'alb.ingress.kubernetes.io/' },
  { kinds: new Set(['Pod']), path: ['metadata', 'annotations'], prefix: 'k8s.aliyun.com/eci-' },
  { kinds: WORKLOADS, path: ['spec', 'template', 'metadata', 'annotations'], prefix: 'k8s.aliyun.com/eci-' },
  {
    kinds: new Set(['CronJob']),
    path: ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
    prefix: 'k8s.aliyun.com/eci-',
  },
];

/** The slot under a cursor at `column`, or nothing. */
export function slotAt(cursor: Cursor, lines: SourceLines, column: number): Slot | undefined {
  const { line } = cursor.span;
  if (cursor.format === 'none') return undefined;
  if (cursor.role === 'comment') {
    const slot = citationSlotAt(lines.lineAt(line), column);
    return slot && { kind: 'citation', line, ...slot };
  }
  // Before an opening quote and behind a closing one nothing of the token is written.
  if (column < cursor.span.start || column > cursor.span.end || isBeforeValue(cursor, lines)) return undefined;
  if (cursor.format === 'kubernetes' || cursor.format === 'helm') return annotationSlot(cursor, lines, column);
  if (cursor.role !== 'value' && cursor.role !== 'gap') return undefined;
  return valueSlot(cursor, lines, column);
}

/** Whether a value follows a gap on its line: what is written there would become a part of it, or stand beside it. */
function isBeforeValue({ role, span, isInFlow }: Cursor, lines: SourceLines): boolean {
  if (role !== 'gap') return false;
  const end = isInFlow ? /^\s*(?:$|[,\]}]|\s#)/ : /^\s*(?:$|\s#)/;
  return !end.test(lines.lineAt(span.line).slice(span.end));
}

function valueSlot(cursor: Cursor, lines: SourceLines, column: number): ValueSlot | undefined {
  const rule = VALUE_SLOTS.find(({ formats, path }) => formats.includes(cursor.format) && fits(path, cursor.path));
  if (!rule || !isBesideItsKey(cursor, lines)) return undefined;
  const text = lines.lineAt(cursor.span.line);
  if (rule.isList && isListBelow(lines, cursor.span.line)) return undefined;
  const said = rule.when?.(siblingsOf(lines, cursor.span.line, keyColumn(text)));
  if (rule.when && !said) return undefined;
  return {
    kind: rule.kind,
    isOwn: cursor.format === 'architecture',
    ...(rule.dialect && { dialect: rule.dialect }),
    ...said,
    span: cursor.span,
    typed: text.slice(cursor.span.start, column),
    writing: writingOf(text, cursor, rule.isList ? LIST : NO_LIST),
    parent: parentOf(cursor.path),
    taken: itemsBeside(lines, cursor.path, cursor.span),
  };
}

function fits(pattern: Pattern, path: readonly PathItem[]): boolean {
  const steps = pattern[0] === '**' ? pattern.slice(1) : pattern;
  const from = path.length - steps.length;
  if (from < 0 || (from > 0 && pattern[0] !== '**')) return false;
  return steps.every((step, i) => {
    const item = path[from + i];
    if (step === '#') return typeof item === 'number';
    return typeof item === 'string' && (step === '*' || step === item);
  });
}

/** A value that begins on a later line than its key is left alone, unless it is an item of a list. */
function isBesideItsKey({ path, span }: Cursor, lines: SourceLines): boolean {
  const before = lines.lineAt(span.line).slice(0, span.start);
  return typeof path.at(-1) === 'number' || /:\s*["']?$/.test(before);
}

const keyColumn = (text: string): number => text.search(/[^\s-]|-(?=\S)/);

/** Whether the list of a key stands below it: items as far to the right as the key, or further. */
function isListBelow(lines: SourceLines, line: number): boolean {
  const key = keyColumn(lines.lineAt(line));
  for (let i = line + 1; i < Math.min(lines.lineCount, line + 20); i++) {
    const text = lines.lineAt(i);
    const item = text.search(/\S/);
    if (item >= 0 && text[item] !== '#') return item >= key && /^-(?:\s|$)/.test(text.slice(item));
  }
  return false;
}

/** What has to stand around a value: brackets where it is to be a list. */
const LIST = { open: '[', close: ']' };
const NO_LIST = { open: '', close: '' };

function writingOf(text: string, { span, isInFlow }: Cursor, list: typeof LIST): Writing {
  const opening = text.charAt(span.start - 1);
  const quote = opening === '"' || opening === "'" ? opening : '';
  const isClosed = quote === '' || text.charAt(span.end) === quote;
  const needsBlank = quote === '' && (opening === ':' || opening === '-');
  return {
    quote,
    isInFlow: isInFlow || list.open !== '',
    before: `${needsBlank ? ' ' : ''}${list.open}`,
    after: `${isClosed ? '' : quote}${list.close}`,
  };
}

function parentOf(path: readonly PathItem[]): readonly PathItem[] {
  return path.slice(0, -1);
}

/** A key among annotations of an object that has a say about the cloud. */
function annotationSlot(cursor: Cursor, lines: SourceLines, column: number): ValueSlot | undefined {
  const { span, role } = cursor;
  const parent = role === 'key' ? parentOf(cursor.path) : cursor.path;
  if (role === 'comment' || role === 'text' || parent.at(-1) !== 'annotations') return undefined;
  const text = lines.lineAt(span.line);
  if (/[^\s"']/.test(text.slice(0, span.start))) return undefined;
  const isListed = parent[0] === 'items' && typeof parent[1] === 'number';
  const kind = siblingsOf(lines, span.line, isListed ? itemColumn(lines, span) : 0).get('kind') ?? '';
  const place = isListed ? parent.slice(2) : parent;
  const rule = ANNOTATION_SLOTS.find(({ kinds, path }) => kinds.has(kind) && fits(path, place));
  if (!rule) return undefined;
  const isKey = /^["']?\s*:/.test(text.slice(span.end));
  if (!isKey && !isAmongEntries(lines, span)) return undefined;
  const own = [...siblingsOf(lines, span.line, span.start).keys()].filter((key) => key !== cursor.text);
  return {
    kind: 'annotation',
    isOwn: false,
    dialect: 'annotation',
    prefix: rule.prefix,
    ...(isKey ? { span, writing: writingOf(text, cursor, NO_LIST) } : newKey(text, cursor)),
    typed: text.slice(span.start, column),
    parent,
    taken: own,
  };
}

const ANNOTATIONS = /^\s*(?:-\s+)*(["']?)annotations\1\s*:/;
/** Blank lines, comments and a template's own lines are entries of nothing. */
const NO_ENTRY = /^\s*(?:$|#|\{\{)/;

/** Whether a new annotation would stand in the column of the first that is there already. */
function isAmongEntries(lines: SourceLines, { line, start }: Span): boolean {
  const column = lines.lineAt(line).slice(0, start).search(/\S|$/);
  const isHead = (text: string) => ANNOTATIONS.test(text) && keyColumn(text) < column;
  let head = line - 1;
  while (head >= 0 && head > line - REACH && !isHead(lines.lineAt(head))) head--;
  if (head < 0 || head === line - REACH) return true;
  for (let i = head + 1; i < lines.lineCount; i++) {
    const text = lines.lineAt(i);
    if (i === line || NO_ENTRY.test(text)) continue;
    const indent = text.search(/\S/);
    return indent === column || indent <= keyColumn(lines.lineAt(head));
  }
  return true;
}

/** A key whose colon is still missing: that stands behind a closing quote, which is written anew. */
function newKey(text: string, cursor: Cursor): Pick<ValueSlot, 'span' | 'writing'> {
  const { span } = cursor;
  const writing = writingOf(text, cursor, NO_LIST);
  const { quote } = writing;
  const isClosed = quote !== '' && text.charAt(span.end) === quote;
  return { span: { ...span, end: span.end + (isClosed ? 1 : 0) }, writing: { ...writing, after: `${quote}: ` } };
}

/** How far above a place the dash of its item, or the key of its mapping is looked for. */
const REACH = 400;

/** The column of the keys of the item of a `kind: List` around a place. */
function itemColumn(lines: SourceLines, { line, start }: Span): number {
  let limit = start;
  for (let i = line - 1; i >= Math.max(0, line - REACH); i--) {
    const text = lines.lineAt(i);
    const indent = text.search(/\S/);
    if (indent < 0 || indent >= limit || text[indent] === '#') continue;
    if (/^\s*-\s/.test(text)) return keyColumn(text);
    limit = indent;
  }
  return 0;
}

/** The value as it has to be written in a slot: quoted where its place or its own signs ask for it. */
export function written(value: string, { quote, isInFlow, before, after }: Writing): string {
  return `${before}${quote === '' ? scalar(value, isInFlow) : escaped(value, quote)}${after}`;
}

function scalar(value: string, isInFlow: boolean): string {
  const needsQuotes =
    value === '' ||
    /^[\s\-?:,[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s#|\s$/.test(value) ||
    (isInFlow && /[,[\]{}]/.test(value)) ||
    /^(?:true|false|yes|no|on|off|null|~|[-+.\d][\d._e+-]*)$/i.test(value);
  return needsQuotes ? `"${escaped(value, '"')}"` : value;
}

const escaped = (value: string, quote: '"' | "'"): string =>
  quote === "'" ? value.replaceAll("'", "''") : value.replace(/[\\"]/g, '\\$&');
