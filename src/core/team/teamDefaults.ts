// What a team may leave out or write shorter than the contract asks, and what stands for it. Works on the parsed file
// before it is validated and keeps every path, so that findings point at what was written.
import { UNCLASSIFIED } from '../importing/sectionCase';
import { TEAM_VOLUME } from './teamModel';

type Plain = Readonly<Record<string, unknown>>;

/** Stands for a role that the team did not write. */
export const TEAM_ROLE = { zh: '团队案例所用', en: 'used in the team’s case' } as const;

/**
 * Left out: `id` (`<volume>-<section>`), `volume` (`team`), `section` (the file's name), `page` (0: none), `industry`
 * (not classified), `problems`, `products`, and the lists. Shorter: one text for both languages, a text for a statement,
 * an id for a product that the case lists.
 */
export function withTeamDefaults(raw: unknown, path: string): unknown {
  if (!isPlain(raw)) return raw;
  const volume = typeof raw.volume === 'string' ? raw.volume : TEAM_VOLUME;
  const section = raw.section === undefined ? sectionOf(path) : numberAsText(raw.section);
  return {
    id: `${volume}-${String(section)}`,
    volume,
    page: 0,
    industry: UNCLASSIFIED,
    problems: [],
    products: [],
    ...raw,
    section,
    ...changed(raw, 'title', bothLanguages),
    ...changed(raw, 'customer', bothLanguages),
    ...changed(raw, 'summary', bothLanguages),
    ...changed(raw, 'challenges', each(statement)),
    ...changed(raw, 'solution', each(statement)),
    ...changed(raw, 'outcomes', each(statement)),
    ...changed(raw, 'products', each(product)),
    ...changed(
      raw,
      'replaced',
      each((entry) => within(entry, { what: bothLanguages })),
    ),
    ...changed(raw, 'notes', each(bothLanguages)),
  };
}

/** `.casebook/cases/eu/Order centre.yaml` → `order-centre`; a name without Latin letters becomes a short stable number. */
export function sectionOf(path: string): string {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const slug = stem
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return /[a-z0-9]/.test(slug) && !/[^\p{ASCII}]/u.test(stem) ? slug : String(numberOf(stem));
}

/** FNV-1a: the same name gives the same number on every machine. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash % 1_000_000;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** YAML reads `section: 1.10` as a number, and without quotes it can be nothing else. */
function numberAsText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function bothLanguages(value: unknown): unknown {
  return typeof value === 'string' ? { zh: value, en: value } : value;
}

function statement(value: unknown): unknown {
  if (typeof value === 'string') return bothLanguages(value);
  return within(value, { figures: each((figure) => within(figure, { label: bothLanguages })) });
}

function product(value: unknown): unknown {
  if (typeof value === 'string') return { id: value, listed: true, role: TEAM_ROLE };
  if (!isPlain(value)) return value;
  return { listed: true, role: TEAM_ROLE, ...value, ...changed(value, 'role', bothLanguages) };
}

function within(value: unknown, changes: Readonly<Record<string, (value: unknown) => unknown>>): unknown {
  if (!isPlain(value)) return value;
  const entries = Object.entries(changes).map(([key, change]) => changed(value, key, change));
  return Object.assign({}, value, ...entries);
}

function each(change: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) ? value.map(change) : value);
}

function changed(raw: Plain, key: string, change: (value: unknown) => unknown): Plain {
  return Object.hasOwn(raw, key) ? { [key]: change(raw[key]) } : {};
}
