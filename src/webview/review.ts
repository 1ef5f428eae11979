// Runs inside a review page: reports clicks and ticks, puts the part in place that a what-if changed. Knows the message
// protocols and nothing else.
import { parsePagePath } from '../core/protocol';
import {
  type FromReview,
  parseReviewState,
  parseToReview,
  REVIEW_ACTIONS,
  type ReviewState,
  type ToReview,
} from '../core/review/reviewProtocol';

declare function acquireVsCodeApi(): {
  postMessage(message: FromReview): void;
  setState(state: ReviewState): void;
};

const host = acquireVsCodeApi();
const own = parseReviewState(JSON.parse(document.body.dataset.state ?? 'null'));
if (own) host.setState(own);

/** The message that a click on an element means. */
function messageOf(element: HTMLElement, beside: boolean): FromReview | undefined {
  const { open, review, file, line, answer, adr, compare, whatIfAdd, whatIfRemove } = element.dataset;
  const page = open === undefined ? undefined : parsePagePath(open);
  if (page) return { type: 'open', page, beside };
  const action = REVIEW_ACTIONS.find((known) => known === review);
  if (action) return { type: 'action', action };
  if (file !== undefined) return { type: 'line', file, line: Number(line) };
  if (answer !== undefined) return { type: 'answer', productId: answer };
  if (adr !== undefined) return { type: 'adr', productId: adr };
  if (compare !== undefined) return { type: 'compare', caseId: compare };
  if (whatIfRemove !== undefined) return { type: 'whatIf', productId: whatIfRemove, on: false };
  if (whatIfAdd !== undefined) return chosenIn(document.getElementById(whatIfAdd));
  return undefined;
}

/** A closed list changes with every key, so that what it shows counts only when the button beside it is pressed. */
function chosenIn(list: HTMLElement | null): FromReview | undefined {
  if (!(list instanceof HTMLSelectElement)) return undefined;
  const productId = list.value;
  list.value = '';
  if (productId !== '') return { type: 'whatIf', productId, on: true };
  list.focus();
  return undefined;
}

const CLICKABLE = [
  '[data-open],[data-review],[data-file],[data-answer],[data-adr],[data-compare]',
  '[data-what-if-add],[data-what-if-remove]',
].join();

function activate(event: MouseEvent | KeyboardEvent): void {
  const message = asked(event, event.ctrlKey || event.metaKey);
  if (message) host.postMessage(message);
}

/** What a click or Enter means where it went. */
function asked({ target }: Event, beside: boolean): FromReview | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>(CLICKABLE) : null;
  return element ? messageOf(element, beside) : undefined;
}

document.addEventListener('click', activate);
// The middle button is for links; it presses no button of ours.
document.addEventListener('auxclick', (event) => {
  const isOurs = event.button === 1 && event.target instanceof Element && event.target.closest('[data-open]');
  const message = isOurs ? asked(event, true) : undefined;
  if (message) host.postMessage(message);
});
document.addEventListener('keydown', (event) => {
  const isOurs = event.target instanceof Element && event.target.closest('[role="link"]');
  if (event.key === 'Enter' && isOurs && !event.isComposing) activate(event);
});

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.whatIf) {
    host.postMessage({ type: 'whatIf', productId: target.dataset.whatIf, on: target.checked });
  }
});

window.addEventListener('message', (event) => {
  const message = parseToReview(event.data);
  if (!message) return;
  host.setState(message.state);
  if (message.type === 'cases') showCases(message);
  if (message.type === 'focus') document.getElementById(message.id)?.focus();
});

function showCases(message: Extract<ToReview, { type: 'cases' }>): void {
  const part = document.getElementById('cases-part');
  if (!part) return;
  const hadFocus = part.contains(document.activeElement);
  // Markup of our own host, every hole of it escaped; no script in it could run without the nonce.
  part.innerHTML = message.html;
  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-what-if]')) {
    box.checked = !message.state.whatIf.off.includes(box.dataset.whatIf ?? '');
  }
  // The button that was pressed is gone: one goes on where products are put in.
  if (hadFocus) document.querySelector<HTMLSelectElement>('#products select')?.focus();
}

host.postMessage({ type: 'ready' });
