// The map of products used together: dots on both sides of a lens, lines between them. First a plain layout (tested for
// overlaps), then SVG from it. Always the same picture for the same library.
import { type Html, html } from '../html';
import { type Library, shortName } from '../library';
import type { Lang } from '../model';
import { caseCount } from '../pages/pageWords';
import { pagePath } from '../protocol';
import { LAYERS, layerOf } from './layers';
import { type Box, textWidth } from './measure';
import type { Pair, Together, UsedNode } from './together';

export interface MapDot {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly side: 'left' | 'right';
  /** Where the name stands. */
  readonly label: Box;
}

export interface MapLine {
  readonly pair: Pair;
  readonly from: MapDot;
  readonly to: MapDot;
  readonly strength: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly dots: readonly MapDot[];
  readonly lines: readonly MapLine[];
}

/** Room of the map; the narrow one is for a column of half the width. */
export interface MapShape {
  readonly width: number;
  /** Room for names on each side. */
  readonly margin: number;
}
export const MAP_SHAPES = {
  wide: { width: 860, margin: 180 },
  narrow: { width: 480, margin: 132 },
} as const satisfies Record<string, MapShape>;

const ROW = 24;
const SIZE = 12;
const LARGEST = 11;
const SMALLEST = 3.5;

/** Dots of the same layer stand beside each other, down the left side and up the right. */
export function layoutMap(model: Together, library: Library, shape: MapShape, lang: Lang): MapLayout {
  const ordered = [...model.nodes].sort((a, b) => rank(library, a) - rank(library, b));
  const half = Math.ceil(ordered.length / 2);
  const height = Math.max(half * ROW + 2 * ROW, 4 * ROW);
  const most = Math.max(1, ...model.nodes.map((node) => node.count));
  const dots = ordered.map((node, i): MapDot => {
    const side = i < half ? 'left' : 'right';
    const row = i < half ? i : ordered.length - 1 - i;
    return dotOf(node, shortName(library, node.id, lang), side, row, { shape, height, half, most });
  });
  const byId = new Map(dots.map((dot) => [dot.id, dot]));
  const lines = [...model.pairs].reverse().flatMap((pair): MapLine[] => {
    const from = byId.get(pair.a);
    const to = byId.get(pair.b);
    return from && to ? [{ pair, from, to, strength: Math.min(6, pair.cases.length - 1) }] : [];
  });
  return { width: shape.width, height, dots, lines };
}

function rank(library: Library, node: UsedNode): number {
  return LAYERS.indexOf(layerOf(library, node.id)) * 1000 - node.count;
}

interface Room {
  readonly shape: MapShape;
  readonly height: number;
  readonly half: number;
  readonly most: number;
}

function dotOf(node: UsedNode, name: string, side: 'left' | 'right', row: number, room: Room): MapDot {
  const { shape, height, half, most } = room;
  const y = height / 2 + (row - (half - 1) / 2) * ROW;
  // The lens: an ellipse whose widest place is the middle row.
  const t = (y - height / 2) / (height / 2);
  const reach = (shape.width / 2 - shape.margin) * Math.sqrt(Math.max(0.12, 1 - t * t));
  const x = shape.width / 2 + (side === 'left' ? -reach : reach);
  const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.count / most);
  const width = textWidth(`${name} ${node.count}`, SIZE);
  const gap = LARGEST + 5;
  const label = {
    x: round(side === 'left' ? x - gap - width : x + gap),
    y: round(y - SIZE * 0.65),
    width: round(width),
    height: SIZE * 1.3,
  };
  return { id: node.id, name, count: node.count, x: round(x), y: round(y), radius: round(radius), side, label };
}

/** A curve that bends towards the middle; dots on the same side bow inwards. */
function curve({ from, to }: MapLine, width: number): string {
  const middle = width / 2;
  const pull = from.side === to.side ? 0.55 : 0.85;
  const bend = (dot: MapDot) => Math.round(dot.x + (middle - dot.x) * pull);
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(Math.round);
  return `M${x1} ${y1}C${bend(from)} ${y1} ${bend(to)} ${y2} ${x2} ${y2}`;
}

/** SVG of the map: dots are links to products, lines lead to their row of the table. */
export function drawMap(layout: MapLayout, shape: string, label: string, lang: Lang): Html {
  return html`<svg class="map ${shape}" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}" role="group" aria-label="${label}">
<g class="edges" aria-hidden="true">${layout.lines.map((line) => drawLine(line, layout.width))}</g>
${layout.dots.map((dot) => drawDot(dot, lang))}
</svg>`;
}

/** The script finds the row and the words for a line by its two products; markup for each would double the page. */
function drawLine(line: MapLine, width: number): Html {
  return html`<path class="k${line.strength}" d="${curve(line, width)}" data-pair="${line.pair.a} ${line.pair.b}"/>`;
}

function drawDot(dot: MapDot, lang: Lang): Html {
  const anchor = dot.side === 'left' ? 'end' : 'start';
  const x = dot.side === 'left' ? round(dot.label.x + dot.label.width) : dot.label.x;
  return html`<a class="dot" role="link" tabindex="0" data-open="${pagePath({ kind: 'product', id: dot.id })}" data-dot="${dot.id}" aria-label="${dot.name} ${caseCount(dot.count, lang)}"><circle cx="${dot.x}" cy="${dot.y}" r="${dot.radius}"/><text x="${x}" y="${round(dot.y + SIZE * 0.35)}" font-size="${SIZE}" text-anchor="${anchor}">${dot.name} <tspan class="count">${dot.count}</tspan></text></a>
`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
