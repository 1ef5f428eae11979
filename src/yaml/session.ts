// The library and the reader put together outside an editor: what the command line, the MCP server and the editor's
// tools ask. Texts in, answers out.
import type { ToolContext } from '../core/agents/tools';
import { votingRoll } from '../core/kin';
import { type Library, type LibraryProblem, loadLibrary } from '../core/library';
import type { Review } from '../core/review/review';
import { reviewFiles as reviewAll } from '../core/review/reviewFiles';
import { parseQuery, type QueryProblem } from '../core/search/query';
import { type SearchHit, search } from '../core/search/search';
import { buildSearch, type SearchIndex } from '../core/search/searchIndex';
import { linesOf } from '../core/text';
import { loadIdentifiers } from './identifiers';
import { createReader } from './reader';
import { type FileSigns, signsOf } from './signs';

export interface Session extends ToolContext {
  /** Reads one file; several files make one architecture. */
  readonly signs: (text: string, label: string) => FileSigns;
  readonly reviewFiles: (files: readonly FileSigns[]) => Review;
  /** At most `limit` cases, best first; words that a case does not answer are `missing`. */
  readonly search: (query: string, limit: number) => readonly SessionHit[];
  /** What cannot be read of a query. */
  readonly problemsOf: (query: string) => readonly QueryProblem[];
}

interface SessionHit extends Pick<SearchHit, 'study' | 'missing'> {
  readonly why: string;
}

/** Opens a session on the texts of the shipped files; a damaged library is a problem, never an exception. */
export function openSession(
  libraryText: string,
  identifiersText: string,
): { session: Session; problem?: undefined } | { session?: undefined; problem: LibraryProblem } {
  const loaded = loadLibrary(libraryText);
  if (!loaded.library) return { problem: loaded.problem };
  return { session: sessionOn(loaded.library, identifiersText) };
}

/** A session on a library that is already loaded. */
export function sessionOn(library: Library, identifiersText: string): Session {
  const roll = votingRoll(library);
  const reader = createReader(loadIdentifiers(identifiersText));
  const signs = (text: string, label: string) => {
    const lines = linesOf(text);
    return signsOf(reader.read(lines, { fileName: label }), lines, label);
  };
  const reviewFiles = (files: readonly FileSigns[]) => reviewAll(library, roll, files);
  let built: SearchIndex | undefined;
  const index = () => {
    built ??= buildSearch(library);
    return built;
  };
  return {
    library,
    roll,
    search: (query, limit) =>
      search(index(), query, { limit }).map(({ study, why, missing }) => ({ study, why: why.text, missing })),
    problemsOf: (query) => parseQuery(index(), query).problems,
    signs,
    reviewFiles,
    review: (text, fileName) => reviewFiles([signs(text, fileName)]),
  };
}
