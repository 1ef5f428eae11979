// JSON of our own contract as an import: a list of cases, or an object with `volumes` and `cases`, as our export and the
// compiled library write it. Every case is checked by itself; a bad one is rejected, the others stay.
import type { InferOutput } from 'valibot';

import { type Finding, validate, volumesSchema } from '../caseSchema';
import type { CaseStudy, Volume } from '../model';
import { hostileKey, importedCaseSchema, volumeSchema } from './importedSchema';
import {
  type ImportOptions,
  type ImportPlan,
  type ImportResult,
  type ImportSource,
  type Rejection,
  UNKNOWN_PUBLISHER,
} from './importModel';
import { isReserved, isVolumeId, planFor, type ReadCase } from './plan';
import { type ProductNames, productNames } from './productNames';
import { UNCLASSIFIED } from './sectionCase';
import type { ListedName } from './textBlocks';

/** One plan for each volume that the cases belong to. */
export function planJson(text: string, source: ImportSource, options: ImportOptions): ImportResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: { code: 'not-json', detail: error instanceof Error ? error.message : String(error) } };
  }
  const hostile = hostileKey(value);
  if (hostile) return { problem: { code: 'hostile', detail: hostile } };
  const { cases, volumes } = listsOf(value);
  if (!cases || cases.length === 0) return { problem: { code: 'no-cases', detail: '' } };
  const names = productNames(options.base.products, options.mapping, options.aliases);
  const known = [...options.base.volumes, ...volumes];
  const { read, rejected } = readCases(cases, names, options);
  const plans: ImportPlan[] = [];
  for (const [id, group] of byVolume(read, rejected)) {
    const volume = known.find((other) => other.id === id) ?? unnamedVolume(id, options);
    const plan = planFor(volume, group, plans.length === 0 ? rejected : [], names, options);
    if ('code' in plan) return { problem: plan };
    plans.push({ ...plan, source });
  }
  return { plans };
}

function listsOf(value: unknown): { cases?: readonly unknown[]; volumes: readonly Volume[] } {
  if (Array.isArray(value)) return { cases: value, volumes: [] };
  if (typeof value !== 'object' || value === null) return { volumes: [] };
  const { cases, volumes, volume } = value as { cases?: unknown; volumes?: unknown; volume?: unknown };
  const list = Array.isArray(volumes) ? volumes : volume === undefined ? [] : [volume];
  const valid = list.flatMap(
    (one) => validate(volumeSchema, one).value ?? validate(volumesSchema.item, one).value ?? [],
  );
  return { ...(Array.isArray(cases) && { cases }), volumes: valid };
}

/** Rejected cases alone still give a plan, so that the reader learns why. */
function byVolume(read: readonly ReadCase[], rejected: readonly Rejection[]): Map<string, ReadCase[]> {
  const groups = new Map<string, ReadCase[]>();
  for (const one of read) {
    const group = groups.get(one.study.volume);
    if (group) group.push(one);
    else groups.set(one.study.volume, [one]);
  }
  if (groups.size === 0 && rejected.length > 0) groups.set('vol', []);
  return groups;
}

function unnamedVolume(id: string, { today, fileName }: ImportOptions): Volume {
  const title = fileName.replace(/\.[^.]*$/, '') || id;
  const edition = today.replaceAll('-', '');
  return { id, title: { zh: title, en: title }, publisher: UNKNOWN_PUBLISHER, edition, date: today };
}

function readCases(
  cases: readonly unknown[],
  names: ProductNames,
  options: ImportOptions,
): { read: ReadCase[]; rejected: Rejection[] } {
  const read: ReadCase[] = [];
  const rejected: Rejection[] = [];
  const seen = new Set<string>();
  cases.forEach((value, i) => {
    const { value: study, findings } = validate(importedCaseSchema, value);
    const reject = (code: Rejection['code'], detail: string) => {
      rejected.push({ what: labelOf(value, 'id') || `[${i}]`, title: labelOf(value, 'title'), code, detail });
    };
    const reason = findings ? worded(findings) : foreignId(study);
    if (reason !== undefined || !study) reject('invalid', reason ?? '');
    else if (seen.has(study.id)) reject('doubled', '');
    else read.push(settled(study, names, options));
    if (study) seen.add(study.id);
  });
  return { read, rejected };
}

function worded(findings: readonly Finding[]): string {
  return findings
    .slice(0, 3)
    .map(({ path, reason }) => (path ? `${path}: ${reason}` : reason))
    .join('; ');
}

function labelOf(value: unknown, key: 'id' | 'title'): string {
  const label = (value as Record<string, unknown> | null)?.[key];
  const text = typeof label === 'object' ? (label as { zh?: unknown } | null)?.zh : label;
  return typeof text === 'string' ? text.slice(0, 80) : '';
}

function foreignId(study: CaseStudy): string | undefined {
  if (!isVolumeId(study.volume)) return `volume: ${study.volume} is no volume id`;
  if (isReserved(study.id) || isReserved(study.section)) return `id: ${study.id} is reserved`;
  return undefined;
}

/** The case with ids that the library knows: names mapped, unknown products reported, unknown groups left out. */
function settled(
  study: InferOutput<typeof importedCaseSchema>,
  names: ProductNames,
  { base }: ImportOptions,
): ReadCase {
  const listed: ListedName[] = [...study.products.map((use) => use.id), ...study.services].map((name) => {
    const id = names.find(name);
    return { name, id, isService: study.services.includes(name) };
  });
  const idOf = new Map(listed.flatMap(({ name, id }) => (typeof id === 'string' ? [[name, id] as const] : [])));
  const industries = new Set(base.industries.map((term) => term.id));
  const problems = new Set(base.problems.map((term) => term.id));
  const settledCase = {
    ...study,
    industry: industries.has(study.industry) ? study.industry : UNCLASSIFIED,
    problems: study.problems.filter((id) => problems.has(id)),
    products: study.products.flatMap((use) => {
      const id = idOf.get(use.id);
      return id === undefined ? [] : [{ ...use, id }];
    }),
    services: study.services.flatMap((name) => idOf.get(name) ?? []),
  };
  return { study: settledCase as CaseStudy, listed, isCase: true };
}
