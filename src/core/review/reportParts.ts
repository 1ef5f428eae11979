// The pieces that the sections of a report are put together from.
import { placeOf } from '../cite';
import type { CaseStudy, Lang } from '../model';
import { comma } from '../words';
import type { Architecture, Sign } from './architecture';
import type { Inline, ReportBlock } from './reportBlocks';

/** How many of the closest cases are told. */
export const TOLD = 5;
/** Cases that a question names. */
export const MOST_CITED = 3;
/** Places, files and names that are written out before the rest is counted. */
const MOST_PLACES = 4;
export const MOST_FILES = 20;

export function paragraph(...text: Inline[]): ReportBlock {
  return { kind: 'paragraph', text };
}

export function link(study: CaseStudy, lang: Lang): Inline {
  return { text: `${study.customer[lang]} (${placeOf(study)})`, caseId: study.id };
}

/** `a, b, c` as inlines. */
export function joined(items: readonly Inline[], lang: Lang): Inline[] {
  return items.flatMap((item, i) => (i > 0 ? [comma(lang), item] : [item]));
}

/** The first `most`, and how many more there are. */
export function capped(items: readonly (readonly Inline[])[], most: number, lang: Lang): (readonly Inline[])[] {
  const rest = items.length - most;
  if (rest <= 0) return [...items];
  return [...items.slice(0, most), [lang === 'zh' ? `另有 ${rest} 项` : `and ${rest} more`]];
}

/** Lines of one file as `lines 12, 40`, of several files as `a.yaml:12`; a line with two signs once. */
export function placesOf(signs: readonly Pick<Sign, 'file' | 'line'>[], { files }: Architecture, lang: Lang): Inline[] {
  const isLone = files.length === 1;
  const places = [...new Set(signs.map(({ file, line }) => (isLone ? String(line + 1) : `${file}:${line + 1}`)))];
  const rest = places.length - MOST_PLACES;
  const more = rest > 0 ? [lang === 'zh' ? `等 ${places.length} 处` : ` and ${rest} more`] : [];
  const line = isLone ? (lang === 'zh' ? '第 ' : places.length > 1 ? 'lines ' : 'line ') : '';
  const first = places.slice(0, MOST_PLACES).map((place): Inline => (isLone ? place : { code: place }));
  return [line, ...joined(first, lang), ...(isLone && lang === 'zh' ? [' 行'] : []), ...more].filter(
    (part) => part !== '',
  );
}
