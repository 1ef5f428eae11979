// How tests read documents of a vendor's case library.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { importDocument } from '../../src/core/importing/importDocument';
import type { ImportOptions, ImportPlan, ImportProblem } from '../../src/core/importing/importModel';
import { realLibrary } from './library';

export function importOptions(over: Partial<ImportOptions> = {}): ImportOptions {
  return { base: realLibrary().data, fileName: 'volume.txt', today: '2026-01-31', ...over };
}

/** The one plan of a document; throws with the problem where there is none. */
export function planOf(source: string | Uint8Array, over: Partial<ImportOptions> = {}): ImportPlan {
  const { plans, problem } = importDocument(source, importOptions(over));
  if (!plans?.[0]) throw new Error(JSON.stringify(problem));
  return plans[0];
}

/** Why a document is refused; `undefined` when it is not. */
export function problemOf(
  source: string | Uint8Array,
  over: Partial<ImportOptions> = {},
): ImportProblem['code'] | undefined {
  return importDocument(source, importOptions(over)).problem?.code;
}

const SOURCE = '../shared/source';

/** The document that the shipped volume was written from, where this machine has it. */
export function realSource(): Uint8Array | undefined {
  const name = existsSync(SOURCE) ? readdirSync(SOURCE).find((file) => file.endsWith('.txt')) : undefined;
  return name ? readFileSync(`${SOURCE}/${name}`) : undefined;
}
