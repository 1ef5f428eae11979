// A parsed team file → a case, or everything that is wrong with it. Shape errors keep a case out; ids that the library
// does not know and rules of the contract are said and the case is merged all the same.
import * as v from 'valibot';

import { caseSchema } from '../caseSchema';
import { fold } from '../importing/fold';
import { hostileKey } from '../importing/importedSchema';
import { isReserved } from '../importing/plan';
import { UNCLASSIFIED } from '../importing/sectionCase';
import type { CaseStudy, LibraryData, TextBlock } from '../model';
import { otherNames } from '../productNames';
import { type KnownIds, referenceFindings } from '../references';
import { nearestId } from './nearestId';
import { withTeamDefaults } from './teamDefaults';
import type { TeamFileReading, TeamFinding } from './teamModel';

const teamSchema = v.strictObject({
  ...caseSchema.entries,
  page: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** What team files are checked against. */
export interface TeamKnown {
  readonly ids: KnownIds;
  /** Ids and names of products and services, folded, for suggestions: `rdsmysql → rds-mysql`. */
  readonly named: ReadonlyMap<string, string>;
}

export function teamKnown(data: Pick<LibraryData, 'industries' | 'problems' | 'products' | 'volumes'>): TeamKnown {
  const setOf = (items: readonly { readonly id: string }[]) => new Set(items.map((item) => item.id));
  const ofKind = (kind: 'product' | 'service') => setOf(data.products.filter((product) => product.kind === kind));
  const named = new Map<string, string>();
  for (const product of data.products) {
    const { id, zh, en } = product;
    for (const name of [id, zh, en, ...otherNames(product)]) if (!named.has(fold(name))) named.set(fold(name), id);
  }
  for (const { id, zh, en, aliases = [] } of [...data.industries, ...data.problems]) {
    for (const name of [id, zh, en, ...aliases]) if (!named.has(fold(name))) named.set(fold(name), id);
  }
  return {
    ids: {
      volumes: setOf(data.volumes),
      industries: setOf(data.industries),
      problems: setOf(data.problems),
      products: ofKind('product'),
      services: ofKind('service'),
      // A team may count in any unit.
      units: new Set(),
    },
    named,
  };
}

/** `text`: the body of a Markdown file, as blocks. */
export function readTeamCase(
  raw: unknown,
  path: string,
  known: TeamKnown,
  text: readonly TextBlock[] = [],
): TeamFileReading {
  const hostile = hostileKey(raw);
  if (hostile)
    return { path, study: undefined, findings: [error('reserved', hostile, hostile.split('.').at(-1) ?? '')] };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { path, study: undefined, findings: [error('wrong-type', '', 'object')] };
  }
  const result = v.safeParse(teamSchema, withTeamDefaults(raw, path));
  if (!result.success) return { path, study: undefined, findings: result.issues.map(shapeFinding) };
  const study = { ...result.output, ...(text.length > 0 && { text }) } as CaseStudy;
  const reserved = reservedIds(study);
  if (reserved.length > 0) return { path, study: undefined, findings: reserved };
  return { path, study, findings: referenceNotes(study, known) };
}

function error(code: TeamFinding['code'], path: string, detail: string): TeamFinding {
  return { path, code, detail, severity: 'error', suggestions: [] };
}

function shapeFinding(issue: v.BaseIssue<unknown>): TeamFinding {
  const path = pathOf(issue);
  const last = String(issue.path?.at(-1)?.key ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') return error('unknown-key', path, last);
  if (issue.received === 'undefined') return error('missing', path, last);
  if (issue.type === 'picklist') return error('not-allowed', path, String(issue.expected).replaceAll('"', ''));
  if (issue.kind === 'schema') return error('wrong-type', path, String(issue.expected).toLowerCase());
  return error('not-allowed', path, ALLOWED[issue.type] ?? issue.message);
}

/** What a value must be, in signs that need no language. */
const ALLOWED: Readonly<Record<string, string>> = {
  regex: 'A–Z a–z 0–9 . -',
  min_length: '“…”',
  min_value: '≥ 0',
  integer: '1, 2, 3, …',
};

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function reservedIds(study: CaseStudy): TeamFinding[] {
  const ids = [
    { path: 'id', id: study.id },
    { path: 'volume', id: study.volume },
    { path: 'section', id: study.section },
    ...study.products.map(({ id }, i) => ({ path: `products[${i}].id`, id })),
    ...study.services.map((id, i) => ({ path: `services[${i}]`, id })),
  ];
  return ids.filter(({ id }) => isReserved(id)).map(({ path, id }) => error('reserved', path, id));
}

const UNKNOWN = /^unknown (\w+) (\S+)$/;

function referenceNotes(study: CaseStudy, known: TeamKnown): TeamFinding[] {
  const volumes = new Set([...known.ids.volumes, study.volume]);
  const industries = new Set([...known.ids.industries, UNCLASSIFIED]);
  return referenceFindings(study, { ...known.ids, volumes, industries }).map(({ path, reason }) => {
    const [, kind, id] = UNKNOWN.exec(reason) ?? [];
    if (!kind || !id) return { path, code: 'rule', detail: reason, severity: 'information', suggestions: [] };
    const suggestions = nearestId(id, idsOf(known, kind), known.named);
    return { path, code: 'unknown-id', detail: id, severity: 'warning', suggestions };
  });
}

function idsOf(known: TeamKnown, kind: string): ReadonlySet<string> {
  if (kind === 'industry') return known.ids.industries;
  if (kind === 'problem') return known.ids.problems;
  return kind === 'service' ? known.ids.services : known.ids.products;
}
