// What `activate()` returns: the one way in for other extensions and for tests. Everything is plain data and answers at
// once. Lines and columns are zero-based UTF-16, as in VS Code; scores fall from best to worst.

/** One case, as a list shows it. */
export interface CaseSummary {
  /** `inet-1.26` */
  readonly id: string;
  readonly volume: string;
  readonly section: string;
  /** First page; 0 where none is known. */
  readonly page: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly customer: { readonly zh: string; readonly en: string };
  readonly industry: string;
  readonly problems: readonly string[];
  /** Product ids, listed and used. */
  readonly products: readonly string[];
}

export interface SearchResult {
  readonly caseId: string;
  readonly section: string;
  readonly score: number;
  /** What was hit, in words. */
  readonly why: string;
}

export interface RecognisedProduct {
  readonly productId: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** `declared`, `configured`, `image` or `written`. */
  readonly tier: string;
  /** Format of the YAML document: `ros`, `kubernetes`, … */
  readonly dialect: string;
}

export interface SuggestedProduct {
  readonly productId: string;
  /** `count` of the `of` cases like this also used it. */
  readonly count: number;
  readonly of: number;
  /** Ids of those cases, most alike first. */
  readonly cases: readonly string[];
}

export interface SimilarCase {
  readonly caseId: string;
  readonly section: string;
  readonly score: number;
  /** Product ids that both have, that only the given set has, and that only the case has. */
  readonly shared: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export interface CasebookApi {
  readonly version: 1;
  cases(): CaseSummary[];
  /** Best first; at most `limit` (20). */
  search(query: string, limit?: number): SearchResult[];
  /** The products that stand in an infrastructure file, in the order of the text. */
  recognise(text: string, fileName: string): RecognisedProduct[];
  /** What the cases with such products also used. */
  suggest(productIds: readonly string[]): SuggestedProduct[];
  /** The cases that share most with these products. */
  casesLike(productIds: readonly string[]): SimilarCase[];
}
