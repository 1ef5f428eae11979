// Where products stand, as buttons that lead there. Pages of the review share it; it knows nothing of what they show.
import { type Html, html } from '../html';
import type { Lang } from '../model';
import { lineNumber } from '../pages/pageWords';
import type { Sign } from './architecture';

const MOST_LINES = 6;

/** `line 3 line 12 +4`: each line once, the first ones, and how many more there are. */
export function linesOfFile(signs: readonly Sign[], lang: Lang): Html {
  return places(signs, ({ line }) => lineNumber(line, lang));
}

/** `a.yaml:3 b.yaml:12 +4` */
export function linesOfFiles(signs: readonly Sign[]): Html {
  return places(signs, ({ file, line }) => `${file}:${line + 1}`);
}

function places(signs: readonly Sign[], labelOf: (sign: Sign) => string): Html {
  const byPlace = new Map(signs.map((sign) => [`${sign.line}:${sign.file}`, sign]));
  const shown = [...byPlace.values()].slice(0, MOST_LINES);
  const rest = byPlace.size - shown.length;
  const links = shown.map(
    (sign) =>
      html`<button type="button" class="line" data-file="${sign.file}" data-line="${sign.line}">${labelOf(sign)}</button> `,
  );
  return html`${links}${rest > 0 && html`<span class="note">+${rest}</span>`}`;
}
