// The page that stands where another cannot: it says what happened, as text.
import { html } from '../html';
import type { PageContent } from './parts';

/** `title` and `text` are worded by the host; `id` is what was asked for, shown as text. */
export function missingPage(title: string, text: string, id?: string): PageContent {
  return {
    title,
    body: html`<main class="single"><header id="summary"><h1>${title}</h1><p class="summary">${text}</p>${id && html`<p><code>${id}</code></p>`}</header></main>`,
  };
}
