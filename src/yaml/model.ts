// The vocabulary of the YAML layer: what stands in a file, as plain data. It knows no product names and no editor.
import type { Span } from '../core/text';

/** The infrastructure formats that are told apart, and `none` for a document of no known format. */
export type Format =
  | 'ros'
  | 'oos'
  | 'kubernetes'
  | 'helm'
  | 'compose'
  | 'serverless-devs'
  | 'pulumi'
  | 'crossplane'
  | 'kubevela'
  | 'ansible'
  | 'architecture'
  | 'none';

/** One step of a path: a mapping key or a position in a sequence, as in `['Resources', 'Db', 'Type']`, `['services', 0]`. */
export type PathItem = string | number;

/**
 * How sure a mention is: `declared` a resource of that product (`Type: ALIYUN::RDS::DBInstance`, `product: rds`),
 * `configured` a setting that only makes sense with it (annotation, endpoint host, policy name), `image` a self-hosted
 * image whose managed counterpart it is, `written` an identifier inside a block scalar, script or nested document.
 */
export type Tier = 'declared' | 'configured' | 'image' | 'written';

/** A scalar that the scanner met. `path` of a key includes the key; `path` of a value ends at its key or index. */
export interface ScalarToken {
  /** `key` a mapping key, `value` a plain or quoted scalar, `text` one line of a block scalar or of a multi-line scalar. */
  readonly role: 'key' | 'value' | 'text';
  /** Without quotes and surrounding space. */
  readonly span: Span;
  /** The source text inside the span, escapes not resolved. */
  readonly text: string;
  /** Valid only during the visit: copy it to keep it. */
  readonly path: readonly PathItem[];
  /** Number of the YAML document in the file, from 0. */
  readonly document: number;
  /** Indentation column of the line's own content. */
  readonly indent: number;
}

/** One YAML document of a file: `[startLine, endLine)`, and what it was taken for. */
export interface DocumentReading {
  readonly startLine: number;
  readonly endLine: number;
  readonly format: Format;
  /** Why, fit to be shown: `ROS: key ROSTemplateFormatVersion`. A code and its variable part; the host words it. */
  readonly because: FormatReason;
}

export interface FormatReason {
  readonly code:
    | 'override'
    | 'key'
    | 'keys'
    | 'kind'
    | 'file-name'
    | 'language'
    | 'nothing-known'
    | 'empty'
    | 'template';
  /** The key, kind or name that decided: `ROSTemplateFormatVersion`. */
  readonly detail: string;
}

/** A product that stands at a place of the file. */
export interface Mention {
  /** Id of `data/products.yaml`: `rds-mysql`. */
  readonly productId: string;
  readonly span: Span;
  readonly tier: Tier;
  /** The identifier that told: `ALIYUN::RDS::DBInstance`, `redis`, `*.oss-*.aliyuncs.com`. */
  readonly because: string;
  /** The format of the document the mention stands in. */
  readonly format: Format;
  /** Path of the token: `['Resources', 'Db', 'Type']`. */
  readonly path: readonly PathItem[];
}

/** Where the cursor is, in valid and in half-typed text. */
export interface Cursor {
  readonly document: number;
  readonly format: Format;
  readonly path: readonly PathItem[];
  /** `gap`: a place where something may be written (after `Type: `, on an empty line); path is where it would stand. */
  readonly role: 'key' | 'value' | 'gap' | 'comment' | 'text';
  /** The token under the cursor; empty at the cursor for a gap. For a comment: the whole comment from `#`. */
  readonly span: Span;
  readonly text: string;
  /** Whether a bracket or brace is open there, on this line or one above: a comma ends what is written without quotes. */
  readonly isInFlow: boolean;
}
