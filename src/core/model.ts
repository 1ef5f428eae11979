// The glossary of the code base: what a case library holds, as plain read-only data. `case` is a keyword, so a case is
// a `CaseStudy` and the variable is `study`. Nothing here knows where the data comes from or who shows it.

/** The languages that content exists in. */
export type Lang = 'zh' | 'en';

/** One text in both languages, each written on its own (not word for word). */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A figure of the source: `{ value: 20, unit: '倍', kind: 'outcome' }`; a range as `[lo, hi]`. Units as printed: `万家`, `%`. */
export interface Figure {
  readonly value: number | readonly [number, number];
  readonly unit: string;
  /** `outcome`: a result; `scale`: what the case is judged by (users, QPS, nodes). */
  readonly kind: 'outcome' | 'scale';
  /** Caption of the number, without the number: `查询提速`. */
  readonly label?: Bilingual;
  /** What the source hedges with: 超过 → `at-least`, 不到 → `at-most`, 约 → `about`. */
  readonly bound?: 'at-least' | 'at-most' | 'about';
  /** The value before, where the source names it. */
  readonly from?: { readonly value: number | readonly [number, number]; readonly unit: string };
}

/** One fact of a case, in our own words. */
export interface Statement extends Bilingual {
  /** Ids of the products that the statement is about. */
  readonly products?: readonly string[];
  /** Ids of the problems that the statement justifies. */
  readonly problems?: readonly string[];
  readonly figures?: readonly Figure[];
}

/** A product as a case uses it. */
export interface ProductUse {
  readonly id: string;
  /** In the case's own product list (`true`), or only used in its text (`false`). */
  readonly listed: boolean;
  /** What it does in this case: `前端代理`. */
  readonly role: Bilingual;
}

/** What stood there before or beside a product of the case. */
export interface Replaced {
  readonly what: Bilingual;
  /** Product id, where one took its place. */
  readonly by?: string;
  readonly relation: 'replaced' | 'alongside' | 'considered';
}

/** The parts of a case that hold statements, in reading order. */
export const STATEMENT_PARTS = ['challenges', 'solution', 'outcomes'] as const;
export type StatementPart = (typeof STATEMENT_PARTS)[number];

/** What a part of a document is about; testimonial and practices are shown only. */
export type TextPart =
  | 'intro'
  | 'challenges'
  | 'solution'
  | 'outcomes'
  | 'testimonial'
  | 'products'
  | 'services'
  | 'practices';

/**
 * One block of a document's own text. `figure` is the gap that a lost figure left, `product` an entry of a product or
 * service list, `boilerplate` the vendor's description of a product (shown, never searched), `pageMark` a page number.
 */
export interface TextBlock {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list'
    | 'table'
    | 'code'
    | 'caption'
    | 'figure'
    | 'product'
    | 'boilerplate'
    | 'pageMark';
  /** Verbatim lines with their line ends and the blank lines after them: all blocks joined are the text, to the character. */
  readonly text: string;
  /** Of a heading: 1 the title of the section, 2 a part of the case (业务痛点), 3 below that. */
  readonly level?: 1 | 2 | 3;
  /** Of a heading: the part that it opens. */
  readonly part?: TextPart;
  /** Of a product entry whose name is known: `rds-mysql`. */
  readonly product?: string;
}

/** One customer case: a section of a volume, or a case of the user's own team. */
export interface CaseStudy {
  /** Volume and section: `inet-1.26`. Stable: citations and links hold it. */
  readonly id: string;
  readonly volume: string;
  /** As printed: `1.26`. */
  readonly section: string;
  /** First page, from the table of contents; 0 for a document without pages, and then none is shown. */
  readonly page: number;
  /** `zh` as printed: it is a citation. */
  readonly title: Bilingual;
  readonly customer: Bilingual;
  readonly industry: string;
  readonly problems: readonly string[];
  readonly summary: Bilingual;
  readonly challenges: readonly Statement[];
  readonly solution: readonly Statement[];
  readonly outcomes: readonly Statement[];
  readonly products: readonly ProductUse[];
  /** Support, escort and migration services: shown, never matched. */
  readonly services: readonly string[];
  readonly replaced: readonly Replaced[];
  /** Contradictions and oddities of the source, said rather than averaged. */
  readonly notes: readonly Bilingual[];
  /** The document's own text, where the reader imported it or wrote it. */
  readonly text?: readonly TextBlock[];
}

export interface Product {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Id of a product category: `database`. */
  readonly category: string;
  readonly kind: 'product' | 'service';
  /** Short name for lists and labels, as engineers say it: `RDS MySQL`, `OSS`. */
  readonly short: string;
  /** What Chinese engineers say where `short` is an English word to them: 视频直播 for `Live`. */
  readonly shortZh?: string;
  readonly aliases: readonly string[];
  /** One line on what it is. */
  readonly line: Bilingual;
  /** What it is called or what took its place today, where that differs; quoted names are never changed. */
  readonly today?: Bilingual;
}

/** A named group of cases or products: industry, problem, product category. */
export interface Term extends Bilingual {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly line?: Bilingual;
}

export interface Volume {
  readonly id: string;
  readonly title: Bilingual;
  readonly publisher: Bilingual;
  /** As printed: `20220513`. */
  readonly edition: string;
  /** ISO date of the edition. */
  readonly date: string;
}

/** Everything the compiled library file holds. */
export interface LibraryData {
  /** Format of the compiled file; a reader refuses another one. */
  readonly format: 1;
  readonly volumes: readonly Volume[];
  readonly industries: readonly Term[];
  readonly problems: readonly Term[];
  readonly categories: readonly Term[];
  readonly products: readonly Product[];
  /** Family → members: `slb → [clb, alb, nlb, gwlb]`. Evidence for a member counts for its family, and is said as such. */
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly CaseStudy[];
  /** Unit as printed → English: `万家` is read as 万 + 家. */
  readonly units: Readonly<Record<string, string>>;
  /** Compile-time pinyin of every Chinese name: text → syllables joined by blanks. */
  readonly pinyin: Readonly<Record<string, string>>;
}
