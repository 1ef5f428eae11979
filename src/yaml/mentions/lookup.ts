// The rules of mentions arranged for reading: what all of them say of one key, worked out once per key and format.
import type { Format } from '../model';
import {
  IMAGE_KEYS,
  type ImageRule,
  KEY_RULES,
  type KeyRule,
  LOGICAL,
  PROSE,
  VALUE_RULES,
  type ValueRule,
} from './rules';

/** What the rules of one format say of one key. */
export interface KeyRules {
  readonly values: readonly ValueRule[];
  readonly keys: readonly KeyRule[];
  readonly images: readonly ImageRule[];
  /** Its value decides what a neighbour means. */
  readonly isNeighbour: boolean;
  /** Text for people, or a name of the same file. */
  readonly isSilent: boolean;
}

/** The rules of one format. */
export interface Rules {
  readonly of: (key: string) => KeyRules;
  readonly anyValue: readonly ValueRule[];
  readonly isObject: boolean;
}

/** Formats whose documents, or parts of them, are objects with `apiVersion` and `kind`. */
export const OBJECT_FORMATS: ReadonlySet<Format> = new Set([
  'kubernetes',
  'helm',
  'kubevela',
  'crossplane',
  'ansible',
  'ros',
  'serverless-devs',
]);

/** Keys whose value decides what a neighbour means. */
const NEIGHBOURS = /^(?:[Ee]ngine|loadBalancerClass|apiVersion|kind)$/;

/** The rules of a format. */
export function rulesOf(format: Format): Rules {
  const ofFormat = <R extends { readonly formats: readonly Format[] }>(rules: readonly R[]) =>
    rules.filter((rule) => rule.formats.includes(format));
  const values = ofFormat(VALUE_RULES);
  const keyed = values.filter((rule) => rule.key.source !== '.');
  const keyRules = ofFormat(KEY_RULES);
  const images = ofFormat(IMAGE_KEYS);
  return {
    of: remembered((key) => ({
      values: keyed.filter((rule) => rule.key.test(key)),
      keys: keyRules.filter((rule) => rule.key.test(key)),
      images: images.filter((rule) => rule.key.test(key)),
      isNeighbour: NEIGHBOURS.test(key),
      isSilent: PROSE.test(key) || LOGICAL.test(key),
    })),
    anyValue: values.filter((rule) => rule.key.source === '.'),
    isObject: OBJECT_FORMATS.has(format),
  };
}

/** Remembers the answers for keys; files repeat a few hundred keys, a hostile one must not fill the memory. */
function remembered<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > 5000) known.clear();
    const made = answer(key);
    known.set(key, made);
    return made;
  };
}
