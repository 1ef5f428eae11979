// A file at hand beside one case: what both have, what only the case has, what only the file has, as data.
import { firstDifference } from '../compare';
import { countedIn } from '../fileProducts';
import type { VotingRoll } from '../kin';
import type { Library } from '../library';
import { casesLike } from '../match';
import type { CaseStudy, ProductUse } from '../model';
import { LAYERS, layerOf } from '../pictures/layers';
import type { SignTier } from '../review/architecture';

/** A place of the file where a product stands. */
export interface FileMention {
  readonly productId: string;
  /** Counted from 0. */
  readonly line: number;
  readonly tier: SignTier;
  /** The identifier that told: `ALIYUN::RDS::DBInstance`. */
  readonly because: string;
}

/** A file as far as the comparison knows it. */
export interface FileSide {
  readonly name: string;
  readonly mentions: readonly FileMention[];
  /** Products that its comments leave out of account. */
  readonly ignored?: ReadonlySet<string>;
}

/** A product of the file with all its places. */
export interface FileProduct {
  readonly productId: string;
  readonly mentions: readonly FileMention[];
}

export interface FileComparison {
  readonly study: CaseStudy;
  readonly file: FileSide;
  /** `use` is the case's product; its id differs from the file's where a member of the family stands in. */
  readonly both: readonly (FileProduct & { readonly use: ProductUse })[];
  readonly onlyCase: readonly ProductUse[];
  readonly onlyFile: readonly FileProduct[];
}

/** The three sets; every product of either side is in exactly one of them. */
export function compareFile(library: Library, roll: VotingRoll, file: FileSide, study: CaseStudy): FileComparison {
  const products = productsOf(library, countedIn(library, file.mentions, file.ignored));
  const match = casesLike(
    library,
    roll,
    products.map(({ productId }) => ({ productId })),
  ).find((one) => one.study.id === study.id);
  const counterpart = new Map(match?.shared.map(({ productId, as }) => [productId, as]));
  const met = new Set(counterpart.values());
  const useOf = (id: string) => study.products.find((use) => use.id === counterpart.get(id));
  return {
    study,
    file,
    both: products.flatMap((product) => {
      const use = useOf(product.productId);
      return use ? [{ ...product, use }] : [];
    }),
    onlyCase: study.products.filter((use) => !met.has(use.id)),
    onlyFile: products.filter((product) => !useOf(product.productId)),
  };
}

function productsOf(library: Library, mentions: readonly FileMention[]): FileProduct[] {
  const byProduct = new Map<string, FileMention[]>();
  for (const mention of mentions) {
    const list = byProduct.get(mention.productId);
    if (list) list.push(mention);
    else byProduct.set(mention.productId, [mention]);
  }
  const layer = (id: string) => LAYERS.indexOf(layerOf(library, id));
  return [...byProduct]
    .map(([productId, list]) => ({ productId, mentions: list }))
    .sort((a, b) =>
      firstDifference(layer(a.productId) - layer(b.productId), (a.mentions[0]?.line ?? 0) - (b.mentions[0]?.line ?? 0)),
    );
}
