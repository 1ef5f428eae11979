// What a mention means in the light of its neighbours: the engine beside an RDS type, the class of a load balancer, the
// kind beside an apiVersion. It collects while a block is read and settles when the block, then the document ends.
import type { Mention, PathItem } from '../model';
import type { Products } from './products';
import { ENGINES } from './rules';

/** What neighbours say; most blocks have nothing of the kind. */
export interface Facts {
  /** Scope of a resource → product that its engine tells. */
  engines?: Map<string, string>;
  /** Scopes of Kubernetes objects with the class of an NLB. */
  networkBalancers?: Set<string>;
  /** Paths of annotation maps that hold a key of the AWS controller. */
  foreignAnnotations?: Set<string>;
}

/** Everything that waits for a neighbour while one block is read. */
export interface Pending extends Facts {
  /** Values of `apiVersion` and `kind` that may belong together. */
  objects?: TokenAt[];
}

/** A token that outlives its visit. */
export interface TokenAt {
  readonly text: string;
  readonly span: Mention['span'];
  readonly path: readonly PathItem[];
}

/** One string for a path, so that paths can be compared and kept. */
export const scopeOf = (path: readonly PathItem[], dropLast: number): string =>
  path.slice(0, path.length - dropLast).join('\u0000');

const depthOf = (scope: string): number => (scope === '' ? 0 : scope.split('\u0000').length);

const ENGINE_PARENTS = /^(?:properties|forprovider|(?:alibaba\.alicloud\.)?(?:ali|alicloud)_rds_instance)$/i;

/** Notes an `Engine` value: of `Properties.Engine` the scope is the resource, of a module the module's key. */
export function noteEngine(facts: Facts, path: readonly PathItem[], text: string): void {
  const parent = String(path[path.length - 2] ?? '');
  const product = ENGINES[text.toLowerCase()];
  if (product === undefined || !ENGINE_PARENTS.test(parent)) return;
  const dropped = /^ali/.test(parent) ? 1 : parent === 'forProvider' && path[path.length - 3] === 'spec' ? 3 : 2;
  facts.engines ??= new Map();
  facts.engines.set(scopeOf(path, dropped), product);
}

/** Notes `loadBalancerClass: alibabacloud.com/nlb`, for the annotations of the same object or the same values block. */
export function noteLoadBalancer(facts: Facts, path: readonly PathItem[], text: string): void {
  if (text !== 'alibabacloud.com/nlb') return;
  facts.networkBalancers ??= new Set();
  facts.networkBalancers.add(scopeOf(path, 1));
  if (path[path.length - 2] === 'spec') facts.networkBalancers.add(scopeOf(path, 2));
}

/** Notes an annotation of the AWS controller: the map it stands in is not about Alibaba Cloud. */
export function noteForeign(facts: Facts, path: readonly PathItem[]): void {
  facts.foreignAnnotations ??= new Set();
  facts.foreignAnnotations.add(scopeOf(path, 1));
}

/** `oss.alibaba.crossplane.io/v1alpha1`, `Bucket` → `oss.alibaba.crossplane.io/Bucket`. */
export const objectIdentifier = (apiVersion: string, kind: string): string =>
  `${apiVersion.slice(0, apiVersion.lastIndexOf('/') + 1)}${kind}`;

/** Whether an `apiVersion` is of a group of Alibaba Cloud's; those of other clouds and of Kubernetes itself are not. */
export const isOwnGroup = (apiVersion: string): boolean =>
  apiVersion.includes('/') && /alibaba|alicloud|aliyun/.test(apiVersion);

/** The product of an object by its group and kind. */
export const productOfObject = (products: Products, apiVersion: string, kind: string): string | undefined =>
  isOwnGroup(apiVersion) ? products.of('kind', objectIdentifier(apiVersion, kind)) : undefined;

/** The pairs of `apiVersion` and `kind` that stand side by side, as far as one group of Alibaba Cloud's is among them. */
export function pairsOf(objects: readonly TokenAt[]): { readonly apiVersion: TokenAt; readonly kind: TokenAt }[] {
  const groups = objects.filter(({ path, text }) => path[path.length - 1] === 'apiVersion' && isOwnGroup(text));
  if (groups.length === 0) return [];
  const kinds = new Map<string, TokenAt>();
  for (const one of objects) if (one.path[one.path.length - 1] === 'kind') kinds.set(scopeOf(one.path, 1), one);
  return groups.flatMap((apiVersion) => {
    const kind = kinds.get(scopeOf(apiVersion.path, 1));
    return kind ? [{ apiVersion, kind }] : [];
  });
}

/** The mentions of a block as its neighbours make them out. */
export function settle(mentions: readonly Mention[], facts: Facts): readonly Mention[] {
  const { engines, networkBalancers, foreignAnnotations } = facts;
  if (!engines && !networkBalancers && !foreignAnnotations) return mentions;
  return mentions
    .filter((mention) => mention.productId !== 'alb' || !foreignAnnotations?.has(scopeOf(mention.path, 1)))
    .map((mention) => settled(mention, facts));
}

function settled(mention: Mention, { engines, networkBalancers }: Facts): Mention {
  const { path, productId } = mention;
  if (engines && productId === 'rds' && mention.tier === 'declared') {
    const engine = engines.get(scopeOf(path, 1)) ?? engines.get(scopeOf(path, 0));
    return engine === undefined ? mention : { ...mention, productId: engine };
  }
  if (networkBalancers && productId === 'clb' && path[path.length - 2] === 'annotations') {
    const isNetwork = networkBalancers.has(scopeOf(path, 2)) || networkBalancers.has(scopeOf(path, 3));
    return isNetwork ? { ...mention, productId: 'nlb' } : mention;
  }
  return mention;
}

/**
 * The part of the facts that other blocks of the document must hear of: those about a scope that begins outside a block
 * whose content stands `depth` steps deep.
 */
export function outerFacts(facts: Facts, depth: number): Facts | undefined {
  if (!facts.engines && !facts.networkBalancers && !facts.foreignAnnotations) return undefined;
  const isOuter = (scope: string) => depthOf(scope) <= depth;
  const engines = [...(facts.engines ?? [])].filter(([scope]) => isOuter(scope));
  const balancers = [...(facts.networkBalancers ?? [])].filter(isOuter);
  const foreign = [...(facts.foreignAnnotations ?? [])].filter(isOuter);
  if (engines.length + balancers.length + foreign.length === 0) return undefined;
  return {
    engines: new Map(engines),
    networkBalancers: new Set(balancers),
    foreignAnnotations: new Set(foreign),
  };
}

/** What all blocks of a document say to each other; `undefined` when nothing, as nearly always. */
export function commonFacts(parts: readonly { readonly facts: Facts | undefined }[]): Facts | undefined {
  if (!parts.some(({ facts }) => facts)) return undefined;
  const saying = parts.flatMap(({ facts }) => facts ?? []);
  return {
    engines: new Map(saying.flatMap(({ engines }) => [...(engines ?? [])])),
    networkBalancers: new Set(saying.flatMap(({ networkBalancers }) => [...(networkBalancers ?? [])])),
    foreignAnnotations: new Set(saying.flatMap(({ foreignAnnotations }) => [...(foreignAnnotations ?? [])])),
  };
}
