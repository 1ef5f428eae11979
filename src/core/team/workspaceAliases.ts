// `.casebook/aliases.yaml`: what a team calls products, and what it says they are called today. Its word wins over the
// built-in tables and is shown as the workspace's.

import { hostileKey } from '../importing/importedSchema';
import type { Bilingual, Product } from '../model';
import { nearestId } from './nearestId';
import type { TeamKnown } from './readTeamCase';
import type { TeamFinding } from './teamModel';

export interface WorkspaceAliases {
  /** Product id → further names: `ecs → [vm pool]`. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Product id → what it is called today, instead of the built-in word. */
  readonly renames: Readonly<Record<string, Bilingual>>;
}

export const NO_ALIASES: WorkspaceAliases = { aliases: {}, renames: {} };

/**
 * ```yaml
 * aliases:
 *   ecs: [vm pool, 小水管]
 * renames:
 *   drds: PolarDB-X
 * ```
 */
export function readAliases(raw: unknown, known: TeamKnown): { value: WorkspaceAliases; findings: TeamFinding[] } {
  const findings: TeamFinding[] = [];
  const find = (code: TeamFinding['code'], path: string, detail: string, suggestions: readonly string[] = []) => {
    findings.push({ path, code, detail, severity: code === 'unknown-id' ? 'warning' : 'error', suggestions });
  };
  const hostile = hostileKey(raw);
  if (hostile) find('reserved', hostile, hostile.split('.').at(-1) ?? '');
  if (hostile || raw === undefined || raw === null) return { value: NO_ALIASES, findings };
  if (!isPlain(raw)) find('wrong-type', '', 'object');
  const { aliases, renames, ...others } = isPlain(raw) ? raw : {};
  for (const key of Object.keys(others)) find('unknown-key', key, key);
  const ids = new Set([...known.ids.products, ...known.ids.services]);
  const entries = (value: unknown, path: string) => {
    if (value !== undefined && value !== null && !isPlain(value)) find('wrong-type', path, 'object');
    return Object.entries(isPlain(value) ? value : {}).filter(([id]) => {
      if (!ids.has(id)) find('unknown-id', `${path}.${id}`, id, nearestId(id, ids, known.named));
      return ids.has(id);
    });
  };
  const value = {
    aliases: Object.fromEntries(
      entries(aliases, 'aliases').flatMap(([id, names]) => {
        const list = typeof names === 'string' ? [names] : names;
        if (isTexts(list)) return [[id, list] as const];
        find('wrong-type', `aliases.${id}`, 'array');
        return [];
      }),
    ),
    renames: Object.fromEntries(
      entries(renames, 'renames').flatMap(([id, today]) => {
        if (typeof today === 'string' && today.trim() !== '') return [[id, { zh: today, en: today }] as const];
        if (isPlain(today) && typeof today.zh === 'string' && typeof today.en === 'string') {
          return [[id, { zh: today.zh, en: today.en }] as const];
        }
        find('wrong-type', `renames.${id}`, 'string');
        return [];
      }),
    ),
  };
  return { value, findings };
}

/** The names one by one, as the search takes them. */
export function aliasList({ aliases }: WorkspaceAliases): { alias: string; kind: 'product'; id: string }[] {
  return Object.entries(aliases).flatMap(([id, names]) => names.map((alias) => ({ alias, kind: 'product', id })));
}

/** The tables of several workspace folders as one; the first folder wins where two rename the same product. */
export function joinAliases(all: readonly WorkspaceAliases[]): WorkspaceAliases {
  const aliases: Record<string, readonly string[]> = {};
  const renames: Record<string, Bilingual> = {};
  for (const one of all) {
    for (const [id, names] of Object.entries(one.aliases)) aliases[id] = [...(aliases[id] ?? []), ...names];
    for (const [id, today] of Object.entries(one.renames)) renames[id] ??= today;
  }
  return { aliases, renames };
}

/** The products with the team's word on what they are called today; their printed names stay. */
export function renamed(products: readonly Product[], { renames }: WorkspaceAliases): readonly Product[] {
  if (Object.keys(renames).length === 0) return products;
  return products.map((product) => {
    const today = Object.hasOwn(renames, product.id) ? renames[product.id] : undefined;
    return today ? { ...product, today } : product;
  });
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string' && text.trim() !== '');
}
