// How wide text is when nothing has been drawn yet: an estimate on the safe side, and the breaking of lines by it.

const HAN_WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const WIDE_LATIN = /[A-Z@%&MWmw]/;
const NARROW_LATIN = /[ilIjtf.,:;'|!()[\] ]/;

/** Width of `text` at `size` pixels: a Chinese character is 1 em, a Latin one 0.34, 0.56 or 0.7 em. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const sign of text)
    em +=
      HAN_WIDE.test(sign) || sign.length > 1 ? 1 : NARROW_LATIN.test(sign) ? 0.34 : WIDE_LATIN.test(sign) ? 0.72 : 0.56;
  return em * size;
}

/** Signs that must not open a line. */
const NO_START = /^[，。、；：！？）》」』”’·,.;:!?)\]}]/;

/** Breaks `text` into at most `mostLines` lines of `width`; what does not fit ends in `…`. Never loses a word silently. */
export function wrapText(text: string, width: number, size: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line === '' || textWidth(line + piece.trimEnd(), size) <= width) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  lines.push(line.trimEnd());
  const fitting = lines.flatMap((one) => hardBreak(one, width, size));
  if (fitting.length <= mostLines) return fitting;
  const last = `${fitting[mostLines - 1] ?? ''}…`;
  return [...fitting.slice(0, mostLines - 1), shorten(last, width, size)];
}

/** Words with the blank behind them; each Chinese character alone, closing signs glued to what they close. */
function piecesOf(text: string): string[] {
  const pieces =
    text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\uffef]+\s*|\s+/g) ?? [];
  const glued: string[] = [];
  for (const piece of pieces) {
    if (NO_START.test(piece) && glued.length > 0) glued[glued.length - 1] += piece;
    else glued.push(piece);
  }
  return glued;
}

/** A single word that is wider than a line is cut where it must be. */
function hardBreak(line: string, width: number, size: number): string[] {
  if (textWidth(line, size) <= width) return [line];
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (part !== '' && textWidth(part + sign, size) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}

function shorten(line: string, width: number, size: number): string {
  let signs = [...line];
  while (signs.length > 1 && textWidth(signs.join(''), size) > width) signs = [...signs.slice(0, -2), '…'];
  return signs.join('');
}

/** A rectangle in the picture's own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
