// An architecture as the review sees it: which products stand where in one file, a selection or many files, how sure
// each sign is, and what the author said about it. Plain data; where it was read is the caller's business.
import { compareCodePoints, firstDifference } from '../compare';
import type { UsedProduct } from '../match';
import type { Answer } from './questions';

/** How sure a sign of a product is; see the YAML layer's `Tier`. */
export type SignTier = 'declared' | 'configured' | 'image' | 'written';

/** One place where a product stands. */
export interface Sign {
  readonly productId: string;
  /** Label of the file, as the report shows it: `deploy/rds.yaml`. */
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
  readonly tier: SignTier;
  /** The identifier that told. */
  readonly because: string;
}

/** A product of the architecture with all its places; the strongest sign decides how much it counts. */
export interface ArchitectureProduct {
  readonly productId: string;
  readonly tier: SignTier;
  readonly signs: readonly Sign[];
}

export interface Architecture {
  /** By file and line, so that the order of reading does not matter. */
  readonly products: readonly ArchitectureProduct[];
  readonly files: readonly ArchitectureFile[];
  /** Ids that an `architecture.yaml` declares. */
  readonly industry?: string;
  readonly problems: readonly string[];
  /** Products that a comment leaves out of account: nothing asks about them. */
  readonly ignored: readonly string[];
}

export interface ArchitectureFile {
  readonly file: string;
  /** `ros`, `kubernetes`, …; several for a file of several documents, empty when nothing was recognised. */
  readonly formats: readonly string[];
  /** What each document was taken for, and why. */
  readonly documents: readonly DocumentNote[];
  /** Why the file was not read; absent when it was. */
  readonly unread?: UnreadReason;
  /** Places that name a resource or an image of which we know no product, in the order of the text. */
  readonly unknown: readonly UnknownName[];
}

/** What one document was taken for: format and reason as the YAML layer gives them. */
export interface DocumentNote {
  readonly format: string;
  /** `key`, `kind`, `file-name`, …, and its variable part: `ROSTemplateFormatVersion`. */
  readonly code: string;
  readonly detail: string;
  /** Zero-based first line. */
  readonly line: number;
}

/** Why a file was not read. */
export interface UnreadReason {
  readonly code: 'too-large' | 'binary' | 'long-line' | 'cancelled' | 'unreadable' | 'silenced';
  readonly detail: string;
}

/** `ALIYUN::Brand::New` on line 12. */
export interface UnknownName {
  readonly text: string;
  readonly line: number;
}

/** One file as a review takes it. */
export interface FileSigns {
  readonly file: ArchitectureFile;
  readonly signs: readonly Sign[];
  readonly answers: readonly Answer[];
  /** Names that `# cases: ignore …` leaves out of account. */
  readonly ignored: readonly string[];
  /** Industry and problem ids that an `architecture.yaml` declares. */
  readonly industry?: string;
  readonly problems: readonly string[];
}

/** What each tier counts: a declared resource fully, a self-hosted image least. */
export const CERTAINTY: Readonly<Record<SignTier, number>> = { declared: 1, configured: 0.8, written: 0.6, image: 0.5 };

/** The surest sign first. */
export const STRENGTH: readonly SignTier[] = ['declared', 'configured', 'written', 'image'];

/** Gathers signs into products. Any order of signs and files gives the same architecture. */
export function gatherArchitecture(
  signs: readonly Sign[],
  files: readonly ArchitectureFile[],
  said: Partial<Pick<Architecture, 'industry' | 'problems' | 'ignored'>> = {},
): Architecture {
  const byProduct = new Map<string, Sign[]>();
  for (const sign of [...signs].sort(byPlace)) {
    const known = byProduct.get(sign.productId);
    if (known) known.push(sign);
    else byProduct.set(sign.productId, [sign]);
  }
  const products = [...byProduct].map(([productId, places]): ArchitectureProduct => {
    const tier = STRENGTH.find((candidate) => places.some((place) => place.tier === candidate)) ?? 'image';
    return { productId, tier, signs: places };
  });
  return {
    products,
    files: [...files].sort((a, b) => compareCodePoints(a.file, b.file)),
    ...(said.industry && { industry: said.industry }),
    problems: said.problems ?? [],
    ignored: said.ignored ?? [],
  };
}

function byPlace(a: Sign, b: Sign): number {
  return firstDifference(
    compareCodePoints(a.file, b.file),
    a.line - b.line,
    compareCodePoints(a.productId, b.productId),
  );
}

/** The products with what they count, as the matching wants them. */
export function usedProducts(architecture: Architecture): UsedProduct[] {
  return architecture.products.map(({ productId, tier }) => ({ productId, certainty: CERTAINTY[tier] }));
}
