// What a page and its host say to each other. Both bundles import these types and parsers, and nothing else is said.

/** What a page is about. Ids are those of the library; nothing in a reference is shown before it was found there. */
export type PageRef =
  /** A case, at a place such as `solution-2`; `list` is where it was opened from: `industry/live`, `evidence/oss`. */
  | { readonly kind: 'case'; readonly id: string; readonly place?: string; readonly list?: string }
  | { readonly kind: 'product'; readonly id: string }
  | { readonly kind: 'industry'; readonly id: string }
  | { readonly kind: 'problem'; readonly id: string }
  | { readonly kind: 'overview' }
  | { readonly kind: 'map' }
  /** Two to four cases side by side. */
  | { readonly kind: 'compare'; readonly ids: readonly string[] }
  /** The open file `uri` beside one case. */
  | { readonly kind: 'fileCompare'; readonly uri: string; readonly caseId: string };

/** What a panel keeps, so that it comes back after a reload. Version first: older states are told apart. */
export interface PageState {
  readonly version: 1;
  readonly page: PageRef;
  /** The next page that is browsed to takes its place. */
  readonly isPreview?: true;
  /** How far the reader had scrolled, in CSS pixels. */
  readonly scroll?: number;
}

/** From the page to the host. */
export type FromPage =
  /** The document was loaded and listens. */
  | { readonly type: 'ready' }
  /** A page that the host has sent stands where another one was. */
  | { readonly type: 'shown' }
  /** To the page that stood here before, and forward again. */
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  /** A click on something that stands for a page. */
  | { readonly type: 'open'; readonly page: PageRef; readonly beside: boolean }
  /** A button: one of `ACTIONS`, about the page's own subject. */
  | { readonly type: 'action'; readonly action: PageAction }
  /** A click on a line of the compared file, counted from 0. */
  | { readonly type: 'line'; readonly line: number }
  /** A click on the citing line number `index` of those that the host has sent. */
  | { readonly type: 'citation'; readonly index: number }
  /** Enter in the search field. */
  | { readonly type: 'search'; readonly query: string };

/** From the host to the page. */
export type ToPage =
  /** Another page in the place of this one; back where it was read when `isReturn`. */
  | {
      readonly type: 'page';
      readonly state: PageState;
      readonly lang: string;
      readonly title: string;
      /** HTML of our own making. */
      readonly body: string;
      readonly isReturn: boolean;
    }
  /** The page stays: its state is to say so. */
  | { readonly type: 'kept' }
  /** Scroll to the element with this id and mark it. */
  | { readonly type: 'reveal'; readonly place: string }
  /** The case of the page became a favourite, or is none any more. */
  | { readonly type: 'favourite'; readonly isOn: boolean }
  /** Where the case of the page is cited, as far as files are open (`isComplete` false) or in the whole workspace. */
  | { readonly type: 'citations'; readonly isComplete: boolean; readonly items: readonly CitingLine[] };

/** One line of a file that cites the case of the page. */
export interface CitingLine {
  /** `deploy/rds.yaml:12` */
  readonly place: string;
  readonly text: string;
  /** The resource that it stands beside; may be empty. */
  readonly beside: string;
}

export const ACTIONS = [
  'copyCitation',
  'copyMarkdown',
  'copyLink',
  'insertCitation',
  'compare',
  'compareFile',
  'reveal',
  'previous',
  'next',
  'favourite',
  'findCitations',
  'surprise',
] as const;
export type PageAction = (typeof ACTIONS)[number];

/** The most cases that a comparison holds. */
export const MOST_COMPARED = 4;

const ID = /^[A-Za-z0-9][\w.-]{0,79}$/;
const PLACE = /^[\w-]{1,80}$/;
const LIST = /^[a-z]{1,20}(?:\/[\w.#-]{1,80}){0,2}$/;
const LONGEST_URI = 4000;
const LONGEST_QUERY = 200;

/** Reads a message of the page; anything unexpected is `undefined`. */
export function parseFromPage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case 'ready':
    case 'shown':
    case 'back':
    case 'forward':
      return { type: message.type };
    case 'action': {
      const action = ACTIONS.find((known) => known === message.action);
      return action && { type: 'action', action };
    }
    case 'line':
      return isCount(message.line) ? { type: 'line', line: message.line } : undefined;
    case 'citation':
      return isCount(message.index) ? { type: 'citation', index: message.index } : undefined;
    case 'search':
      return typeof message.query === 'string'
        ? { type: 'search', query: message.query.slice(0, LONGEST_QUERY) }
        : undefined;
    case 'open': {
      const page = parsePageRef(message.page);
      return page && { type: 'open', page, beside: message.beside === true };
    }
    default:
      return undefined;
  }
}

/** Reads the reference of a page from a message, a stored state or a command argument. */
export function parsePageRef(value: unknown): PageRef | undefined {
  if (!isRecord(value)) return undefined;
  const { kind } = value;
  if (kind === 'overview' || kind === 'map') return { kind };
  if (kind === 'compare') return parseCompare(value.ids);
  if (kind === 'fileCompare') return parseFileCompare(value.uri, value.caseId);
  if (!isId(value.id)) return undefined;
  if (kind === 'product' || kind === 'industry' || kind === 'problem') return { kind, id: value.id };
  if (kind !== 'case') return undefined;
  const place = matching(PLACE, value.place);
  const list = matching(LIST, value.list);
  return { kind, id: value.id, ...(place && { place }), ...(list && { list }) };
}

