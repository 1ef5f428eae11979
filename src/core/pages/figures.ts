// A figure of the source as a reader sees it: the number, its unit and what the source hedges with. In Chinese as
// printed; in English with the multiplier turned into the number (`8000 万家` → `80 million` + `households`).
import type { CaseStudy, Figure, Lang, Statement, StatementPart } from '../model';
import { STATEMENT_PARTS } from '../model';
import { say } from './pageWords';

/** `{ bound: 'at least', number: '80 million', unit: 'users', isTight: false }`. */
export interface FigureText {
  readonly bound?: string;
  readonly number: string;
  readonly unit: string;
  /** The unit is a sign that stands right behind the number: `30%`, `20×`. */
  readonly isTight: boolean;
  /** The value before, in words of its own: `before: 15 days`. */
  readonly before?: string;
}

type Value = number | readonly [number, number];

/** Wording of a figure; `units` is the library's table of unit names. */
export function figureText(figure: Figure, lang: Lang, units: Readonly<Record<string, string>>): FigureText {
  const { number, unit, isTight, isOrder } = quantity(figure.value, figure.unit, lang, units);
  const bound = figure.bound ?? (isOrder && lang === 'en' ? 'about' : undefined);
  const from: { value: Value; unit: string } | undefined = figure.from;
  const before = from && quantity(from.value, from.unit, lang, units);
  return {
    ...(bound && { bound: say(`bound-${bound}`, lang) }),
    number,
    unit,
    isTight,
    ...(before && { before: `${say('before', lang)} ${join(before)}` }),
  };
}

/** The whole figure as one string: `at least 80 million users`. */
export function figureLine(figure: Figure, lang: Lang, units: Readonly<Record<string, string>>): string {
  const text = figureText(figure, lang, units);
  const main = text.bound ? `${text.bound} ${join(text)}` : join(text);
  return text.before ? `${main} (${text.before})` : main;
}

function join({ number, unit, isTight }: Pick<FigureText, 'number' | 'unit' | 'isTight'>): string {
  return unit && !isTight ? `${number} ${unit}` : number + unit;
}

function quantity(value: Value, unit: string, lang: Lang, units: Readonly<Record<string, string>>) {
  const signs = SIGNS[unit];
  if (signs) return { number: eachEnd(value, String), unit: signs[lang], isTight: true, isOrder: false };
  if (lang === 'zh') return { number: eachEnd(value, String), unit: unit.trim(), isTight: false, isOrder: false };
  const { factor, isOrder, rest } = readUnit(unit);
  const isOne = value === 1 && factor === 1;
  const name = units[unit] !== undefined && factor === 1 ? units[unit] : (units[rest] ?? rest);
  return {
    number: eachEnd(value, (end) => englishNumber(end * factor)),
    unit: isOne ? singular(name) : name,
    isTight: /^[:%×]/.test(name),
    isOrder,
  };
}

const SIGNS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '%': { zh: '%', en: '%' },
  倍: { zh: '倍', en: '×' },
  ':1': { zh: ':1', en: ':1' },
};

function eachEnd(value: Value, show: (end: number) => string): string {
  return typeof value === 'number' ? show(value) : value.map(show).join('–');
}

const FACTORS: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  K: 1e3,
  k: 1e3,
  W: 1e4,
  w: 1e4,
  M: 1e6,
};
const MULTIPLIER = /^(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|[KkMWw](?=[\p{Script=Han}/]))/u;

/** `万级玩家` → 10,000, an order of magnitude, `玩家`; `K条/秒` → 1,000, `条/秒`. */
function readUnit(unit: string): { factor: number; isOrder: boolean; rest: string } {
  const multiplier = MULTIPLIER.exec(unit)?.[1] ?? '';
  const behind = unit.slice(multiplier.length).trim();
  const isOrder = multiplier !== '' && behind.startsWith('级');
  return { factor: FACTORS[multiplier] ?? 1, isOrder, rest: behind.replace(isOrder ? /^级/ : /^余/, '').trim() };
}

const LARGE: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** `80 million`, `1.45 million`, `30,000`, `0.01`. */
function englishNumber(value: number): string {
  const [size, name] = LARGE.find(([least]) => value >= least) ?? [1, ''];
  const digits = String(Math.round((value / size) * 1000) / 1000);
  const [whole = '', fraction] = (size === 1 ? String(value) : digits).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return [fraction ? `${grouped}.${fraction}` : grouped, name].filter(Boolean).join(' ');
}

/** `1 day` of `days`. Abbreviations such as `QPS` stay. */
function singular(name: string): string {
  return name.replace(/^([a-z]+?)(?:(ies)|s)\b/, (whole, stem: string, ies?: string) => {
    if (ies) return `${stem}y`;
    return whole.length > 3 && !/[su]$/.test(stem) ? stem : whole;
  });
}

/** A figure with the statement it stands in. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly statement: Statement;
  /** Id of the statement on its page: `outcomes-2`. */
  readonly place: string;
}

/** Id of a statement on its page; links, search hits and the page agree on it. */
export function placeOfStatement(part: StatementPart, index: number): string {
  return `${part}-${index}`;
}

/** All figures of a case that carry a caption: those of its outcomes first, then in reading order. */
export function figuresOf(study: CaseStudy, kind: Figure['kind']): PlacedFigure[] {
  const parts = [...STATEMENT_PARTS].sort((a, b) => Number(b === 'outcomes') - Number(a === 'outcomes'));
  return parts.flatMap((part) =>
    study[part].flatMap((statement, i) =>
      (statement.figures ?? [])
        .filter((figure) => figure.kind === kind && figure.label)
        .map((figure) => ({ figure, statement, place: placeOfStatement(part, i) })),
    ),
  );
}
