// A section's own text as blocks: headings, lists, tables, code, captions, the gaps of lost figures, product entries and
// the vendor's descriptions of products. Every character of the text is in exactly one block.
import type { TextBlock, TextPart } from '../model';
import { type Chunk, chunksOf, FIGURE_GAP, ITEM } from './chunks';
import { partOf } from './partNames';
import type { ProductNames } from './productNames';

/** An entry of a product or service list, as printed. */
export interface ListedName {
  readonly name: string;
  /** `undefined`: not known; `null`: decided to be no product of the library. */
  readonly id: string | null | undefined;
  /** Under a heading of services, or known to be one. */
  readonly isService: boolean;
}

export interface SectionText {
  readonly blocks: readonly TextBlock[];
  readonly listed: readonly ListedName[];
}

interface State {
  readonly names: ProductNames;
  readonly blocks: TextBlock[];
  readonly listed: ListedName[];
  part: TextPart | undefined;
}

/** `text` begins with the line of the section's title, unless `hasTitle` is false (a team's Markdown). */
export function textBlocks(text: string, names: ProductNames, { hasTitle = true } = {}): SectionText {
  const state: State = { names, blocks: [], listed: [], part: undefined };
  const rest = hasTitle ? addTitle(state, text) : text;
  const chunks = rest === '' ? [] : chunksOf(rest);
  chunks.forEach((chunk, i) => {
    addChunk(state, chunk, chunks[i + 1]);
  });
  return { blocks: mergeLists(state.blocks), listed: state.listed };
}

/** Takes the title's line with the blank lines after it and gives the rest. */
function addTitle(state: State, text: string): string {
  const [line = text] = linesWithEnds(text);
  const gap = /^(?:[^\S\n]*\n)*/.exec(text.slice(line.length))?.[0] ?? '';
  const isFigure = gap.split('\n').length > FIGURE_GAP;
  state.blocks.push({ kind: 'heading', level: 1, text: isFigure ? line : line + gap });
  if (isFigure) state.blocks.push({ kind: 'figure', text: gap });
  return text.slice(line.length + gap.length);
}

function addChunk(state: State, chunk: Chunk, next: Chunk | undefined): void {
  const isFigure = chunk.blankLines >= FIGURE_GAP && next !== undefined;
  const gap = isFigure ? gapOf(chunk) : '';
  const text = gap === '' ? chunk.text : chunk.text.slice(0, -gap.length);
  if (chunk.lines.length > 0) addContent(state, { ...chunk, text }, next, isFigure);
  else if (text !== '') append(state, text);
  if (gap !== '') state.blocks.push({ kind: 'figure', text: gap });
}

/** Blank lines without content belong to the block before them. */
function append(state: State, text: string): void {
  const last = state.blocks.pop();
  state.blocks.push(last ? { ...last, text: last.text + text } : { kind: 'paragraph', text });
}

function gapOf(chunk: Chunk): string {
  return chunk.text
    .split('\n')
    .slice(-chunk.blankLines - 1)
    .join('\n');
}

function addContent(state: State, chunk: Chunk, next: Chunk | undefined, isFigure: boolean): void {
  const line = chunk.lines.length === 1 ? (chunk.lines[0] ?? '').trim() : undefined;
  const part = line === undefined || ITEM.test(line) ? undefined : partOf(line);
  if (part && line !== undefined) openPart(state, chunk, part, line);
  else if (state.part === 'products' || state.part === 'services') addListed(state, chunk);
  else state.blocks.push(blockOf(chunk, line, next, isFigure));
}

function blockOf(chunk: Chunk, line: string | undefined, next: Chunk | undefined, isFigure: boolean): TextBlock {
  if (chunk.shape !== 'plain') return { kind: chunk.shape, text: chunk.text };
  const kind = line === undefined ? 'paragraph' : kindOfLine(line, next, isFigure);
  return { kind, text: chunk.text, ...(kind === 'heading' && { level: 3 }) };
}

/** `相关服务：` inside 相关产品和服务 is a label below the part; it still says what follows. */
function openPart(state: State, chunk: Chunk, part: TextPart, line: string): void {
  const isLabel = (state.part === 'products' || state.part === 'services') && /[:：]$/.test(line);
  state.part = part;
  state.blocks.push({ kind: 'heading', level: isLabel ? 3 : 2, part, text: chunk.text });
}

const LABEL_LENGTH = 40;
/** With bullet, marks and a link's target around it. */
const LINE_LENGTH = 400;

function kindOfLine(line: string, next: Chunk | undefined, isFigure: boolean): 'heading' | 'caption' | 'paragraph' {
  if (/^#{1,6}\s/.test(line)) return 'heading';
  if (/^\[[^\]]*\]\([^)]*\)[。.]?$/.test(line)) return 'paragraph';
  if (line.length > LABEL_LENGTH || /[。；，、！.;,!”"’]$/.test(line) || /[。；]|^[“”"'—`（(]/.test(line))
    return 'paragraph';
  if (isFigure) return 'caption';
  // `方案细节：` heads what follows, `主要考虑以下几点，包括：` leads over to it.
  if (/[:：]$/.test(line) && (line.length > 14 || /[，,]/.test(line))) return 'paragraph';
  if (next === undefined || /[@/]|——/.test(line)) return 'paragraph';
  return 'heading';
}

/** Within a product list: a short line without a full stop names an entry, everything else describes it. */
function addListed(state: State, chunk: Chunk): void {
  let description: string[] = [];
  const flush = () => {
    if (description.length > 0) state.blocks.push({ kind: 'boilerplate', text: description.join('') });
    description = [];
  };
  for (const line of linesWithEnds(chunk.text)) {
    const name = entryName(line, description.length > 0);
    if (name === undefined) {
      const last = state.blocks.at(-1);
      if (line.trim() === '' && description.length === 0 && last?.kind === 'product') append(state, line);
      else description.push(line);
      continue;
    }
    flush();
    addEntry(state, name, line);
  }
  flush();
}

function addEntry(state: State, name: string, text: string): void {
  const id = state.names.find(name);
  const isService = state.part === 'services' || (typeof id === 'string' && state.names.isService(id));
  state.listed.push({ name, id, isService });
  state.blocks.push({ kind: 'product', text, ...(id && { product: id }) });
}

/** `- **云服务器ECS**` → `云服务器ECS`; `undefined` for a description. A line right below other text is no bare name. */
function entryName(line: string, isContinued: boolean): string | undefined {
  const text = line.trim();
  const item = ITEM.exec(text);
  if (text.length > LINE_LENGTH || (!item && isContinued)) return undefined;
  const name = (item?.[3] ?? text)
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/, '$1')
    .trim();
  if (name === '' || name.length > LABEL_LENGTH || /[。；，！：:;!]$|[。；]/.test(name)) return undefined;
  return /^(?:更多|更挂|参见|for more|learn more)/i.test(name) ? undefined : name;
}

function linesWithEnds(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Bullets that only blank lines part are one list. */
function mergeLists(blocks: readonly TextBlock[]): TextBlock[] {
  const merged: TextBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.kind === 'list' && last?.kind === 'list')
      merged[merged.length - 1] = { ...last, text: last.text + block.text };
    else merged.push(block);
  }
  return merged;
}
