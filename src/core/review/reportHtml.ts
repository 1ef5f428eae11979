// The evidence report as one HTML file that needs nothing else: no script, no remote address, readable on paper and in
// the dark.
import { deepLink } from '../cite';
import { Html, html } from '../html';
import type { Library } from '../library';
import type { CaseStudy } from '../model';
import { architectureOf, drawArchitecture, layoutArchitecture, SHAPES } from '../pictures/architecture';
import type { Inline, Report, ReportBlock } from './reportBlocks';
import { pictureLabel } from './reviewWords';

/** A whole document; same report, same bytes. */
export function reportHtml(report: Report, library: Library): string {
  const body = report.sections.map(
    (section) => html`<section id="${section.id}">
<h2>${section.title}</h2>
${section.blocks.map((block) => renderBlock(block, report, library))}
</section>
`,
  );
  return html`<!DOCTYPE html>
<html lang="${report.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>${report.title}</h1>
${body}
</main>
</body>
</html>
`.toString();
}

function renderBlock(block: ReportBlock, report: Report, library: Library): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlines(block.text, library)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${inlines(item, library)}</li>`)}</ul>`;
    case 'table':
      return html`<div class="table"><table>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inlines(cell, library)}</td>`)}</tr>`)}</tbody>
</table></div>`;
    case 'picture':
      return picture(block.study, report, library);
  }
}

function picture(study: CaseStudy, report: Report, library: Library): Html {
  const layers = architectureOf(study, library, report.lang);
  if (layers.length === 0) return html``;
  const label = pictureLabel(study, report.lang);
  const drawn = drawArchitecture(layoutArchitecture(layers, SHAPES.wide, report.lang), 'wide', label, report.lang);
  return html`<figure>${staticPicture(drawn)}<figcaption>${label}</figcaption></figure>`;
}

/** The picture without its links, which lead to pages of the editor: a box is a group, the whole an image. */
export function staticPicture(drawn: Html): Html {
  const markup = drawn
    .toString()
    .replace('role="group"', 'role="img"')
    .replace(/<a class="([^"]*)"[^>]*>/g, '<g class="$1">')
    .replaceAll('</a>', '</g>');
  return new Html(markup);
}

function inlines(text: readonly Inline[], library: Library): Html[] {
  return text.map((part) => {
    if (typeof part === 'string') return html`${part}`;
    if ('code' in part) return html`<code>${part.code}</code>`;
    const study = library.caseById.get(part.caseId);
    return study ? html`<a href="${deepLink(study)}">${part.text}</a>` : html`${part.text}`;
  });
}

const STYLE = `
:root { color-scheme: light dark; --ink: CanvasText; --faint: color-mix(in srgb, CanvasText 55%, Canvas); --line: color-mix(in srgb, CanvasText 18%, Canvas); --tint: color-mix(in srgb, CanvasText 5%, Canvas); }
body { margin: 0; font: 15px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: Canvas; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; line-height: 1.3; margin: 0 0 24px; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 36px 0 10px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
p, ul { margin: 8px 0; }
ul { padding-left: 22px; }
.table { overflow-x: auto; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 7px 10px; border-bottom: 1px solid var(--line); }
th { font-weight: 600; background: var(--tint); white-space: nowrap; }
a { color: LinkText; }
code { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; background: var(--tint); padding: 1px 4px; border-radius: 3px; overflow-wrap: anywhere; }
figure { margin: 16px 0; }
figcaption { color: var(--faint); font-size: 13px; }
svg { max-width: 100%; height: auto; }
svg text { fill: CanvasText; }
svg .layer { fill: var(--faint); }
svg .name { font-weight: 600; text-anchor: middle; }
svg .role { text-anchor: middle; }
svg .band { fill: var(--tint); }
svg .node rect { fill: Canvas; stroke: var(--faint); }
svg .mentioned rect { stroke-dasharray: 4 3; }
@media print { main { padding: 0; max-width: none; } section { break-inside: avoid-page; } }
`;
