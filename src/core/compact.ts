// The compiled library on disk: records as arrays in a fixed order of fields, so that no field name is written twice.
// A table of shapes drives both directions; what is absent or empty costs nothing at the end of a record.
import { namesInChinese } from './chineseNames';
import type { LibraryData } from './model';

type Shape = 'plain' | { readonly list: Shape } | { readonly fields: readonly Field[] };
interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** What stands for an absent or empty value: nothing at all, or the empty list. */
  readonly absent?: 'nothing' | 'empty';
}

const plain = (name: string): Field => ({ name, shape: 'plain' });
const field = (name: string, shape: Shape): Field => ({ name, shape });
const optional = (name: string, shape: Shape = 'plain'): Field => ({ name, shape, absent: 'nothing' });
const listOf = (name: string, shape: Shape = 'plain'): Field => ({ name, shape: { list: shape }, absent: 'empty' });
const maybeList = (name: string, shape: Shape = 'plain'): Field => ({
  name,
  shape: { list: shape },
  absent: 'nothing',
});
const record = (...fields: readonly Field[]): Shape => ({ fields });

const BILINGUAL = record(plain('zh'), plain('en'));
const FIGURE = record(
  plain('value'),
  plain('unit'),
  plain('kind'),
  optional('label', BILINGUAL),
  optional('bound'),
  optional('from', record(plain('value'), plain('unit'))),
);
const STATEMENT = record(
  plain('zh'),
  plain('en'),
  maybeList('products'),
  maybeList('problems'),
  maybeList('figures', FIGURE),
);
const CASE = record(
  plain('id'),
  plain('volume'),
  plain('section'),
  plain('page'),
  field('title', BILINGUAL),
  field('customer', BILINGUAL),
  plain('industry'),
  listOf('problems'),
  field('summary', BILINGUAL),
  listOf('challenges', STATEMENT),
  listOf('solution', STATEMENT),
  listOf('outcomes', STATEMENT),
  listOf('products', record(plain('id'), plain('listed'), field('role', BILINGUAL))),
  listOf('services'),
  listOf('replaced', record(field('what', BILINGUAL), plain('relation'), optional('by'))),
  listOf('notes', BILINGUAL),
);
const TERM = record(plain('id'), plain('zh'), plain('en'), maybeList('aliases'), optional('line', BILINGUAL));
const PRODUCT = record(
  plain('id'),
  plain('zh'),
  plain('en'),
  plain('category'),
  plain('kind'),
  plain('short'),
  listOf('aliases'),
  field('line', BILINGUAL),
  optional('today', BILINGUAL),
  optional('shortZh'),
);

/** Everything but the pinyin, which is written in the order of the names it belongs to. */
const LIBRARY: Readonly<Record<Exclude<keyof LibraryData, 'pinyin'>, Shape>> = {
  format: 'plain',
  volumes: 'plain',
  industries: { list: TERM },
  problems: { list: TERM },
  categories: { list: TERM },
  products: { list: PRODUCT },
  families: 'plain',
  units: 'plain',
  cases: { list: CASE },
};

/** The text of the compiled file; the same data gives the same text. */
export function encodeLibrary(data: LibraryData): string {
  const packed = Object.entries(LIBRARY).map(([key, shape]) => [key, pack(data[key as keyof typeof LIBRARY], shape)]);
  const pinyin = namesInChinese(data).map((name) => data.pinyin[name] ?? '');
  return JSON.stringify({ ...Object.fromEntries(packed), pinyin });
}

/** Undoes `encodeLibrary` on the parsed JSON. Throws a `TypeError` on a file that is not one of ours. */
export function decodeLibrary(packed: Readonly<Record<string, unknown>>): LibraryData {
  const entries = Object.entries(LIBRARY).map(([key, shape]) => [key, unpack(packed[key], shape)]);
  const data = Object.fromEntries(entries) as Omit<LibraryData, 'pinyin'>;
  const syllables = packed.pinyin as readonly string[];
  const pinyin = Object.fromEntries(namesInChinese(data).map((name, i) => [name, syllables[i] ?? '']));
  return { ...data, pinyin };
}

function pack(value: unknown, shape: Shape): unknown {
  if (shape === 'plain' || value === undefined) return value;
  if ('list' in shape) return (value as readonly unknown[]).map((item) => pack(item, shape.list));
  const cells = shape.fields.map(({ name, shape: inner }) => {
    const cell = pack((value as Readonly<Record<string, unknown>>)[name], inner);
    return cell === undefined || (Array.isArray(cell) && cell.length === 0) ? null : cell;
  });
  while (cells.at(-1) === null) cells.pop();
  return cells;
}

function unpack(value: unknown, shape: Shape): unknown {
  if (shape === 'plain') return value;
  if (!Array.isArray(value)) throw new TypeError('a list was expected in the compiled library');
  if ('list' in shape) return value.map((item) => unpack(item, shape.list));
  const result: Record<string, unknown> = {};
  shape.fields.forEach(({ name, shape: inner, absent }, i) => {
    const cell = value[i];
    if (cell !== undefined && cell !== null) result[name] = unpack(cell, inner);
    else if (absent === 'empty') result[name] = [];
    else if (absent === undefined) throw new TypeError(`${name} is missing in the compiled library`);
  });
  return result;
}
