// Real infrastructure files for tests that want them. They are not part of the project: without them those tests skip.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../../../shared/corpus/', import.meta.url);

export interface CorpusFile {
  /** `ros`, `kubernetes`, `compose`: the folder. */
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

export const hasCorpus = existsSync(ROOT);

/** Every file of the corpus, or every `step`th whose size is at most `maxLength` characters; in a fixed order. */
export function corpusFiles(step: number, maxLength: number): readonly CorpusFile[] {
  if (!hasCorpus) return [];
  const names = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\/.*\.(?:ya?ml|tpl)$/.test(name))
    .sort()
    .filter((_, index) => index % step === 0)
    .map((name) => ({
      kind: name.slice(0, name.indexOf('/')),
      name,
      text: readFileSync(new URL(encodeURI(name).replaceAll('#', '%23').replaceAll('?', '%3F'), ROOT), 'utf8').replace(
        /^\uFEFF/,
        '',
      ),
    }))
    .filter((file) => file.text.length <= maxLength);
}

/** A small deterministic source of numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
