// The document's own text on the page of an imported or team case: all of it, as text; its little markup is read as
// plain pieces and its links lead nowhere.
import { type Html, html } from '../html';
import type { Inline } from '../importing/inlineText';
import { type ListItem, textView, type ViewBlock } from '../importing/textView';
import type { CaseStudy } from '../model';
import { say } from './pageWords';
import { type PageContext, pageLink, section } from './parts';

export function textSection(study: CaseStudy, context: PageContext): Html | undefined {
  const blocks = study.text ?? [];
  if (blocks.length === 0) return undefined;
  const title = say('ownText', context.lang);
  return section(
    'text',
    title,
    html`<div class="own-text">${textView(blocks).map((block) => drawBlock(block, context))}</div>`,
  );
}

function drawBlock(block: ViewBlock, context: PageContext): Html {
  switch (block.kind) {
    case 'heading':
      return block.level < 3 ? html`<h3>${block.content.map(piece)}</h3>` : html`<h4>${block.content.map(piece)}</h4>`;
    case 'paragraph':
      return html`<p>${lines(block.lines)}</p>`;
    case 'boilerplate':
      return html`<p class="note">${lines(block.lines)}</p>`;
    case 'caption':
      return html`<p class="note caption">${block.content.map(piece)}</p>`;
    case 'list':
      return html`<ul>${block.items.map(item)}</ul>`;
    case 'table':
      return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('ownText', context.lang)}"><table><tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'figure':
      return html`<p class="note lost">${say('lostFigure', context.lang)}</p>`;
    case 'product':
      return html`<p>${block.product ? pageLink({ kind: 'product', id: block.product }, block.name) : block.name}</p>`;
    case 'pageMark':
      return html`<p class="page-mark">${say('page', context.lang)} ${block.page}</p>`;
  }
}

/** Depths beyond the third look alike; the ordinal is the document's own. */
function item({ depth, ordinal, lines: content }: ListItem): Html {
  return html`<li class="depth${Math.min(3, depth)}">${ordinal && html`<span class="ordinal">${ordinal}</span> `}${lines(content)}</li>`;
}

function lines(content: readonly (readonly Inline[])[]): Html {
  return html`${content.map((line, i) => html`${i > 0 && html`<br>`}${line.map(piece)}`)}`;
}

function piece({ kind, text }: Inline): Html {
  switch (kind) {
    case 'strong':
      return html`<strong>${text}</strong>`;
    case 'em':
      return html`<em>${text}</em>`;
    case 'code':
      return html`<code>${text}</code>`;
    default:
      return html`${text}`;
  }
}