function parseCompare(ids: unknown): PageRef | undefined {
  if (!Array.isArray(ids) || ids.length < 2 || ids.length > MOST_COMPARED) return undefined;
  if (!ids.every(isId) || new Set(ids).size !== ids.length) return undefined;
  return { kind: 'compare', ids };
}

function parseFileCompare(uri: unknown, caseId: unknown): PageRef | undefined {
  if (typeof uri !== 'string' || uri.length > LONGEST_URI || !/^[a-z][\w+.-]*:/i.test(uri)) return undefined;
  return isId(caseId) ? { kind: 'fileCompare', uri, caseId } : undefined;
}

/**
 * The address of a page: `case/inet-1.26?industry/live#solution-2`, `product/oss`, `compare/inet-1.1,inet-2`. It stands
 * in the links of our pages and, after `vscode://casebook.cloud-casebook/`, in the links that people send each other.
 */
export function pagePath(page: PageRef): string {
  switch (page.kind) {
    case 'case':
      return `case/${page.id}${page.list ? `?${encodeURIComponent(page.list)}` : ''}${page.place ? `#${page.place}` : ''}`;
    case 'compare':
      return `compare/${page.ids.join(',')}`;
    case 'fileCompare':
      return `fileCompare/${page.caseId}?${encodeURIComponent(page.uri)}`;
    case 'overview':
    case 'map':
      return page.kind;
    default:
      return `${page.kind}/${page.id}`;
  }
}

/** Reads what `pagePath` wrote; a path that somebody else wrote gives a valid page or nothing. */
export function parsePagePath(path: string): PageRef | undefined {
  const [, kind, id, query, place] = /^\/?(\w+)(?:\/([^?#]*))?(?:\?([^#]*))?(?:#(.*))?$/.exec(path) ?? [];
  if (kind === 'compare') return parsePageRef({ kind, ids: id?.split(',') });
  if (kind === 'fileCompare') return parsePageRef({ kind, caseId: id, uri: decoded(query) });
  return parsePageRef({ kind, id, place, list: decoded(query) });
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined; // a stray % is no address of ours
  }
}

/** What makes a page this page and no other: where in a case one reads, and through which list, does not. */
export function pageKey(page: PageRef): string {
  return pagePath(page.kind === 'case' ? { kind: 'case', id: page.id } : page);
}

/**
 * The state of a document that the editor loads, once more perhaps: of the same page `kept` knows how far it was read, and
 * whether it was kept since the document was made.
 */
export function resumedState(own: PageState, kept: PageState | undefined): PageState {
  if (!kept || pageKey(kept.page) !== pageKey(own.page)) return own;
  const { isPreview, ...rest } = own;
  return {
    ...rest,
    ...(isPreview && kept.isPreview && { isPreview }),
    ...(kept.scroll !== undefined && { scroll: kept.scroll }),
  };
}

/** Reads what `setState` kept; a state of another version is `undefined`. */
export function parsePageState(state: unknown): PageState | undefined {
  if (!isRecord(state) || state.version !== 1) return undefined;
  const page = parsePageRef(state.page);
  if (!page) return undefined;
  return {
    version: 1,
    page,
    ...(state.isPreview === true && { isPreview: true }),
    ...(isCount(state.scroll) && { scroll: state.scroll }),
  };
}

/** Reads a message of the host. */
export function parseToPage(message: unknown): ToPage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'favourite') return { type: 'favourite', isOn: message.isOn === true };
  if (message.type === 'citations') return parseCitations(message);
  if (message.type === 'page') return parsePage(message);
  if (message.type === 'kept') return { type: 'kept' };
  if (message.type !== 'reveal') return undefined;
  const place = matching(PLACE, message.place);
  return place ? { type: 'reveal', place } : undefined;
}

function parsePage({ state, lang, title, body, isReturn }: Record<string, unknown>): ToPage | undefined {
  const parsed = parsePageState(state);
  if (!parsed || typeof lang !== 'string' || typeof title !== 'string' || typeof body !== 'string') return undefined;
  return { type: 'page', state: parsed, lang, title, body, isReturn: isReturn === true };
}

function parseCitations({ isComplete, items }: Record<string, unknown>): ToPage | undefined {
  if (!Array.isArray(items) || !items.every(isCitingLine)) return undefined;
  return { type: 'citations', isComplete: isComplete === true, items };
}

function isCitingLine(value: unknown): value is CitingLine {
  return isRecord(value) && [value.place, value.text, value.beside].every((text) => typeof text === 'string');
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Id of the row that two products have in the table beneath the map; the page's script finds it by the same rule. */
export function placeOfPair(a: string, b: string): string {
  return `pair-${a}-${b}`.replace(/[^\w-]/g, '_').slice(0, 80);
}
