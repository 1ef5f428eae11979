// The way in for imports: bytes or text of a case library → what taking it over would do. Pure: nothing is written here,
// and the same document gives the same plan.
import type { Bilingual, Volume } from '../model';
import { type Contents, readContents, readTitlePage, type TitlePage } from './contents';
import { decodeDocument, type Encoding, IMPORT_CEILING } from './decode';
import { fold } from './fold';
import {
  type ImportOptions,
  type ImportPlan,
  type ImportProblem,
  type ImportResult,
  type Rejection,
  UNKNOWN_PUBLISHER,
} from './importModel';
import { planJson } from './jsonCases';
import { isVolumeId, planFor, type ReadCase } from './plan';
import { type ProductNames, productNames } from './productNames';
import { sectionCase } from './sectionCase';
import { textBlocks } from './textBlocks';
import { type FoundSection, findSections, type Sections } from './volumeSections';

/** How far an import is: sections done of all. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** Reads the whole document at once. */
export function importDocument(source: Uint8Array | string, options: ImportOptions): ImportResult {
  const steps = importSteps(source, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of a few sections, so that a caller can show progress and stop between two of them. */
export function* importSteps(
  source: Uint8Array | string,
  options: ImportOptions,
): Generator<ImportProgress, ImportResult, void> {
  if (source.length > IMPORT_CEILING) return refuse('too-large', String(source.length));
  if (options.volumeId !== undefined && !isVolumeId(options.volumeId)) return refuse('volume-id', options.volumeId);
  const decoded = typeof source === 'string' ? textSource(source) : decodeDocument(source);
  if (decoded.text === undefined) return refuse(decoded.problem, '');
  const { text, encoding } = decoded;
  const origin = { name: options.fileName, encoding, characters: text.length };
  if (/\.json$/i.test(options.fileName) || /^\s*[[{]\s*["{]/.test(text)) return planJson(text, origin, options);
  return yield* planVolume(text, encoding, options);
}

function textSource(text: string): { text: string; encoding: 'text' } | { text?: undefined; problem: 'empty' } {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return clean.trim() === '' ? { problem: 'empty' } : { text: clean, encoding: 'text' };
}

function refuse(code: ImportProblem['code'], detail: string): ImportResult {
  return { problem: { code, detail } };
}

const SECTIONS_A_STEP = 10;

function* planVolume(
  text: string,
  encoding: Encoding | 'text',
  options: ImportOptions,
): Generator<ImportProgress, ImportResult, void> {
  const lines = text.split('\n');
  const contents = readContents(lines);
  const sections = findSections(lines, contents);
  const cut = endsBefore(sections, contents, lines);
  if (sections.found.length === 0) return refuse('no-cases', '');
  if (cut) return refuse('truncated', cut);
  const volume = volumeOf(readTitlePage(lines), options);
  const names = productNames(options.base.products, options.mapping, options.aliases);
  const read: ReadCase[] = [];
  for (const [i, found] of sections.found.entries()) {
    if (i % SECTIONS_A_STEP === 0) yield { done: i, total: sections.found.length };
    read.push(readSection(lines, found, volume.id, names));
  }
  if (!isCaseLibrary(read)) return refuse('no-cases', '');
  const plan = planFor(volume, read, rejections(sections), names, options);
  return withSource(plan, { name: options.fileName, encoding, characters: text.length });
}

function withSource(plan: Omit<ImportPlan, 'source'> | ImportProblem, source: ImportPlan['source']): ImportResult {
  return 'code' in plan ? { problem: plan } : { plans: [{ ...plan, source }] };
}

/** The first section of those at the end that the contents announce and the text does not reach. */
function endsBefore({ found, missing }: Sections, { entries }: Contents, lines: readonly string[]): string | undefined {
  const absent = new Set(missing);
  const lastThere = entries.findLastIndex((entry) => !absent.has(entry));
  const last = found.at(-1);
  if (last && lines.slice(last.from + 1, last.to).every((line) => line.trim() === '')) return last.section;
  return entries[lastThere + 1]?.section;
}

function rejections({ missing, doubled }: Sections): Rejection[] {
  return [
    ...missing.map(({ section, title }) => ({ what: section, title, code: 'not-found' as const, detail: '' })),
    ...doubled.map(({ section, title }) => ({ what: section, title, code: 'doubled' as const, detail: '' })),
  ];
}

function readSection(lines: readonly string[], found: FoundSection, volumeId: string, names: ProductNames): ReadCase {
  const isLast = found.to >= lines.length;
  const text = lines.slice(found.from, found.to).join('\n') + (isLast ? '' : '\n');
  const section = textBlocks(text, names);
  const study = sectionCase(volumeId, found, section);
  const hasText = section.blocks.some((block) => block.kind !== 'heading' && block.text.trim() !== '');
  return { study, listed: section.listed, isCase: hasText };
}

/** Most cases have a product list or a heading such as 业务痛点; the chapters of a manual have neither. */
function isCaseLibrary(read: readonly ReadCase[]): boolean {
  const shaped = read.filter(({ study, listed }) => listed.length > 0 || study.text?.some((block) => block.part));
  return shaped.length * 3 >= read.length;
}

/** The shipped volume of the same title and edition; else a new one whose id tells edition or title apart. */
function volumeOf(page: TitlePage, options: ImportOptions): Volume {
  const sameTitle = options.base.volumes.find(({ title }) => fold(title.zh) === fold(page.title));
  if (sameTitle && sameTitle.edition === page.edition && options.volumeId === undefined) return sameTitle;
  const stem = sameTitle?.id ?? 'vol';
  const edition = page.edition.toLowerCase().replace(/[^a-z0-9]/g, '');
  const title = page.title || options.fileName.replace(/\.[^.]*$/, '');
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(page.edition);
  return {
    id: options.volumeId ?? (edition ? `${stem}-${edition}` : stem),
    title: { zh: title, en: sameTitle?.title.en ?? title },
    publisher: sameTitle?.publisher ?? named(page.publisher),
    edition: page.edition || options.today.replaceAll('-', ''),
    date: day ? `${day[1]}-${day[2]}-${day[3]}` : options.today,
  };
}

/** A document that names no publisher has one all the same: the stored volume needs its provenance worded. */
function named({ zh, en }: Bilingual): Bilingual {
  return { zh: zh || UNKNOWN_PUBLISHER.zh, en: en || UNKNOWN_PUBLISHER.en };
}
