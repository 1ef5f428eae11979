// What may be written at a place of a team file, and what stands there means: plain data for completion and hover. The
// place comes as a path; this knows neither YAML nor an editor.
import { compareCodePoints } from '../compare';
import type { Library } from '../library';
import type { Lang } from '../model';
import { type IdKind, type PathStep, type Slot, slotAt, TEAM_KEYS } from './teamHelp';

export interface TeamProposal {
  readonly kind: 'key' | 'id' | 'value';
  /** What is written. */
  readonly label: string;
  /** One line beside it. */
  readonly detail: string;
  /** Other words by which it may be found while typing. */
  readonly filter: string;
}

/** A place as the YAML layer tells it: for a key the path ends with it, for a value or gap it ends where that stands. */
export interface TeamPlace {
  readonly role: 'key' | 'value' | 'gap' | 'comment' | 'text';
  readonly path: readonly PathStep[];
  /** The line before the place: only where an entry of a mapping may begin are keys offered. */
  readonly before: string;
}

/** Nothing but indentation, dashes or the opening of a flow mapping stands before it. */
function beginsEntry(before: string): boolean {
  return /^\s*(?:-\s+)*$|[{,]\s*$/.test(before);
}

const YAML_ALIASES = ['aliases', 'renames'] as const;

/** Nothing in comments and running text; keys of the mapping, or ids that are meant, everywhere else. */
export function proposalsAt(place: TeamPlace, library: Library, lang: Lang, file: 'case' | 'aliases'): TeamProposal[] {
  if (place.role === 'comment' || place.role === 'text') return [];
  if (file === 'aliases') return aliasProposals(place, library, lang);
  const path = place.role === 'key' ? place.path.slice(0, -1) : place.path;
  const slot = slotAt(path);
  if (!slot) return [];
  const ids = slot.values === undefined || place.role === 'key' ? [] : valueProposals(slot.values, library, lang);
  const isInList = slot.help?.isMany !== true || typeof path.at(-1) === 'number';
  const isKeyPlace = place.role === 'key' || (place.role === 'gap' && beginsEntry(place.before));
  const keys = slot.shape && isKeyPlace && isInList ? TEAM_KEYS[slot.shape] : [];
  return [
    ...ids,
    ...keys.map((help) => ({ kind: 'key' as const, label: help.key, detail: help[lang], filter: help.key })),
  ];
}

function aliasProposals(place: TeamPlace, library: Library, lang: Lang): TeamProposal[] {
  const depth = place.role === 'key' ? place.path.length - 1 : place.path.length;
  if (depth === 0) return YAML_ALIASES.map((key) => ({ kind: 'key', label: key, detail: '', filter: key }));
  return depth === 1 && place.role !== 'value' ? valueProposals('product', library, lang) : [];
}

function valueProposals(values: NonNullable<Slot['values']>, library: Library, lang: Lang): TeamProposal[] {
  if (typeof values !== 'string') {
    return values.map((label) => ({ kind: 'value', label, detail: '', filter: label }));
  }
  return termsOf(values, library)
    .map(({ id, zh, en, aliases = [] }) => ({
      kind: 'id' as const,
      label: id,
      detail: lang === 'zh' ? zh : en,
      filter: [id, zh, en, ...aliases].join(' '),
    }))
    .sort((a, b) => compareCodePoints(a.label, b.label));
}

interface Named {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

function termsOf(kind: IdKind, { data }: Library): readonly Named[] {
  if (kind === 'industry') return data.industries;
  if (kind === 'problem') return data.problems;
  return data.products.filter((product) => (product.kind === 'service') === (kind === 'service'));
}

/** What the key or id at a place means, as plain text; `undefined` where nothing is to be said. */
export function meaningAt(
  place: Omit<TeamPlace, 'before'>,
  text: string,
  library: Library,
  lang: Lang,
): { readonly title: string; readonly body: string } | undefined {
  const slot = slotAt(place.path);
  if (place.role === 'key') return slot?.help && { title: slot.help.key, body: slot.help[lang] };
  if (place.role !== 'value' || typeof slot?.values !== 'string') return undefined;
  const term = termsOf(slot.values, library).find(({ id }) => id === text);
  if (!term) return undefined;
  const product = library.productById.get(term.id);
  const line =
    product && slot.values !== 'problem' ? product.line[lang] : library.problemById.get(term.id)?.line?.[lang];
  return { title: lang === 'zh' ? term.zh : term.en, body: line ?? '' };
}
