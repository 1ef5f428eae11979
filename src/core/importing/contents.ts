// The front of a volume: who published it, under what title, which edition, and what its table of contents announces.
// It reads lines before the first section and knows nothing of the sections' text.

/** One line of the table of contents: `1.26. 融资票务平台上云	40`. */
export interface Announced {
  readonly section: string;
  readonly title: string;
  /** `undefined` where the contents give no page. */
  readonly page: number | undefined;
}

export interface Contents {
  readonly entries: readonly Announced[];
  /** Line after the last entry; 0 without a table of contents. */
  readonly endLine: number;
}

// Dots before a tab belong to a title that the contents cut short; dots before the page are a leader.
const WITH_PAGE =
  /^[ ]*(?:[-*]\s+)?(\d{1,4}(?:\.\d{1,4})*)\.?[ ]*(\S[^\t]*?)(?:\t+|[ ]*[.·…]{3,}|[ ]{2,})[ ]*0*(\d{1,5})\s*$/;
const WITH_LINK = /^\s*[-*]\s+\[(\d{1,4}(?:\.\d{1,4})*)\.?\s*([^\]]+)\]\([^)]*\)\s*$/;

/** One line as an entry of a table of contents. */
export function announcedOn(line: string): Announced | undefined {
  if (line.length > 300) return undefined;
  const match = WITH_PAGE.exec(line) ?? WITH_LINK.exec(line);
  const [, section, title, page] = match ?? [];
  if (!section || !title || !/\p{L}/u.test(title)) return undefined;
  return { section, title: title.trim(), page: page === undefined ? undefined : Number(page) };
}

/** The first run of two and more entries; blank lines may stand between them. */
export function readContents(lines: readonly string[]): Contents {
  let entries: Announced[] = [];
  let endLine = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    const entry = announcedOn(line);
    if (entry) {
      entries.push(entry);
      endLine = i + 1;
    } else if (entries.length > 1) break;
    else entries = [];
  }
  return entries.length > 1 ? { entries, endLine } : { entries: [], endLine: 0 };
}

/** Entries that only head others (`1.互联网` before `1.1`): no cases. */
export function isChapter(entries: readonly Announced[], index: number): boolean {
  const next = entries[index + 1];
  return next?.section.startsWith(`${entries[index]?.section}.`) ?? false;
}

/** What the title page says. Empty where it says nothing. */
export interface TitlePage {
  readonly title: string;
  readonly publisher: { readonly zh: string; readonly en: string };
  readonly edition: string;
}

const EDITION = /^(?:文档版本|版本|edition|version|date)\s*[:：]\s*["']?([\w.-]+)["']?$/i;
const TITLE = /^(?:title|标题)\s*[:：]\s*["']?(.+?)["']?$/i;
const PUBLISHER = /^(?:publisher|发布者)\s*[:：]\s*["']?(.+?)["']?$/i;
const TITLE_PAGE_LINES = 60;

/** Reads either `key: value` lines or a plain title page, whose lines before the edition are publisher and title. */
export function readTitlePage(lines: readonly string[]): TitlePage {
  const head = lines.slice(0, TITLE_PAGE_LINES).map((line) => line.replace(/^#+\s*/, '').trim());
  const firstMatch = (pattern: RegExp) =>
    head.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined);
  const editionLine = head.findIndex((line) => EDITION.test(line));
  const edition = firstMatch(EDITION) ?? '';
  const publisher = firstMatch(PUBLISHER);
  const title = firstMatch(TITLE);
  if (title) return { title, publisher: both(publisher ?? ''), edition };
  const plain = head.slice(0, editionLine < 0 ? head.findIndex(startsText) : editionLine);
  const names = plain.filter((line) => line !== '' && line !== '---' && !PUBLISHER.test(line)).slice(0, 5);
  return { ...splitNames(names, publisher), edition };
}

function startsText(line: string): boolean {
  return line.length > 40 || announcedOn(line) !== undefined || /^\d/.test(line) || /^(?:目录|contents)$/i.test(line);
}

/** `[ALIBABA CLOUD, 阿里云, 阿里云案例库, 互联网]`: the publisher in two scripts, then the title's lines. */
function splitNames(names: readonly string[], publisher: string | undefined): Omit<TitlePage, 'edition'> {
  const latin = names.find((name) => names.length > 1 && /^[\p{ASCII}]+$/u.test(name) && name === name.toUpperCase());
  const others = names.filter((name) => name !== latin);
  const owner = others.find((name, i) => others[i + 1]?.startsWith(name));
  const title = others.filter((name) => name !== owner).join('·');
  const zh = publisher ?? owner ?? '';
  return { title, publisher: { zh, en: latin ? titleCase(latin) : zh } };
}

function titleCase(text: string): string {
  return text.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function both(text: string): { zh: string; en: string } {
  return { zh: text, en: text };
}
