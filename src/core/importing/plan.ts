// The dry run of one volume: what of a read document is new, what changed, what goes, which names nobody knows; and its
// being carried out. Both pure: the host alone writes.
import { compareCodePoints } from '../compare';
import type { CaseStudy, Volume } from '../model';
import type {
  ImportedVolume,
  ImportOptions,
  ImportPlan,
  ImportProblem,
  PlanEntry,
  Rejection,
  UnknownName,
} from './importModel';
import type { ProductNames } from './productNames';
import type { ListedName } from './textBlocks';

/** A case as it was read, with the names of its lists. */
export interface ReadCase {
  readonly study: CaseStudy;
  readonly listed: readonly ListedName[];
  /** False for a section without text. */
  readonly isCase: boolean;
}

/** Ids become file names and parts of case ids: letters, digits and `-`, never a path, never an inherited key. */
export function isVolumeId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/i.test(id) && !isReserved(id) && id.toLowerCase() !== 'team';
}

/** `constructor`, `valueOf`: a plain object answers to them without having them. */
export function isReserved(id: string): boolean {
  return id in Object.prototype;
}

export function planFor(
  volume: Volume,
  read: readonly ReadCase[],
  rejected: readonly Rejection[],
  names: ProductNames,
  options: ImportOptions,
): Omit<ImportPlan, 'source'> | ImportProblem {
  const shipped = options.base.volumes.find(({ id }) => id === volume.id);
  if (shipped && shipped.edition !== volume.edition) return { code: 'volume-taken', detail: volume.id };
  const present = options.present?.find((other) => other.volume.id === volume.id);
  const before = new Map(present?.cases.map((study) => [study.id, study]));
  const shippedIds = new Set(options.base.cases.map((study) => study.id));
  const taken = read.filter(({ isCase }) => isCase);
  const entries = taken.map(({ study }) => ({
    study,
    change: changeOf(before.get(study.id), study),
    isLinked: shippedIds.has(study.id),
  }));
  const kept = new Set(taken.map(({ study }) => study.id));
  const empty = read.filter(({ isCase }) => !isCase).map(({ study }) => emptyOf(study));
  const listed = taken.flatMap((one) => one.listed);
  return {
    volume,
    entries,
    removed: [...before.keys()].filter((id) => !kept.has(id)),
    rejected: [...rejected, ...empty],
    unknown: unknownNames(taken, names),
    listed: {
      products: listed.filter((entry) => !entry.isService).length,
      services: listed.filter((entry) => entry.isService).length,
    },
  };
}

function emptyOf(study: CaseStudy): Rejection {
  return { what: study.section, title: study.title.zh, code: 'empty', detail: '' };
}

function changeOf(before: CaseStudy | undefined, now: CaseStudy): PlanEntry['change'] {
  if (!before) return 'added';
  return isSame(before, now) ? 'unchanged' : 'changed';
}

/** Equal plain data, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}

function unknownNames(read: readonly ReadCase[], names: ProductNames): UnknownName[] {
  const cases = new Map<string, Set<string>>();
  for (const { study, listed } of read) {
    for (const { name, id } of listed) {
      if (id !== undefined) continue;
      const ids = cases.get(name);
      if (ids) ids.add(study.id);
      else cases.set(name, new Set([study.id]));
    }
  }
  return [...cases]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([name, ids]) => ({ name, cases: [...ids], suggestions: names.suggest(name) }));
}

/** What the storage holds after the import; the volume as a whole, so that a second import changes nothing. */
export function applyPlan(plan: ImportPlan): ImportedVolume {
  return { format: 1, volume: plan.volume, source: plan.source, cases: plan.entries.map((entry) => entry.study) };
}
