// The rules of mentions arranged for reading: what all of them say of one key, worked out once per key and format.
import type { Format } from '../model';
import type { Products } from './products';
import { remembered } from './remembered';
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

/** A rule that knows a value, where the value stands in the right place. */
export interface Meaning {
  readonly rule: ValueRule;
  /** The stretch of the value that is the identifier. */
  readonly written: string;
  readonly productId: string;
}

/** What a value may mean, by the rules in order. */
export type MeaningsOf = (value: string) => readonly Meaning[];

/** What the rules of one format say of one key. */
export interface KeyRules {
  /** What its values mean; `undefined` when no rule asks for them. */
  readonly values: MeaningsOf | undefined;
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
  /** What a value means under any key. */
  readonly anyValue: MeaningsOf;
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
  values: undefined,
  keys: [],
  images: [],
  isNeighbour: false,
  asksValue: false,
  isSilent: false,
};
/** No key that a rule asks for is longer. */
const LONGEST_KEY = 200;
/** Values beyond this length are not kept. */
const LONGEST_VALUE = 200;

/** One pattern that matches whatever one of the patterns does: most keys are told from it alone. */
const anyOf = (patterns: readonly RegExp[], flags: string): RegExp => {
  const sources = patterns.filter((pattern) => pattern.flags === flags).map((pattern) => `(?:${pattern.source})`);
  return new RegExp(sources.length > 0 ? sources.join('|') : '(?!)', flags);
};

/** What values mean by some rules; they are asked once for each value that is not a whole text. */
function meaningsOf(rules: readonly ValueRule[], products: Products): MeaningsOf {
  const ask: MeaningsOf = (value) =>
    rules.flatMap((rule) => {
      if (rule.value && !rule.value.test(value)) return [];
      const written = rule.part?.exec(value)?.[0] ?? value;
      const productId = products.of(rule.dialect, rule.identifier?.(written) ?? written);
      return productId === undefined || productId === rule.silent ? [] : [{ rule, written, productId }];
    });
  const asked = remembered(ask);
  return (value) => (value.length > LONGEST_VALUE ? ask(value) : asked(value));
}

/** The rules of a format. */
export function rulesOf(format: Format, products: Products): Rules {
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
        values: asked.length > 0 ? meaningsOf(asked, products) : undefined,
        keys: keyRules.filter((rule) => rule.key.test(key)),
        images: asImage,
        isNeighbour,
        asksValue: isNeighbour || asked.length > 0 || asImage.length > 0,
        isSilent: PROSE.test(key) || LOGICAL.test(key),
      };
    }),
    anyValue: meaningsOf(
      values.filter((rule) => rule.key.source === '.'),
      products,
    ),
    isObject: OBJECT_FORMATS.has(format),
  };
}
