// Reads a fixture for the tests of the YAML layer: what is said at the place of `$0`, and everything that is said.
import { readFileSync } from 'node:fs';
import { linesOf } from '../../src/core/text';
import { loadIdentifiers } from '../../src/yaml/identifiers';
import type { Mention } from '../../src/yaml/model';
import { createReader, mentionAt } from '../../src/yaml/reader';
import { at } from './cursor';

const table = loadIdentifiers(readFileSync(new URL('../../data/identifiers.tsv', import.meta.url), 'utf8'));
const reader = createReader(table);

/** `redis image "redis:7"`: product, tier and the marked text. */
function told(text: string, mention: Mention): string {
  const { line, start, end } = mention.span;
  return `${mention.productId} ${mention.tier} "${linesOf(text).lineAt(line).slice(start, end)}"`;
}

/** What stands at `$0`; `undefined` for nothing. */
export function toldAt(marked: string, fileName = 'file.yaml'): string | undefined {
  const { text, line, column } = at(marked);
  const mention = mentionAt(reader.read(linesOf(text), { fileName }), line, column);
  return mention && told(text, mention);
}

/** Everything that is said of a text, in source order. */
export function allTold(text: string, fileName = 'file.yaml'): string[] {
  return reader.read(linesOf(text), { fileName }).mentions.map((mention) => told(text, mention));
}
