// What a mention means in the light of its neighbours: the engine beside an RDS type, the class of a load balancer, the
// kind beside an apiVersion. It collects while a block is read and settles when the block ends.
import { type IdentifierTable, productOf } from '../identifiers';
import type { Mention, PathItem, ScalarToken } from '../model';
import { ENGINES } from './rules';

/** Everything that waits for a neighbour while one block is read; most blocks have nothing of the kind. */
export interface Pending {
  /** Scope of a resource → product that its engine tells. */
  engines?: Map<string, string>;
  /** Scopes of Kubernetes objects with the class of an NLB. */
  networkBalancers?: Set<string>;
  /** Paths of annotation maps that hold a key of the AWS controller. */
  foreignAnnotations?: Set<string>;
  /** Scope → the `apiVersion` and `kind` of an object. */
  objects?: Map<string, { apiVersion?: TokenAt; kind?: TokenAt }>;
}

/** A token that outlives its visit. */
export interface TokenAt {
  readonly token: Pick<ScalarToken, 'span' | 'text'>;
  readonly path: readonly PathItem[];
}

/** One string for a path, so that paths can be compared and kept. */
export const scopeOf = (path: readonly PathItem[], dropLast: number): string =>
  path.slice(0, path.length - dropLast).join('\u0000');

const ENGINE_PARENTS = /^(?:properties|forprovider|(?:alibaba\.alicloud\.)?(?:ali|alicloud)_rds_instance)$/i;

/** Notes an `Engine` value: of `Properties.Engine` the scope is the resource, of a module the module's key. */
export function noteEngine(pending: Pending, path: readonly PathItem[], text: string): void {
  const parent = String(path[path.length - 2] ?? '');
  const product = ENGINES[text.toLowerCase()];
  if (product === undefined || !ENGINE_PARENTS.test(parent)) return;
  const dropped = /^ali/.test(parent) ? 1 : parent === 'forProvider' && path[path.length - 3] === 'spec' ? 3 : 2;
  pending.engines ??= new Map();
  pending.engines.set(scopeOf(path, dropped), product);
}

/** Notes `loadBalancerClass: alibabacloud.com/nlb`, for the annotations of the same object or the same values block. */
export function noteLoadBalancer(pending: Pending, path: readonly PathItem[], text: string): void {
  if (text !== 'alibabacloud.com/nlb') return;
  pending.networkBalancers ??= new Set();
  pending.networkBalancers.add(scopeOf(path, 1));
  if (path[path.length - 2] === 'spec') pending.networkBalancers.add(scopeOf(path, 2));
}

/** Notes an annotation of the AWS controller: the map it stands in is not about Alibaba Cloud. */
export function noteForeign(pending: Pending, path: readonly PathItem[]): void {
  pending.foreignAnnotations ??= new Set();
  pending.foreignAnnotations.add(scopeOf(path, 1));
}

/** Notes one half of `apiVersion` + `kind`. */
export function noteObject(pending: Pending, half: 'apiVersion' | 'kind', at: TokenAt): void {
  const scope = scopeOf(at.path, 1);
  pending.objects ??= new Map();
  pending.objects.set(scope, { ...pending.objects.get(scope), [half]: at });
}

/** `oss.alibaba.crossplane.io/v1alpha1`, `Bucket` → `oss.alibaba.crossplane.io/Bucket`. */
export const objectIdentifier = (apiVersion: string, kind: string): string =>
  `${apiVersion.slice(0, apiVersion.lastIndexOf('/') + 1)}${kind}`;

/** The product of an object by its group and kind; groups of other clouds and of Kubernetes itself have none. */
export function productOfObject(table: IdentifierTable, apiVersion: string, kind: string): string | undefined {
  if (!apiVersion.includes('/') || !/alibaba|alicloud|aliyun/.test(apiVersion)) return undefined;
  return productOf(table, 'kind', objectIdentifier(apiVersion, kind));
}

/** The mentions of a block as its neighbours make them out. */
export function settle(mentions: readonly Mention[], pending: Pending): readonly Mention[] {
  const { engines, networkBalancers, foreignAnnotations } = pending;
  if (!engines && !networkBalancers && !foreignAnnotations) return mentions;
  return mentions
    .filter((mention) => mention.productId !== 'alb' || !foreignAnnotations?.has(scopeOf(mention.path, 1)))
    .map((mention) => settled(mention, pending));
}

function settled(mention: Mention, { engines, networkBalancers }: Pending): Mention {
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
