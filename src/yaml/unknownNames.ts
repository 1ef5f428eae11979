// Names that a file surely uses and of which we know no product: a resource type, a component, a module, an image. Knowing
// is the business of the mentions; where a name stands beyond doubt, so that not knowing it is worth saying, is told here.
import type { UnknownName } from '../core/review/architecture';
import type { SourceLines, Span } from '../core/text';
import { OBJECT_FORMATS } from './mentions/lookup';
import { objectIdentifier, pairsOf, type TokenAt } from './mentions/refine';
import { ALIYUN_MODULE, named, VALUE_RULES } from './mentions/rules';
import { mentionsBetween } from './mentionsBetween';
import type { DocumentReading, Format, PathItem, ScalarToken } from './model';
import type { Reading } from './reader';
import { walk } from './structure/walk';

/** A place where a format names what it is made of. */
interface NamePlace {
  readonly formats: readonly Format[];
  readonly role: ScalarToken['role'];
  readonly at: (path: readonly PathItem[]) => boolean;
  /** Shape of the scalar; its group, where it has one, is the name. Without it every scalar of the place is a name. */
  readonly name?: RegExp;
}

/** A name where it stands. */
interface Name {
  readonly text: string;
  readonly span: Span;
}

const ANY = /^/;
const anywhere = (): boolean => true;
const keyOf = (path: readonly PathItem[]): string => String(path.findLast((item) => typeof item === 'string') ?? '');

/** What the rules of the mentions take for a declaration: where they have no answer, the name is unknown. */
const DECLARED: readonly NamePlace[] = VALUE_RULES.filter(({ tier }) => tier === 'declared').map(
  ({ formats, key, value, under }) => ({
    formats,
    role: 'value',
    at: (path) => key.test(keyOf(path)) && (under?.(path) ?? true),
    ...(value && { name: value }),
  }),
);

/** Lists that hold the tasks of a playbook; the tasks of a role are a document of their own. */
const TASK_LISTS = /^(?:(?:pre_|post_)?tasks|handlers|block|rescue|always)$/;

/** An image reference, told from the other things that a chart may call an image: it has an owner, a registry or a tag. */
const IMAGE = /^[\w.-]+[/:][\w./:@-]+$/;

const OWN: readonly NamePlace[] = [
  { formats: ['ros'], role: 'value', at: (path) => path.length === 3 && path[0] === 'Resources' && path[2] === 'Type' },
  {
    formats: ['pulumi'],
    role: 'value',
    at: (path) => path.length === 3 && path[0] === 'resources' && path[2] === 'type',
  },
  {
    formats: ['architecture'],
    role: 'value',
    at: (path) => path.length === 3 && path[0] === 'components' && path[2] === 'product',
  },
  // A variable may be called like a module: only what stands among the tasks is one
  {
    formats: ['ansible'],
    role: 'key',
    at: (path) => typeof path.at(-2) === 'number' && (path.length === 2 || TASK_LISTS.test(named(path, 3))),
    name: ALIYUN_MODULE,
  },
  // Images
  {
    formats: ['compose'],
    role: 'value',
    at: (path) => path.length === 3 && path[0] === 'services' && path[2] === 'image',
  },
  {
    formats: ['kubernetes', 'helm', 'kubevela', 'crossplane', 'ansible', 'pulumi', 'ros', 'serverless-devs'],
    role: 'value',
    at: (path) => /^image$/i.test(named(path, 1)) && path.some((item) => /container(?:s|config)?$/i.test(String(item))),
  },
  { formats: ['helm'], role: 'value', at: (path) => /image$/i.test(named(path, 1)), name: IMAGE },
  {
    formats: ['helm'],
    role: 'value',
    at: (path) => named(path, 1) === 'repository' && /image$/i.test(named(path, 2)),
  },
  {
    formats: ['kubevela'],
    role: 'value',
    at: (path) => named(path, 1) === 'image' && named(path, 2) === 'properties',
  },
  // Templates and programs that are written as a text
  {
    formats: ['ros'],
    role: 'text',
    at: anywhere,
    name: /^\s*["']?Type["']?\s*:\s*["']?((?:ALIYUN|DATASOURCE)::\w+::\w+)/,
  },
  {
    formats: ['ros', 'kubernetes', 'helm', 'crossplane', 'kubevela'],
    role: 'text',
    at: anywhere,
    name: /^\s*(?:resource|data)\s+"(alicloud_\w+)"/,
  },
];

