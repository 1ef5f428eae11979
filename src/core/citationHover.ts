// The hover of a citation: the formatted case, or all cases of a group; of an unknown id that it is unknown, and the
// nearest one that exists.
import { placeOf, sourceOf } from './cite';
import { phrase } from './hoverWords';
import type { Library } from './library';
import { bold, commandLink, escapeMarkdown } from './markdown';
import type { CaseStudy, Lang } from './model';
import { nearest } from './nearest';
import { type HoverCommands, paragraph } from './productHover';

export interface CitationHoverRequest {
  /** The ids of the citation in their order, at least one. */
  readonly ids: readonly string[];
  readonly style: 'short' | 'full';
  readonly lang: Lang;
  readonly commands: HoverCommands;
}

const MOST_LINES = 7;

/** Markdown of at most eight lines. */
export function citationHover(library: Library, request: CitationHoverRequest): string | undefined {
  const [first, ...others] = [...new Set(request.ids)];
  if (first === undefined) return undefined;
  if (others.length > 0) return groupHover(library, [first, ...others], request);
  const study = library.caseById.get(first);
  return study ? caseHover(library, study, request) : unknownLine(library, first, request);
}

function caseHover(library: Library, study: CaseStudy, request: CitationHoverRequest): string {
  const { lang } = request;
  const sentence = request.style === 'full' ? escapeMarkdown(firstSentence(study.summary[lang])) : undefined;
  const source = escapeMarkdown(`${sourceOf(study, library, lang)} ${placeOf(study)}`);
  if (request.style === 'short') return paragraph([headLine(study, lang), `${source} · ${links(study, request)}`]);
  return paragraph([headLine(study, lang), source, sentence, links(study, request)]);
}

function headLine(study: CaseStudy, lang: Lang): string {
  return `${bold(study.customer[lang])} — ${escapeMarkdown(study.title[lang])}`;
}

function links(study: CaseStudy, { lang, commands }: CitationHoverRequest): string {
  const open = commandLink(phrase('open', lang), commands.openCase, [study.id]);
  return `${open} · ${commandLink(phrase('copy', lang), commands.copyCitation, [study.id])}`;
}

function groupHover(library: Library, ids: readonly string[], request: CitationHoverRequest): string {
  const shown = ids.length > MOST_LINES + 1 ? ids.slice(0, MOST_LINES) : ids;
  const lines = shown.map((id) => {
    const study = library.caseById.get(id);
    if (!study) return `- ${unknownLine(library, id, request)}`;
    const title = escapeMarkdown(study.title[request.lang]);
    return `- ${bold(study.customer[request.lang])} ${escapeMarkdown(placeOf(study))} — ${title} · ${links(study, request)}`;
  });
  const more = ids.length - shown.length;
  return [...lines, ...(more > 0 ? [`- ${escapeMarkdown(phrase('andMore', request.lang, more))}`] : [])].join('\n');
}

function unknownLine(library: Library, id: string, { lang, commands }: CitationHoverRequest): string {
  const unknown = escapeMarkdown(phrase('unknownId', lang, id));
  const study = library.caseById.get(nearest(id, library.caseById.keys()) ?? '');
  if (!study) return unknown;
  const link = commandLink(`${study.id} ${study.customer[lang]}`, commands.openCase, [study.id]);
  return `${unknown}${lang === 'zh' ? '；' : '; '}${phrase('nearest', lang, link)}`;
}

/** Up to the first full stop; a stop inside a number or an abbreviation ends nothing. */
export function firstSentence(text: string): string {
  return /^.*?(?:[。！？]|[.!?](?=\s+\p{Lu}|\s*$))/su.exec(text)?.[0] ?? text;
}
