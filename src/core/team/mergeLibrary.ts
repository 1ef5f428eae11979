// One library out of what shipped, what the user imported and what the team wrote. The same section is one case: an
// imported text joins the shipped case. Two cases with one id are never both kept, and never quietly.
import type { ImportedVolume } from '../importing/importModel';
import { UNCLASSIFIED } from '../importing/sectionCase';
import { buildLibrary, type Library, type Origin } from '../library';
import type { CaseStudy, LibraryData, Term, Volume } from '../model';
import { TEAM_VOLUME, type TeamFileReading } from './teamModel';
import { NO_ALIASES, renamed, type WorkspaceAliases } from './workspaceAliases';

export interface LibrarySources {
  readonly imported?: readonly ImportedVolume[];
  /** In a fixed order, such as by path. */
  readonly team?: readonly TeamFileReading[];
  readonly aliases?: WorkspaceAliases;
}

/** A team file whose case is left out, because its id is taken. */
export interface IdClash {
  readonly path: string;
  readonly id: string;
  /** Where the other one is: the path of a team file, or the volume of a case that is not the team's. */
  readonly takenBy: string;
}

export interface MergedLibrary {
  readonly library: Library;
  readonly clashes: readonly IdClash[];
}

export function mergeLibrary(base: LibraryData, sources: LibrarySources): MergedLibrary {
  const { imported = [], team = [], aliases = NO_ALIASES } = sources;
  const shipped = withTexts(base.cases, imported);
  const known = new Map(shipped.map((study) => [study.id, study.volume]));
  const added: CaseStudy[] = [];
  for (const study of imported.flatMap((volume) => volume.cases)) {
    if (known.has(study.id)) continue;
    known.set(study.id, study.volume);
    added.push(study);
  }
  const origins = new Map<string, Origin>();
  const own = team.filter(isRead);
  for (const { study } of own) origins.set(study.id, 'team');
  // Nearly always no id is taken; then thousands of cases need not be looked up one by one.
  const isClear = origins.size === own.length && ![...known.keys()].some((id) => origins.has(id));
  const clashes = isClear ? [] : clashesOf(own, known);
  for (const { id } of clashes) origins.delete(id);
  for (const { id } of added) origins.set(id, 'import');
  const clashing = new Set(clashes.map((clash) => clash.path));
  for (const { path, study } of own) if (isClear || !clashing.has(path)) added.push(study);
  const cases = added.length === 0 ? shipped : [...shipped, ...added];
  const data: LibraryData = {
    ...base,
    cases,
    volumes: volumesOf(base, imported, added),
    industries: industriesOf(base.industries, added),
    products: renamed(base.products, aliases),
  };
  return { library: buildLibrary(data, origins), clashes };
}

/** Shipped cases keep our summary and gain the document's text. */
function withTexts(cases: readonly CaseStudy[], imported: readonly ImportedVolume[]): readonly CaseStudy[] {
  const texts = new Map(imported.flatMap(({ cases: own }) => own.map((study) => [study.id, study.text] as const)));
  if (texts.size === 0) return cases;
  return cases.map((study) => {
    const text = texts.get(study.id);
    return text ? { ...study, text } : study;
  });
}

type ReadCase = TeamFileReading & { readonly study: CaseStudy };

function isRead(file: TeamFileReading): file is ReadCase {
  return file.study !== undefined;
}

function clashesOf(team: readonly ReadCase[], known: ReadonlyMap<string, string>): IdClash[] {
  const paths = new Map<string, string[]>();
  for (const { path, study } of team) {
    const list = paths.get(study.id);
    if (list) list.push(path);
    else paths.set(study.id, [path]);
  }
  return team.flatMap(({ path, study }) => {
    const takenBy = known.get(study.id) ?? paths.get(study.id)?.find((other) => other !== path);
    return takenBy === undefined ? [] : [{ path, id: study.id, takenBy }];
  });
}

const TEAM: Volume = {
  id: TEAM_VOLUME,
  title: { zh: '团队案例', en: 'Team cases' },
  publisher: { zh: '本工作区', en: 'This workspace' },
  edition: 'workspace',
  date: '',
};

function volumesOf(base: LibraryData, imported: readonly ImportedVolume[], added: readonly CaseStudy[]): Volume[] {
  const volumes = new Map([...base.volumes, ...imported.map(({ volume }) => volume)].map((one) => [one.id, one]));
  for (const { volume } of added) {
    if (!volumes.has(volume)) volumes.set(volume, volume === TEAM_VOLUME ? TEAM : { ...TEAM, id: volume });
  }
  // A shipped volume is described by what shipped.
  for (const volume of base.volumes) volumes.set(volume.id, volume);
  return [...volumes.values()];
}

const NOT_CLASSIFIED: Term = { id: UNCLASSIFIED, zh: '未归类', en: 'Not classified' };

function industriesOf(base: readonly Term[], added: readonly CaseStudy[]): readonly Term[] {
  const known = new Set(base.map((term) => term.id));
  const foreign = added.some((study) => !known.has(study.industry));
  return foreign && !known.has(UNCLASSIFIED) ? [...base, NOT_CLASSIFIED] : base;
}
