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
  /** One of the above wants to see its value. */
  readonly asksValue: boolean;
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

/** What the rules say of nearly every key. */
export const NO_RULES: KeyRules = {
  values: [],
  keys: [],
  images: [],
  isNeighbour: false,
  asksValue: false,
  isSilent: false,
};
/** No key that a rule asks for is longer. */
const LONGEST_KEY = 200;

/** One pattern that matches whatever one of the patterns does: most keys are told from it alone. */
const anyOf = (patterns: readonly RegExp[], flags: string): RegExp => {
  const sources = patterns.filter((pattern) => pattern.flags === flags).map((pattern) => `(?:${pattern.source})`);
  return new RegExp(sources.length > 0 ? sources.join('|') : '(?!)', flags);
};

/** The rules of a format. */
export function rulesOf(format: Format): Rules {
  const ofFormat = <R extends { readonly formats: readonly Format[] }>(rules: readonly R[]) =>
    rules.filter((rule) => rule.formats.includes(format));
  const values = ofFormat(VALUE_RULES);
  const keyed = values.filter((rule) => rule.key.source !== '.');
  const keyRules = ofFormat(KEY_RULES);
  const images = ofFormat(IMAGE_KEYS);
  const patterns = [...keyed, ...keyRules, ...images].map((rule) => rule.key).concat(NEIGHBOURS, PROSE, LOGICAL);
  const exact = anyOf(patterns, '');
  const anyCase = anyOf(patterns, 'i');
  return {
    of: remembered((key) => {
      if (key.length > LONGEST_KEY || !(exact.test(key) || anyCase.test(key))) return NO_RULES;
      const asked = keyed.filter((rule) => rule.key.test(key));
      const asImage = images.filter((rule) => rule.key.test(key));
      const isNeighbour = NEIGHBOURS.test(key);
      return {
        values: asked,
        keys: keyRules.filter((rule) => rule.key.test(key)),
        images: asImage,
        isNeighbour,
        asksValue: isNeighbour || asked.length > 0 || asImage.length > 0,
        isSilent: PROSE.test(key) || LOGICAL.test(key),
      };
    }),
    anyValue: values.filter((rule) => rule.key.source === '.'),
    isObject: OBJECT_FORMATS.has(format),
  };
}

/** Remembers answers: files repeat a few hundred keys and names, a hostile one must not fill the memory. */
export function remembered<T extends object>(answer: (key: string) => T): (key: string) => T {
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
