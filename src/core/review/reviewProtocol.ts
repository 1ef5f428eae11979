// What a review page and its host say to each other, and what the panel keeps. Both bundles import these types and
// parsers, and nothing else is said.
import { type PageRef, parsePageRef } from '../protocol';

/** What is reviewed. Addresses are URIs of the editor. */
export type ReviewTarget =
  /** Files, or the lines `[from, to)` of a single one. */
  | {
      readonly kind: 'files';
      readonly uris: readonly string[];
      readonly window?: { readonly from: number; readonly to: number };
    }
  | { readonly kind: 'folder'; readonly uri: string }
  | { readonly kind: 'workspace' };

/** Products left out and put in, to see which cases come and go. */
export interface WhatIf {
  readonly off: readonly string[];
  readonly added: readonly string[];
}

/** What a panel keeps, so that it comes back after a reload. */
export interface ReviewState {
  readonly version: 1;
  readonly target: ReviewTarget;
  readonly whatIf: WhatIf;
}

export const REVIEW_ACTIONS = ['reportMarkdown', 'reportHtml', 'adr', 'addSuggested', 'refresh', 'reset'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** From the page to the host. */
export type FromReview =
  /** The page stands there and listens: for the first time, or again after its tab was hidden. */
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: ReviewAction }
  | { readonly type: 'open'; readonly page: PageRef; readonly beside: boolean }
  /** A click on a line, counted from 0, of the file with this label. */
  | { readonly type: 'line'; readonly file: string; readonly line: number }
  /** A product is counted in, or left out. */
  | { readonly type: 'whatIf'; readonly productId: string; readonly on: boolean }
  /** An open question is to be answered, or recorded as a decision. */
  | { readonly type: 'answer'; readonly productId: string }
  | { readonly type: 'adr'; readonly productId: string }
  /** The file beside a case. */
  | { readonly type: 'compare'; readonly caseId: string };

/** From the host to the page. */
export type ToReview =
  /** The part that a what-if changes, as markup of ours, and what the page keeps from now on. */
  | { readonly type: 'cases'; readonly html: string; readonly state: ReviewState }
  /** What the page keeps from now on. */
  | { readonly type: 'state'; readonly state: ReviewState }
  /** Where the user goes on after an action that made the page anew. */
  | { readonly type: 'focus'; readonly id: string; readonly state: ReviewState };

/** Ids of elements that take the focus: the button of an action, an answered question. */
export const idOfAction = (action: ReviewAction): string => `action-${action}`;
export const idOfAnswered = (productId: string): string => `answered-${productId}`;

const ID = /^[A-Za-z0-9][\w.-]{0,79}$/;
const URI = /^[a-z][\w+.-]*:/i;
const LONGEST = 4000;
const MOST_FILES = 2000;
const MOST_PRODUCTS = 300;

/** Reads a message of the page; anything unexpected is `undefined`. */
export function parseFromReview(message: unknown): FromReview | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case 'ready':
      return { type: 'ready' };
    case 'action': {
      const action = REVIEW_ACTIONS.find((known) => known === message.action);
      return action && { type: 'action', action };
    }
    case 'open': {
      const page = parsePageRef(message.page);
      return page && { type: 'open', page, beside: message.beside === true };
    }
    case 'line':
      if (typeof message.file !== 'string' || message.file.length > LONGEST || !isCount(message.line)) return undefined;
      return { type: 'line', file: message.file, line: message.line };
    case 'whatIf':
      return isId(message.productId)
        ? { type: 'whatIf', productId: message.productId, on: message.on === true }
        : undefined;
    case 'answer':
    case 'adr':
      return isId(message.productId) ? { type: message.type, productId: message.productId } : undefined;
    case 'compare':
      return isId(message.caseId) ? { type: 'compare', caseId: message.caseId } : undefined;
    default:
      return undefined;
  }
}

/** Reads what the panel kept; a state of another version is `undefined`. */
export function parseReviewState(state: unknown): ReviewState | undefined {
  if (!isRecord(state) || state.version !== 1) return undefined;
  const target = parseReviewTarget(state.target);
  const whatIf = isRecord(state.whatIf) ? state.whatIf : {};
  return target && { version: 1, target, whatIf: { off: idsOf(whatIf.off), added: idsOf(whatIf.added) } };
}

export function parseReviewTarget(value: unknown): ReviewTarget | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'workspace') return { kind: 'workspace' };
  if (value.kind === 'folder') return isUri(value.uri) ? { kind: 'folder', uri: value.uri } : undefined;
  const { uris, window } = value;
  if (value.kind !== 'files' || !Array.isArray(uris) || uris.length === 0 || uris.length > MOST_FILES) return undefined;
  if (!uris.every(isUri)) return undefined;
  const lines = isRecord(window) && isCount(window.from) && isCount(window.to) ? window : undefined;
  return { kind: 'files', uris, ...(lines && { window: { from: lines.from as number, to: lines.to as number } }) };
}

/** Reads a message of the host. */
export function parseToReview(message: unknown): ToReview | undefined {
  const state = isRecord(message) ? parseReviewState(message.state) : undefined;
  if (!isRecord(message) || !state) return undefined;
  if (message.type === 'state') return { type: 'state', state };
  if (message.type === 'focus') return isId(message.id) ? { type: 'focus', id: message.id, state } : undefined;
  return message.type === 'cases' && typeof message.html === 'string'
    ? { type: 'cases', html: message.html, state }
    : undefined;
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isId).slice(0, MOST_PRODUCTS) : [];
}

function isUri(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && URI.test(value);
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
