// The frame that every page shares: document, content security policy, language, state. Knows no page and no editor.
import { Html, html } from '../html';
import type { Lang } from '../model';

/** What a page needs from its host: our style sheet, the address of our script, a nonce, the policy's source. */
export interface PageAssets {
  /** The sheet itself: a page that has to fetch it first paints tens of milliseconds later. */
  readonly style: string;
  readonly script: string;
  readonly cspSource: string;
  /** Fresh for every rendering, from a cryptographic source. */
  readonly nonce: string;
}

/** The language tag of what is read in `lang`. */
export function languageTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en';
}

/**
 * A whole HTML document. Scripts run only with the nonce; nothing is fetched from anywhere else. The state is plain data
 * that the script reads; a page without one does not come back after a reload.
 */
export function pageShell(
  assets: PageAssets,
  lang: Lang,
  title: string,
  state: object | undefined,
  body: Html,
): string {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${assets.nonce}'`,
    `script-src 'nonce-${assets.nonce}'`,
    `img-src ${assets.cspSource} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="${languageTag(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${assets.nonce}">${new Html(assets.style)}</style>
<title>${title}</title>
</head>
<body data-state="${JSON.stringify(state ?? null)}">
${body}
<script nonce="${assets.nonce}" src="${assets.script}" defer></script>
</body>
</html>`.toString();
}
