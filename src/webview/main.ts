// Runs inside a page: keeps its state, reports clicks, reveals places, filters the list. Knows the message protocol and
// nothing else.
import {
  ACTIONS,
  type FromPage,
  type PageState,
  pageKey,
  parsePagePath,
  parsePageState,
  parseToPage,
  resumedState,
  type ToPage,
} from '../core/protocol';
import { showCitations } from './citations';
import { registerFilter } from './filter';
import { followReading, lightLines, pairOf } from './reading';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
  getState(): unknown;
};

const host = acquireVsCodeApi();
let own = parsePageState(JSON.parse(document.body.dataset.state ?? 'null'));
/** How far each page was read that stood here, by its key. */
const read = new Map<string, number>();

/** The same page comes back where it was read; another page in the same panel starts at its top. */
function resume(): void {
  if (!own) return;
  own = resumedState(own, parsePageState(host.getState()));
  host.setState(own);
  if (own.scroll) window.scrollTo(0, own.scroll);
}

let pending = 0;
function keepScroll(): void {
  clearTimeout(pending);
  pending = window.setTimeout(keepState, 150);
}

function keepState(): void {
  if (own) host.setState({ ...own, scroll: Math.round(window.scrollY) });
}

/** Puts another page where this one stands: much quicker than a document of its own, and without a white moment. */
function exchange({ state, lang, title, body, isReturn }: Extract<ToPage, { type: 'page' }>): void {
  const before = own;
  const key = pageKey(state.page);
  if (before) read.set(pageKey(before.page), window.scrollY);
  clearTimeout(pending);
  own = state;
  document.documentElement.lang = lang;
  document.title = title;
  document.body.dataset.state = JSON.stringify(state);
  document.body.innerHTML = body;
  const isSame = before !== undefined && pageKey(before.page) === key;
  const scroll = isSame || isReturn ? (read.get(key) ?? 0) : 0;
  window.scrollTo(0, scroll);
  host.setState(scroll > 0 ? { ...state, scroll: Math.round(scroll) } : state);
  if (!isSame) startReading();
  prepare();
  host.postMessage({ type: 'shown' });
}

/** Whoever reads by ear or by keys begins at the title: the panel gets the focus with every other page. */
function startReading(): void {
  const title = document.querySelector('h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus({ preventScroll: true });
}

/** Sets up what a page brings along. */
function prepare(): void {
  registerFilter((query) => host.postMessage({ type: 'search', query }));
  followReading();
  lightLines();
}

/** What a click or Enter on `target` means; `undefined` where it means nothing to us. */
function messageOf(target: HTMLElement | SVGElement, beside: boolean): FromPage | undefined {
  const { open, action, line, citation } = target.dataset;
  if (open !== undefined) {
    const page = parsePagePath(open);
    return page && { type: 'open', page, beside };
  }
  if (citation !== undefined) return { type: 'citation', index: Number(citation) };
  if (line !== undefined) return { type: 'line', line: Number(line) };
  const known = ACTIONS.find((one) => one === action);
  return known && { type: 'action', action: known };
}

function activate(event: MouseEvent | KeyboardEvent): void {
  const target =
    event.target instanceof Element
      ? event.target.closest<HTMLElement | SVGElement>(
          '[data-open], [data-action], [data-line], [data-citation], [data-pair]',
        )
      : null;
  if (!target) return;
  const pair = pairOf(target);
  if (pair) {
    reveal(pair);
    return;
  }
  const message = messageOf(target, event.ctrlKey || event.metaKey);
  if (!message) return;
  event.preventDefault();
  host.postMessage(message);
}

/** Scrolls to an element, marks it, and lets the keyboard go on from there. */
function reveal(place: string): void {
  const element = document.getElementById(place);
  if (!element) return;
  for (const marked of document.querySelectorAll('.hit')) marked.classList.remove('hit');
  element.classList.add('hit');
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: element.offsetHeight > window.innerHeight ? 'start' : 'center' });
}

function showFavourite(isOn: boolean): void {
  const button = document.querySelector<HTMLElement>('[data-action="favourite"]');
  if (!button) return;
  button.setAttribute('aria-pressed', String(isOn));
  button.textContent = (isOn ? button.dataset.on : button.dataset.off) ?? '';
}

/** After a reload this page is no preview any more. */
function keep(): void {
  if (!own) return;
  const { isPreview: _gone, ...kept } = own;
  own = kept;
  keepState();
}

document.addEventListener('click', activate);
document.addEventListener('auxclick', (event) => {
  if (event.button === 1) activate(event);
});
/** The buttons of a mouse that lie under the thumb. */
const THUMB: Readonly<Record<number, 'back' | 'forward'>> = { 3: 'back', 4: 'forward' };
document.addEventListener('mouseup', (event) => {
  const type = THUMB[event.button];
  if (!type) return;
  event.preventDefault();
  host.postMessage({ type });
});
document.addEventListener('keydown', (event) => {
  // Buttons and links with an address answer Enter themselves; ours are made of `role="link"`.
  const isOurs = event.target instanceof Element && event.target.closest('[role="link"]');
  if (event.key === 'Enter' && isOurs && !event.isComposing) activate(event);
});
window.addEventListener('message', (event) => {
  const message = parseToPage(event.data);
  if (message?.type === 'page') exchange(message);
  if (message?.type === 'kept') keep();
  if (message?.type === 'reveal') reveal(message.place);
  if (message?.type === 'favourite') showFavourite(message.isOn);
  if (message?.type === 'citations') showCitations(message.isComplete, message.items);
});
window.addEventListener('scroll', keepScroll, { passive: true });

resume();
prepare();
host.postMessage({ type: 'ready' });
