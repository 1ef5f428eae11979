// Any set of cases as a file that others can read: JSON of the contract (which an import reads back), Markdown, or one
// HTML page without scripts. The same cases give the same bytes.
import { citedWithOrigin } from '../cite';
import { type Html, html } from '../html';
import { type Library, productName } from '../library';
import { type CaseStudy, type Lang, STATEMENT_PARTS, type TextBlock, type Volume } from '../model';
import { caseMarkdown } from '../pages/caseMarkdown';
import { word } from '../words';
import { type Inline, inlines } from './inlineText';
import { textView, type ViewBlock } from './textView';

export type ExportFormat = 'json' | 'md' | 'html';

export function exportCases(studies: readonly CaseStudy[], library: Library, format: ExportFormat, lang: Lang): string {
  if (format === 'json') return jsonOf(studies, library);
  if (format === 'md') return studies.map((study) => markdownOf(study, library, lang)).join('\n');
  return pageOf(studies, library, lang);
}

function jsonOf(studies: readonly CaseStudy[], library: Library): string {
  const volumes = [...new Set(studies.map((study) => study.volume))].flatMap((id): Volume[] =>
    library.volumeById.has(id) ? [library.volumeById.get(id) as Volume] : [],
  );
  return `${JSON.stringify({ volumes, cases: studies }, undefined, 2)}\n`;
}

function markdownOf(study: CaseStudy, library: Library, lang: Lang): string {
  return caseMarkdown(study, library, lang) + (study.text ? `\n${ownText(study.text, lang)}` : '');
}

/** The document's own text, as text: nothing in it is Markdown of ours. */
function ownText(blocks: readonly TextBlock[], lang: Lang): string {
  const text = blocks
    .map((block) => block.text)
    .join('')
    .trimEnd();
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`### ${word('ownText', lang)}`, '', `${fence}text`, text, fence, ''].join('\n');
}

function pageOf(studies: readonly CaseStudy[], library: Library, lang: Lang): string {
  const page = html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${word('cases', lang)}</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
article + article { border-top: 1px solid; margin-top: 3rem; }
table { border-collapse: collapse; } td { border: 1px solid; padding: 0.2rem 0.6rem; }
pre { overflow: auto; } footer, .aside { opacity: 0.75; }
</style>
</head>
<body>
${studies.map((study) => articleOf(study, library, lang))}
</body>
</html>
`;
  return page.toString();
}

function articleOf(study: CaseStudy, library: Library, lang: Lang): Html {
  const parts = STATEMENT_PARTS.filter((part) => study[part].length > 0);
  return html`<article id="${study.id}">
<h1>${study.title[lang]}</h1>
<p>${study.summary[lang]}</p>
${parts.map(
  (part) => html`<h2>${word(part, lang)}</h2>
<ul>${study[part].map((statement) => html`<li>${statement[lang]}</li>`)}</ul>
`,
)}
<h2>${word('products', lang)}</h2>
<ul>${study.products.map(
    (use) =>
      html`<li>${productName(library, use.id, lang)} (${word(use.listed ? 'listed' : 'mentioned', lang)}): ${use.role[lang]}</li>`,
  )}${study.services.map((id) => html`<li>${productName(library, id, lang)} (${word('services', lang)})</li>`)}</ul>
${study.text && html`<h2>${word('ownText', lang)}</h2>${textView(study.text).map((block) => textHtml(block))}`}
<footer>${word('source', lang)}: ${citedWithOrigin(study, library, lang)}</footer>
</article>
`;
}

/** One block of a document's own text as markup, for a page that stands alone. */
function textHtml(block: ViewBlock): Html | undefined {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? undefined : html`<h3>${pieces(block.content)}</h3>`;
    case 'paragraph':
      return html`<p>${block.lines.map((line) => html`${pieces(line)}<br>`)}</p>`;
    case 'boilerplate':
      return html`<p class="aside">${block.lines.map((line) => html`${pieces(line)}<br>`)}</p>`;
    case 'caption':
      return html`<p><em>${pieces(block.content)}</em></p>`;
    case 'list':
      return html`<ul>${block.items.map(({ ordinal, lines }) => html`<li>${ordinal} ${lines.map(pieces)}</li>`)}</ul>`;
    case 'table':
      return html`<table>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${pieces(inlines(cell))}</td>`)}</tr>`)}</table>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'product':
      return html`<p><strong>${block.name}</strong></p>`;
    case 'figure':
    case 'pageMark':
      return undefined;
  }
}

function pieces(content: readonly Inline[]): readonly (Html | string)[] {
  return content.map(({ kind, text }) => {
    if (kind === 'strong') return html`<strong>${text}</strong>`;
    if (kind === 'em') return html`<em>${text}</em>`;
    return kind === 'code' ? html`<code>${text}</code>` : text;
  });
}
