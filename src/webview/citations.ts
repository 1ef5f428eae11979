// The list of lines that cite the case of the page. Their text is the user's: it is only ever set as text.
import type { CitingLine } from '../core/protocol';

/** Shows what the host found; an empty list says how far was looked. */
export function showCitations(isComplete: boolean, items: readonly CitingLine[]): void {
  const list = document.querySelector('#citations-list');
  const state = document.querySelector<HTMLElement>('#citations-state');
  const button = document.querySelector<HTMLElement>('[data-action="findCitations"]');
  if (!list || !state) return;
  list.replaceChildren(...items.map(row));
  const { complete = '', openOnly = '', find = '', again = '' } = state.dataset;
  state.textContent = items.length > 0 ? '' : isComplete ? complete : openOnly;
  // Files change behind our back: what was found is never the last word.
  if (button) button.textContent = isComplete ? again : find;
}

function row({ place, text, beside }: CitingLine, index: number): HTMLElement {
  const button = element('button', place, 'line');
  button.setAttribute('type', 'button');
  button.dataset.citation = String(index);
  const item = document.createElement('li');
  item.append(button, ' ', element('code', text));
  if (beside) item.append(' ', element('span', beside, 'note'));
  return item;
}

function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
