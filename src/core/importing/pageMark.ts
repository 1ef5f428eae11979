// The one mark that gives a Markdown document the pages of its printed edition.

/** `<!-- page 12 -->`, `<!-- 第 12 页 -->` on a line of its own. */
export const PAGE_MARK = /^\s*<!--\s*(?:page|p\.|第)\s*[:：]?\s*(\d{1,5})\s*(?:页)?\s*-->\s*$/i;
