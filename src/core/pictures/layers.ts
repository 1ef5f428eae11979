// The layers of an architecture picture, and what belongs where: by product category, with a few products that stand in
// another layer than their category. A table; a category that it does not know goes to the last layer.
import type { Library } from '../library';

export const LAYERS = ['access', 'network', 'compute', 'middleware', 'data', 'analytics', 'services'] as const;
export type Layer = (typeof LAYERS)[number];

const BY_CATEGORY: Readonly<Record<string, Layer>> = {
  compute: 'compute',
  container: 'compute',
  storage: 'data',
  'networking-cdn': 'network',
  database: 'data',
  middleware: 'middleware',
  'big-data': 'analytics',
  ai: 'analytics',
  media: 'access',
  iot: 'access',
  security: 'network',
  'devtools-ops': 'services',
  'enterprise-services': 'services',
};

const BY_PRODUCT: Readonly<Record<string, Layer>> = {
  cdn: 'access',
  dcdn: 'access',
  scdn: 'access',
  esa: 'access',
  ga: 'access',
  dns: 'access',
  'mobile-accel': 'access',
  'overseas-accel-line': 'access',
  captcha: 'access',
  apigateway: 'access',
  apig: 'access',
  miniprogram: 'access',
  mts: 'compute',
};

/** Ids of the categories that the table knows; a test holds them against the data. */
export const LAYERED_CATEGORIES: readonly string[] = Object.keys(BY_CATEGORY);

/** The layer of a product; the last one for what the library does not know. */
export function layerOf(library: Library, productId: string): Layer {
  const category = library.productById.get(productId)?.category;
  return BY_PRODUCT[productId] ?? BY_CATEGORY[category ?? ''] ?? 'services';
}
