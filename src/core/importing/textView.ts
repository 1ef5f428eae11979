// Text blocks as a page shows them: list items with their depth, table rows, inline pieces. The stored blocks stay
// verbatim; this reads them anew for every showing, and gives plain data without any markup.
import type { TextBlock } from '../model';
import { ITEM, isBlank } from './chunks';
import { type Inline, inlines } from './inlineText';

export interface ListItem {
  /** 0 outermost. */
  readonly depth: number;
  /** `3.` of an ordered item; `undefined` for a bullet. */
  readonly ordinal: string | undefined;
  readonly lines: readonly (readonly Inline[])[];
}

export type ViewBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'boilerplate'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'caption'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'figure' }
  | { readonly kind: 'product'; readonly name: string; readonly product: string | undefined }
  | { readonly kind: 'pageMark'; readonly page: string };

/** Whether a search may look at the block: what the vendor says of a product stands in every second case. */
export function isSearchable(block: TextBlock): boolean {
  return !['boilerplate', 'product', 'figure', 'pageMark'].includes(block.kind);
}

/** The blocks in the order of the text. */
export function textView(blocks: readonly TextBlock[]): readonly ViewBlock[] {
  return blocks.map(viewOf);
}

function viewOf(block: TextBlock): ViewBlock {
  const lines = block.text.split('\n').filter((line) => !isBlank(line));
  const first = lines[0] ?? '';
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level ?? 3, content: inlines(first.trim().replace(/^#{1,6}\s+/, '')) };
    case 'caption':
      return { kind: 'caption', content: inlines(lines.join(' ').trim()) };
    case 'paragraph':
    case 'boilerplate':
      return { kind: block.kind, lines: lines.map((line) => inlines(line.trim())) };
    case 'list':
      return { kind: 'list', items: itemsOf(lines) };
    case 'table':
      return { kind: 'table', rows: lines.filter((line) => !/^\s*\|?[\s|:-]+\|?\s*$/.test(line)).map(cellsOf) };
    case 'code':
      return { kind: 'code', text: codeOf(block.text) };
    case 'figure':
      return { kind: 'figure' };
    case 'product':
      return { kind: 'product', name: nameOf(first), product: block.product };
    case 'pageMark':
      return { kind: 'pageMark', page: /\d+/.exec(first)?.[0] ?? '' };
  }
}

/** A deeper indent is a deeper level, whatever its width: the vendor indents by one space or by four. */
function itemsOf(lines: readonly string[]): ListItem[] {
  const indents: number[] = [];
  const items: { depth: number; ordinal: string | undefined; lines: (readonly Inline[])[] }[] = [];
  for (const line of lines) {
    const [, indent = '', mark = '', text = ''] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (mark === '') {
      last?.lines.push(inlines(line.trim()));
      continue;
    }
    while ((indents.at(-1) ?? -1) > indent.length) indents.pop();
    if ((indents.at(-1) ?? -1) < indent.length) indents.push(indent.length);
    // `- i. Text` is an ordinal inside a bullet.
    const inner = /^[-*+●•○◦▪■]$/.test(mark) ? /^((?:\d{1,3}|[ivx]{1,4})[.)])\s+(.*)$/.exec(text) : undefined;
    const ordinal = inner?.[1] ?? (/\w/.test(mark) ? mark : undefined);
    items.push({ depth: indents.length - 1, ordinal, lines: [inlines(inner?.[2] ?? text)] });
  }
  return items;
}

function cellsOf(line: string): string[] {
  if (/^\s*\|/.test(line)) {
    return line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  }
  return line.split('\t').map((cell) => cell.trim());
}

function codeOf(text: string): string {
  const lines = text.trimEnd().split('\n');
  const isFence = (line: string | undefined) => /^\s*(?:```|~~~)/.test(line ?? '');
  const from = lines.findIndex(isFence) + 1;
  return lines.slice(from, isFence(lines.at(-1)) && lines.length > from ? -1 : undefined).join('\n');
}

function nameOf(line: string): string {
  return (ITEM.exec(line.trim())?.[3] ?? line.trim()).replaceAll('**', '').trim();
}
