// What the search tests share: the real library indexed once, and hits written as sections.
import { type SearchHit, type SearchRequest, search } from '../../../src/core/search/search';
import { buildSearch, type SearchIndex } from '../../../src/core/search/searchIndex';
import { realLibrary } from '../../support/library';

let kept: SearchIndex | undefined;

export function realIndex(): SearchIndex {
  kept ??= buildSearch(realLibrary());
  return kept;
}

export function ask(query: string, request: SearchRequest = {}): SearchHit[] {
  return search(realIndex(), query, request);
}

/** `['1.12', '56']` */
export function sections(query: string, limit = 10): string[] {
  return ask(query, { limit }).map(({ study }) => study.section);
}
