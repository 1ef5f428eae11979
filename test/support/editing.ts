// Asks hover and completion for a marked text as the editor does, without an editor.
import { readFileSync } from 'node:fs';

import { typedNames } from '../../src/core/completions/names';
import { type FileEvidence, fileEvidence } from '../../src/core/fileEvidence';
import { usedIn } from '../../src/core/fileProducts';
import { votingRoll } from '../../src/core/kin';
import type { Library } from '../../src/core/library';
import type { Lang } from '../../src/core/model';
import { ignoredProducts, readSuppressions } from '../../src/core/suppress';
import { linesOf } from '../../src/core/text';
import { type CompletionEntry, completeAt } from '../../src/yaml/complete';
import { declaredIn } from '../../src/yaml/declarations';
import { loadIdentifiers } from '../../src/yaml/identifiers';
import { mentionTouching } from '../../src/yaml/mentionsBetween';
import { createReader, cursorAt, type Reading } from '../../src/yaml/reader';
import { slotValues } from '../../src/yaml/slotValues';
import { at } from './cursor';
import { realLibrary } from './library';

const table = loadIdentifiers(readFileSync(new URL('../../data/identifiers.tsv', import.meta.url), 'utf8'));
const reader = createReader(table);
const values = slotValues(table);

/** What the library says to a reading. */
export function evidenceOf(library: Library, reading: Reading, mentions = reading.mentions): FileEvidence {
  const { lines } = reading.text;
  const source = { lineCount: lines.length, lineAt: (line: number) => lines[line] ?? '' };
  const ignored = ignoredProducts(library, readSuppressions(source).names);
  const used = usedIn(library, mentions, ignored);
  return fileEvidence(library, rolls(library), used, ignored).saying(() => declaredIn(reading, source));
}

export function readingOf(text: string, fileName = 'file.yaml'): Reading {
  return reader.read(linesOf(text), { fileName });
}

const names = keptPer(typedNames);
const rolls = keptPer(votingRoll);

/** What is made of a library once and asked often. */
function keptPer<T>(make: (library: Library) => T): (library: Library) => T {
  const kept = new WeakMap<Library, { readonly made: T }>();
  return (library) => {
    const known = kept.get(library) ?? { made: make(library) };
    kept.set(library, known);
    return known.made;
  };
}

export interface Asking {
  readonly library?: Library;
  readonly lang?: Lang;
  readonly fileName?: string;
  readonly isAfterOthers?: boolean;
}

/** The entries at `$0`, in the order of their sort texts. */
export function completionsAt(marked: string, asking: Asking = {}): CompletionEntry[] {
  const { text, line, column } = at(marked);
  const library = asking.library ?? realLibrary();
  const lines = linesOf(text);
  const reading = readingOf(text, asking.fileName);
  const cursor = cursorAt(reading, lines, line, column);
  if (!cursor) return [];
  const written = mentionTouching(reading, line, column);
  return completeAt({
    lines,
    cursor,
    column,
    reading,
    evidence: evidenceOf(
      library,
      reading,
      reading.mentions.filter((one) => one !== written),
    ),
    names: names(library),
    values,
    lang: asking.lang ?? 'en',
    isAfterOthers: asking.isAfterOthers ?? true,
  });
}

/** The whole text after taking the entry that writes `value`. */
export function textAfter(marked: string, value: string, asking: Asking = {}): string {
  const entries = completionsAt(marked, asking);
  const entry = entries.find(({ completion }) => completion.value === value);
  if (!entry) throw new Error(`no entry ${value} among: ${entries.map(({ label }) => label).join(', ')}`);
  const lines = at(marked).text.split('\n');
  const { line, start, end } = entry.span;
  const old = lines[line] ?? '';
  lines[line] = old.slice(0, start) + entry.insertText + old.slice(end);
  return lines.join('\n');
}
