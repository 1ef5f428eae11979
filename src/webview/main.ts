// Runs inside a page: keeps its state, reports clicks, reveals places, filters the list. Knows the message protocol and
// nothing else.
import { ACTIONS, type FromPage, type PageState, parsePagePath, parsePageState, parseToPage } from '../core/protocol';
import { showCitations } from './citations';
import { registerFilter } from './filter';
import { followReading, lightLines, pairOf } from './reading';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
  getState(): unknown;
};

const host = acquireVsCodeApi();
const own = parsePageState(JSON.parse(document.body.dataset.state ?? 'null'));

/** The same page comes back where it was read; another page in the same panel starts at its top. */
function restoreScroll(): void {
  const kept = parsePageState(host.getState());
  if (!own) return;
  const isSame = kept && JSON.stringify(kept.page) === JSON.stringify(own.page);
  if (isSame && kept.scroll) window.scrollTo(0, kept.scroll);
  else host.setState(own);
}

let pending = 0;
function keepScroll(): void {
  clearTimeout(pending);
  pending = window.setTimeout(() => {
    if (own) host.setState({ ...own, scroll: Math.round(window.scrollY) });
  }, 150);
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

document.addEventListener('click', activate);
document.addEventListener('auxclick', (event) => {
  if (event.button === 1) activate(event);
});
document.addEventListener('keydown', (event) => {
  // Buttons and links with an address answer Enter themselves; ours are made of `role="link"`.
  const isOurs = event.target instanceof Element && event.target.closest('[role="link"]');
  if (event.key === 'Enter' && isOurs && !event.isComposing) activate(event);
});
window.addEventListener('message', (event) => {
  const message = parseToPage(event.data);
  if (message?.type === 'reveal') reveal(message.place);
  if (message?.type === 'favourite') showFavourite(message.isOn);
  if (message?.type === 'citations') showCitations(message.isComplete, message.items);
});
window.addEventListener('scroll', keepScroll, { passive: true });

restoreScroll();
registerFilter((query) => host.postMessage({ type: 'search', query }));
followReading();
lightLines();
host.postMessage({ type: 'ready' });