/** Groups of Alibaba Cloud's own: of its controllers, and of the providers for Crossplane. */
const OWN_GROUP = /(?:^|\.)(?:alibaba|alibabacloud|alicloud|aliyun)\.(?:com|(?:m\.)?crossplane\.io)\//;

/** Kinds of those groups that are known and stand for no resource: how a provider or a controller is to work. */
const SETTINGS = /^(?:(?:Provider|Store)Config(?:Usage)?|ElasticWorkload|UserGroup)$/;

/** A name that is put together elsewhere tells nothing yet: `${IMAGE}`, `{{ .Values.image }}`. */
const TEMPLATED = /\$\{|\{\{/;

/** Names of a file that stand where a product is named, but mean none that we know, in the order of the text. */
export function unknownNames(reading: Reading, lines: SourceLines): UnknownName[] {
  return reading.documents
    .flatMap((document) => namesIn(lines, document))
    .filter(({ span }) => !isKnown(reading, span))
    .map(({ text, span }) => ({ text, line: span.line }));
}

/** Whether some mention takes a part of the span; what else stands on the line says nothing of it. */
const isKnown = (reading: Reading, { line, start, end }: Span): boolean =>
  mentionsBetween(reading, line, line + 1).some(({ span }) => span.start < end && span.end > start);

function namesIn(lines: SourceLines, { format, startLine, endLine }: DocumentReading): Name[] {
  const places = [...DECLARED, ...OWN].filter(({ formats }) => formats.includes(format));
  const names: Name[] = [];
  const objects: TokenAt[] = [];
  if (places.length === 0) return names;
  walk(lines, startLine, endLine, (token) => {
    const name = nameOf(places, token);
    if (name) names.push(name);
    else if (isOfObject(token)) objects.push({ text: token.text, span: token.span, path: token.path.slice() });
  });
  const kinds = OBJECT_FORMATS.has(format) ? kindsOf(objects) : [];
  return inOrder([...names, ...kinds]).filter(({ text }) => text !== '' && !TEMPLATED.test(text));
}

function isOfObject({ role, path }: ScalarToken): boolean {
  const key = path[path.length - 1];
  return role === 'value' && (key === 'apiVersion' || key === 'kind');
}

const inOrder = (names: readonly Name[]): Name[] =>
  [...names].sort((a, b) => a.span.line - b.span.line || a.span.start - b.span.start);

function nameOf(places: readonly NamePlace[], { role, path, text, span }: ScalarToken): Name | undefined {
  for (const { role: asked, at, name: shape = ANY } of places) {
    const match = asked === role && at(path) ? shape.exec(text) : null;
    if (!match) continue;
    const name = match[1] ?? text;
    const start = span.start + text.indexOf(name);
    return { text: name, span: { line: span.line, start, end: start + name.length } };
  }
  return undefined;
}

/** The objects of Alibaba Cloud's groups, as far as they stand there and are not only referred to. */
function kindsOf(objects: readonly TokenAt[]): Name[] {
  return pairsOf(objects)
    .filter(({ apiVersion, kind }) => OWN_GROUP.test(apiVersion.text) && !SETTINGS.test(kind.text))
    .filter(({ kind }) => !/Ref$/.test(named(kind.path, 2)))
    .map(({ apiVersion, kind }) => ({ text: objectIdentifier(apiVersion.text, kind.text), span: kind.span }));
}
