// Compiles the authored YAML of this folder into the one file that the extension loads on first need. Deterministic:
// the same input gives the same bytes. Fails with file, path and reason on anything that breaks the contract.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { pinyin } from 'pinyin-pro';
import type { GenericSchema, InferOutput } from 'valibot';
import { parse } from 'yaml';
import { caseSchema, productsSchema, termsSchema, validate, volumesSchema } from '../src/core/caseSchema';
import { namesInChinese } from '../src/core/chineseNames';
import { encodeLibrary } from '../src/core/compact';
import type { CaseStudy, LibraryData, Product } from '../src/core/model';
import { referenceFindings } from '../src/core/references';
import { compareSections } from '../src/core/sections';

/** One thing that is wrong in a data file: `data/cases/inet-3.yaml: products[0].id: unknown product rdss`. */
export interface DataProblem {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

/** Reads and checks the data under `root`; the library is complete only when there are no problems. */
export function readData(root: string): { data: LibraryData; problems: readonly DataProblem[] } {
  const problems: DataProblem[] = [];
  const read = <T extends GenericSchema>(file: string, schema: T): InferOutput<T> | undefined => {
    const result = validate(
      schema,
      parseFile(join(root, file), (reason) => problems.push({ file, path: '', reason })),
    );
    for (const finding of result.findings ?? []) problems.push({ file, ...finding });
    return result.value;
  };
  const products = (read('products.yaml', productsSchema) ?? []) as Product[];
  const units = readUnits(join(root, 'units.yaml'));
  const files = readdirSync(join(root, 'cases'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const cases = files.flatMap((name) => {
    const study = read(join('cases', name), caseSchema) as CaseStudy | undefined;
    if (study && name !== `${study.id}.yaml`) {
      problems.push({ file: join('cases', name), path: 'id', reason: `the file of ${study.id} is named otherwise` });
    }
    return study ? [study] : [];
  });
  const data = assemble({
    volumes: (read('volumes.yaml', volumesSchema) ?? []).map(({ sections: _sections, ...volume }) => volume),
    industries: read('industries.yaml', termsSchema) ?? [],
    problems: read('problems.yaml', termsSchema) ?? [],
    categories: read('categories.yaml', termsSchema) ?? [],
    products,
    families: parse(readFileSync(join(root, 'families.yaml'), 'utf8')),
    cases: cases.sort((a, b) => compareSections(a.section, b.section)),
    units,
  });
  return { data, problems: [...problems, ...crossChecks(data)] };
}

function parseFile(path: string, fail: (reason: string) => void): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function readUnits(path: string): Record<string, string> {
  return parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

function assemble(parts: Omit<LibraryData, 'format' | 'pinyin'>): LibraryData {
  return { format: 1, ...parts, pinyin: pinyinTable(parts) };
}

/** Syllables of every name that somebody may type in pinyin: 弹性伸缩 → `tan xing shen suo`. */
function pinyinTable(parts: Omit<LibraryData, 'format' | 'pinyin'>): Record<string, string> {
  return Object.fromEntries(namesInChinese(parts).map((name) => [name, syllables(name)]));
}

function syllables(text: string): string {
  const parts = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return parts
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function crossChecks(data: LibraryData): DataProblem[] {
  const setOf = (items: readonly { id: string }[]) => new Set(items.map((item) => item.id));
  const known = {
    volumes: setOf(data.volumes),
    industries: setOf(data.industries),
    problems: setOf(data.problems),
    products: setOf(data.products.filter((product) => product.kind === 'product')),
    services: setOf(data.products.filter((product) => product.kind === 'service')),
    units: unitForms(data.units),
  };
  const categories = setOf(data.categories);
  return [
    ...data.cases.flatMap((study) =>
      referenceFindings(study, known).map((finding) => ({ file: `cases/${study.id}.yaml`, ...finding })),
    ),
    ...data.products
      .filter((product) => !categories.has(product.category))
      .map((product) => ({ file: 'products.yaml', path: product.id, reason: `unknown category ${product.category}` })),
    ...twice('cases', data.cases),
    ...twice('products.yaml', data.products),
  ];
}

/** `家` also allows `万家` and `亿家`: the multiplier belongs to the number. */
function unitForms(units: Readonly<Record<string, string>>): Set<string> {
  const multipliers = [
    '',
    '百',
    '千',
    '万',
    '十万',
    '百万',
    '千万',
    '亿',
    '十亿',
    '百亿',
    '千亿',
    '万亿',
    'K',
    'k',
    'M',
    'W',
    'w',
  ];
  return new Set(Object.keys(units).flatMap((unit) => multipliers.map((multiplier) => multiplier + unit)));
}

function twice(file: string, items: readonly { id: string }[]): DataProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }) => {
    if (seen.has(id)) return [{ file, path: id, reason: 'the id is used twice' }];
    seen.add(id);
    return [];
  });
}

/** Writes the compiled files to `target`; exits with 1 and the list when something is wrong. */
export function buildData(root: string, target: string): number {
  const { data, problems } = readData(root);
  for (const problem of problems) console.error(`data/${problem.file}: ${problem.path}: ${problem.reason}`);
  if (problems.length > 0) return 1;
  mkdirSync(target, { recursive: true });
  const text = encodeLibrary(data);
  writeFileSync(join(target, 'library.json'), text);
  copyFileSync(join(root, 'identifiers.tsv'), join(target, 'identifiers.tsv'));
  console.log(`library.json: ${data.cases.length} cases, ${data.products.length} products, ${kb(text)} KB`);
  return 0;
}

function kb(text: string): number {
  return Math.round(Buffer.byteLength(text) / 1024);
}
