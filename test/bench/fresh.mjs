// One fresh process of the reading bench: node fresh.mjs bundle identifiers text line column. Prints times as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [bundle, tsv, file, line, column] = process.argv.slice(2);
const lines = readFileSync(file, 'utf8').split('\n');
const identifiers = readFileSync(tsv, 'utf8');
const source = { lineCount: lines.length, lineAt: (at) => lines[at] ?? '' };
const marks = [performance.now()];
const core = createRequire(import.meta.url)(bundle);
marks.push(performance.now());
const place = core.locateAt(source, Number(line), Number(column));
marks.push(performance.now());
const reader = core.createReader(core.loadIdentifiers(identifiers));
marks.push(performance.now());
const mention = core.mentionAt(reader.read(source, { fileName: 'file.yaml' }), Number(line), Number(column));
marks.push(performance.now());
if (!place || !mention) throw new Error('nothing found');
const [code, first, tables, last] = marks.slice(1).map((mark, i) => mark - marks[i]);
console.log(JSON.stringify({ code, place: first, tables, mention: last }));
