// Citations: how a case is named with its volume, section and page, and how such a naming is found again in text.
import { type CommentStyle, commented, HASH, hashComment } from './comments';
import { type Library, originOf } from './library';
import type { CaseStudy, Lang } from './model';
import { originLabel } from './words';

/** The shortest citation, the one that stands in comments: `inet-1.26 § 1.26 p. 40`. */
export function shortCitation(study: CaseStudy): string {
  return `${study.id} § ${study.section}${pageOf(study)}`;
}

/** `§1.26 p. 40` beside a name. */
export function placeOf(study: CaseStudy): string {
  return `§${study.section}${pageOf(study)}`;
}

/** Cases of documents without pages have page 0, which is never shown. */
function pageOf(study: CaseStudy): string {
  return study.page > 0 ? ` p. ${study.page}` : '';
}

/** For the ear: `section 1.26, page 40`. */
export function spokenPlace(study: CaseStudy, lang: Lang): string {
  const section = lang === 'zh' ? `第 ${study.section} 节` : `section ${study.section}`;
  const page = lang === 'zh' ? `，第 ${study.page} 页` : `, page ${study.page}`;
  return study.page > 0 ? section + page : section;
}

/** A full citation for prose: customer, title, volume, edition, section, page. */
export function fullCitation(study: CaseStudy, library: Library, lang: Lang): string {
  const page = lang === 'zh' ? `，第 ${study.page} 页` : `, p. ${study.page}`;
  const place = `§${study.section}${study.page > 0 ? page : ''}`;
  const source = sourceOf(study, library, lang);
  return lang === 'zh'
    ? `${study.customer.zh}：《${study.title.zh}》，${source}，${place}`
    : `${study.customer.en}: “${study.title.en}”, ${source}, ${place}`;
}

/** The same, marked where the case did not ship with the library: `… [team]`. */
export function citedWithOrigin(study: CaseStudy, library: Library, lang: Lang): string {
  const origin = originOf(library, study);
  return fullCitation(study, library, lang) + (origin === 'library' ? '' : ` [${originLabel(origin, lang)}]`);
}

/** Volume and edition: `Alibaba Cloud customer cases: Internet (20220513)`. */
export function sourceOf(study: CaseStudy, library: Library, lang: Lang): string {
  const volume = library.volumeById.get(study.volume);
  return volume ? `${volume.title[lang]} (${volume.edition})` : study.volume;
}

/** What links to VS Code begin with; its relatives have schemes of their own. */
const SCHEME = 'vscode';

/** A link that opens the case in the editor: `vscode://casebook.cloud-casebook/case/inet-1.26`. */
export function deepLink(study: CaseStudy, scheme = SCHEME): string {
  return `${scheme}://casebook.cloud-casebook/case/${encodeURIComponent(study.id)}`;
}

/** The forms in which a citation is copied. */
export const CITATION_FORMS = ['text', 'markdown', 'comment', 'link'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

export interface CitationStyle {
  readonly lang: Lang;
  /** How the language of the target writes comments. */
  readonly comment: CommentStyle;
  /** What links to the editor at hand begin with: `vscodium`. */
  readonly scheme?: string;
}

/** One case, ready for the clipboard. */
export function citationAs(form: CitationForm, study: CaseStudy, library: Library, style: CitationStyle): string {
  const { lang, scheme } = style;
  if (form === 'text') return fullCitation(study, library, lang);
  if (form === 'link') return deepLink(study, scheme);
  if (form === 'comment') return commented(citationBody([study], lang), style.comment);
  const name = `${study.customer[lang]}${lang === 'zh' ? '：' : ': '}${study.title[lang]}`;
  const place = `${sourceOf(study, library, lang)}, ${placeOf(study)}`;
  return `[${escapeForMarkdown(name)}](${deepLink(study, scheme)}), ${escapeForMarkdown(place)}`;
}

/** In a file for people to edit: only what would end the link or start markup. */
function escapeForMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** What stands behind the comment sign: `case: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53`. */
export function citationBody(studies: readonly CaseStudy[], lang: Lang): string {
  return `${lang === 'zh' ? '案例' : 'case'}: ${studies.map(shortCitation).join('; ')}`;
}

/** One id inside a citation comment. Columns are within the line. */
export interface CitedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Column after the section and page that belong to it: the end of `inet-1.26 § 1.26 p. 40`. */
  readonly tailEnd: number;
  /** Section and page as they stand there, where they do. */
  readonly section?: string;
  readonly page?: number;
}

