// The little markup inside a line of a document: bold, italic, code, links. Read into plain pieces: nothing of a document
// is ever markup of ours, and a link never leads anywhere.

export interface Inline {
  readonly kind: 'text' | 'strong' | 'em' | 'code';
  readonly text: string;
}

// Links are bounded: a line of a million brackets must not be tried from each of them to its end.
const MARKUP = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|!?\[([^\]\n]{0,300})\]\(([^)\n]{0,500})\)/g;

/** `更多**关于**` → text, strong. A link becomes its text, with its target in brackets where it has one. */
export function inlines(line: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(MARKUP)) {
    if (match.index > from) pieces.push({ kind: 'text', text: line.slice(from, match.index) });
    pieces.push(pieceOf(match));
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}

function pieceOf([, code, strong, em, text, target]: RegExpExecArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (em !== undefined) return { kind: 'em', text: em };
  return { kind: 'text', text: target && target !== '#' ? `${text} (${target})` : (text ?? '') };
}

/** The line as it reads, without its markup; a bold mark without its other half goes too. */
export function plainText(line: string): string {
  return inlines(line)
    .map((piece) => piece.text)
    .join('')
    .replaceAll('**', '')
    .trim();
}
