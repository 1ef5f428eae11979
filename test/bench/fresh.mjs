// One fresh process of the reading bench: node fresh.mjs place-bundle mention-bundle identifiers text line column. Prints times
// as JSON. The first module that a process requires costs Node itself a few milliseconds: an empty one goes first.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [placeBundle, mentionBundle, tsv, file, line, column] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');
const identifiers = readFileSync(tsv, 'utf8');
const source = { lineCount: lines.length, lineAt: (at) => lines[at] ?? '' };
const folder = mkdtempSync(join(tmpdir(), 'casebook-fresh-'));
writeFileSync(join(folder, 'empty.cjs'), '');
require(join(folder, 'empty.cjs'));
rmSync(folder, { recursive: true });

const marks = [performance.now()];
const { locateAt } = require(placeBundle);
marks.push(performance.now());
const place = locateAt(source, Number(line), Number(column));
marks.push(performance.now());
const core = require(mentionBundle);
marks.push(performance.now());
const reader = core.createReader(core.loadIdentifiers(identifiers));
marks.push(performance.now());
const mention = core.mentionAt(reader.read(source, { fileName: 'file.yaml' }), Number(line), Number(column));
marks.push(performance.now());
if (!place || !mention) throw new Error('nothing found');
const [code, first, readerCode, tables, last] = marks.slice(1).map((mark, i) => mark - marks[i]);
console.log(JSON.stringify({ code, place: first, reader: readerCode, tables, mention: last }));