/** A citation comment of a line: `# case: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53`. */
export interface CitationComment {
  /** Column of the comment sign. */
  readonly start: number;
  /** Column after `case:`. */
  readonly bodyStart: number;
  readonly ids: readonly CitedId[];
}

const WORDS = String.raw`\s*(?:cases?|案例|参考案例)\s*[:：]`;
const AFTER_HASH = new RegExp(`#${WORDS}`, 'i');
const AFTER_OTHER = new RegExp(String.raw`(?:(?<=^|\s)(?://|--)|<!--)${WORDS}`, 'i');
const IGNORE = /^\s*(?:ignore|忽略)/i;
/** Any id that a case may have before a section sign, or by itself one that ends in a section number. */
const CITED = String.raw`[A-Za-z0-9][A-Za-z0-9.-]*(?=\s*§)`;
const NUMBERED = String.raw`[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-\d+(?:\.\d+)*(?![\w-]|\.\w)`;
/** The id; then section and page. */
const ENTRY = new RegExp(String.raw`(?<![\w.-])(${CITED}|${NUMBERED})((?:\s*§\s*([\w.-]+))?(?:\s*p\.?\s*(\d+))?)`, 'g');

/**
 * The words that a comment says to us: `case:`, `cases:`, `案例:` right after the comment sign. Where a language is known to
 * write `#`, other signs open nothing, as those of a command in a YAML string; without one any of `#`, `//`, `--`, `<!--` does.
 */
export function leadOn(
  line: string,
  comment?: CommentStyle,
): { readonly start: number; readonly bodyStart: number } | undefined {
  if (!/cases?\s*[:：]|案例\s*[:：]/i.test(line)) return undefined;
  const hash = hashComment(line);
  const lead = (hash >= 0 ? AFTER_HASH.exec(line.slice(hash)) : null) ?? undefined;
  if (lead) return { start: hash + lead.index, bodyStart: hash + lead.index + lead[0].length };
  if (comment?.open === HASH.open) return undefined;
  const other = AFTER_OTHER.exec(line) ?? (comment && afterSign(comment.open).exec(line));
  return other ? { start: other.index, bodyStart: other.index + other[0].length } : undefined;
}

/** For signs that say too little by themselves to be looked for everywhere: `'`, `%`, `;`. */
function afterSign(sign: string): RegExp {
  return new RegExp(`(?<=^|\\s)${sign.replace(/[^\w]/g, '\\$&')}${WORDS}`, 'i');
}

/** The citation comment on `line`, if it holds one, signs as in `leadOn`; `# cases: ignore …` is none. */
export function citationOn(line: string, comment?: CommentStyle): CitationComment | undefined {
  const lead = leadOn(line, comment);
  if (!lead || IGNORE.test(line.slice(lead.bodyStart))) return undefined;
  return {
    ...lead,
    ids: [...line.slice(lead.bodyStart).matchAll(ENTRY)].map((match) => citedId(match, lead.bodyStart)),
  };
}

function citedId(match: RegExpExecArray, offset: number): CitedId {
  const [whole, id = '', , section, page] = match;
  const start = offset + match.index;
  return {
    id,
    start,
    end: start + id.length,
    tailEnd: start + whole.length,
    ...(section !== undefined && { section }),
    ...(page !== undefined && { page: Number(page) }),
  };
}

/** The id under `column`, its section and page included. */
export function citedAt(comment: CitationComment, column: number): CitedId | undefined {
  return comment.ids.find((cited) => cited.start <= column && column <= cited.tailEnd);
}
