// Owns the search index of the editor: built when somebody first searches, and again when what it was built of changes.
import type { Library } from '../core/library';
import type { FacetCompletion, QueryProblem } from '../core/search/query';
import type { SearchHit } from '../core/search/search';
import type { SearchIndex } from '../core/search/searchIndex';
import { aliasList } from '../core/team/workspaceAliases';
import type { Services } from './services';
import { findsPinyin } from './settings';

/** The search index, built on the first query and again when the library, its aliases or the setting change. */
export class SearchHolder {
  readonly #services: Services;
  #kept: { readonly library: Library; readonly pinyin: boolean; readonly index: SearchIndex } | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  query(query: string, limit: number): SearchHit[] {
    const index = this.index();
    if (!index) return [];
    const { search } = require('../core/search/search') as typeof import('../core/search/search');
    return search(index, query, { limit });
  }

  /** What could not be read of the query, and how its last facet word may go on. */
  reading(query: string): { readonly problems: readonly QueryProblem[]; readonly completions: FacetCompletion[] } {
    const index = this.index();
    if (!index) return { problems: [], completions: [] };
    const { completeFacet, parseQuery } = require('../core/search/query') as typeof import('../core/search/query');
    const { library, lexicon } = index;
    return { problems: parseQuery({ library, lexicon }, query).problems, completions: completeFacet(library, query) };
  }

  index(): SearchIndex | undefined {
    const { store } = this.#services;
    const library = store.library();
    const pinyin = findsPinyin();
    if (!library) return undefined;
    if (this.#kept?.library !== library || this.#kept.pinyin !== pinyin) {
      const { buildSearch } = require('../core/search/searchIndex') as typeof import('../core/search/searchIndex');
      const aliases = aliasList(store.workspaceAliases);
      this.#kept = { library, pinyin, index: buildSearch(library, { aliases, pinyin }) };
    }
    return this.#kept.index;
  }
}
