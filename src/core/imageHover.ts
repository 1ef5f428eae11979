// The hover of a self-hosted image: its managed counterpart and the cases that moved there, or plainly that none did.
import { counterpartOf, type Move } from './counterpart';
import { phrase } from './hoverWords';
import type { Library } from './library';
import { escapeMarkdown } from './markdown';
import { caseLink, countLine, type HoverRequest, namesLine, paragraph } from './productHover';

/** An image token; `image` is the plain name of the software: `redis`. */
export interface ImageHoverRequest extends Omit<HoverRequest, 'fileProducts' | 'matches'> {
  readonly image: string;
}

const MOST_MOVES = 3;

/** Markdown of at most six lines (`short`: two), or `undefined` when the library does not know the counterpart. */
export function imageHover(library: Library, request: ImageHoverRequest): string | undefined {
  const counterpart = counterpartOf(library, request.productId, request.image);
  if (!counterpart) return undefined;
  const { lang } = request;
  const from = escapeMarkdown(phrase('selfHosted', lang, request.image));
  const names = `${from} → ${namesLine(counterpart.product, lang)}`;
  if (counterpart.cases.length === 0) return paragraph([names, escapeMarkdown(phrase('noCase', lang))]);
  const count = countLine(library, counterpart, request);
  if (request.style === 'short') return paragraph([names, count]);
  if (counterpart.moves.length === 0) return paragraph([names, count, escapeMarkdown(phrase('nobodyMoved', lang))]);
  const head = paragraph([names, count, escapeMarkdown(phrase('movedThere', lang))]);
  return [head, ...counterpart.moves.slice(0, MOST_MOVES).map((move) => `- ${moveLine(move, request)}`)].join('\n');
}

function moveLine({ study, replaced }: Move, request: ImageHoverRequest): string {
  return `${caseLink(study, request)} — ${escapeMarkdown(replaced.what[request.lang])}`;
}
