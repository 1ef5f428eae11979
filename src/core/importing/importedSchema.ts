// The contract of a case as it travels: that of a case file, plus the document's own text, and with page 0 for a
// document without pages. Reads JSON of others and what we stored ourselves; hostile keys are found before anything else.
import * as v from 'valibot';

import { caseSchema, volumesSchema } from '../caseSchema';

const PARTS = [
  'intro',
  'challenges',
  'solution',
  'outcomes',
  'testimonial',
  'products',
  'services',
  'practices',
] as const;
const KINDS = [
  'heading',
  'paragraph',
  'list',
  'table',
  'code',
  'caption',
  'figure',
  'product',
  'boilerplate',
  'pageMark',
] as const;

const textBlock = v.strictObject({
  kind: v.picklist(KINDS),
  text: v.string(),
  level: v.optional(v.picklist([1, 2, 3])),
  part: v.optional(v.picklist(PARTS)),
  product: v.optional(v.string()),
});

export const importedCaseSchema = v.strictObject({
  ...caseSchema.entries,
  page: v.pipe(v.number(), v.integer(), v.minValue(0)),
  text: v.optional(v.array(textBlock)),
});

export const volumeSchema = v.omit(volumesSchema.item, ['sections']);

export const importedVolumeSchema = v.strictObject({
  format: v.literal(1),
  volume: volumeSchema,
  source: v.strictObject({ name: v.string(), encoding: v.string(), characters: v.number() }),
  cases: v.array(importedCaseSchema),
});

/** The first key that would reach into an object's prototype, with its path; nesting without end counts as hostile too. */
export function hostileKey(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > 40) return `${path} …`;
  for (const key of Object.keys(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return here;
    const below = hostileKey((value as Record<string, unknown>)[key], here, depth + 1);
    if (below) return below;
  }
  return undefined;
}
