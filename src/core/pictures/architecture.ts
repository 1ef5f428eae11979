// The architecture picture of a case: its products as boxes in layers. Only what the source states is drawn: no lines,
// no direction. First a plain layout (tested for overlaps), then SVG from it.
import { type Html, html } from '../html';
import { type Library, productName } from '../library';
import type { CaseStudy, Lang } from '../model';
import { type PageWord, say } from '../pages/pageWords';
import { pagePath } from '../protocol';
import { LAYERS, type Layer, layerOf } from './layers';
import { type Box, textWidth, wrapText } from './measure';

/** A product or service of the case in its layer. */
export interface ArchitectureNode {
  readonly id: string;
  readonly name: string;
  /** What it does in this case; empty for a service. */
  readonly role: string;
  readonly status: 'listed' | 'mentioned' | 'service';
}

export interface ArchitectureLayer {
  readonly layer: Layer;
  readonly nodes: readonly ArchitectureNode[];
}

/** The layers of a case from the outside in; empty ones are left out. */
export function architectureOf(study: CaseStudy, library: Library, lang: Lang): ArchitectureLayer[] {
  const products = study.products.map((use) => ({
    layer: layerOf(library, use.id),
    node: nodeOf(use.id, use.role[lang], use.listed ? 'listed' : 'mentioned'),
  }));
  const services = study.services.map((id) => ({ layer: 'services' as const, node: nodeOf(id, '', 'service') }));
  const all = [...products, ...services];
  return LAYERS.map((layer) => ({
    layer,
    nodes: all.filter((one) => one.layer === layer).map((one) => one.node),
  })).filter(({ nodes }) => nodes.length > 0);

  function nodeOf(id: string, role: string, status: ArchitectureNode['status']): ArchitectureNode {
    return { id, name: productName(library, id, lang), role, status };
  }
}

/** A line of text with its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PlacedNode {
  readonly node: ArchitectureNode;
  readonly box: Box;
  readonly name: readonly TextLine[];
  readonly role: readonly TextLine[];
}

export interface ArchitectureLayout {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly { readonly layer: Layer; readonly box: Box; readonly title: readonly TextLine[] }[];
  readonly nodes: readonly PlacedNode[];
}

/** How a picture of a width is laid out. */
export interface ArchitectureShape {
  readonly width: number;
  /** Most boxes beside each other. */
  readonly columns: number;
  /** Width of the column of layer names; 0 puts them above their boxes. */
  readonly gutter: number;
}

/** The same picture for a wide, a middling and a narrow column; the style sheet shows the one that fits. */
export const SHAPES = {
  wide: { width: 860, columns: 4, gutter: 116 },
  medium: { width: 580, columns: 3, gutter: 92 },
  narrow: { width: 440, columns: 2, gutter: 0 },
} as const satisfies Record<string, ArchitectureShape>;

const NAME = 13;
const ROLE = 12;
const TITLE = 12;
const LEADING = 1.35;
const PAD = 10;
const GAP = 8;
const BAND_GAP = 6;

/** Places everything; deterministic, and boxes never overlap. */
export function layoutArchitecture(
  layers: readonly ArchitectureLayer[],
  shape: ArchitectureShape,
  lang: Lang,
): ArchitectureLayout {
  const bands: ArchitectureLayout['bands'][number][] = [];
  const nodes: PlacedNode[] = [];
  let y = 0;
  for (const { layer, nodes: members } of layers) {
    const title = say(`layer-${layer}` satisfies PageWord, lang);
    const band = layoutBand(title, members, shape, y);
    bands.push({ layer, box: band.box, title: band.title });
    nodes.push(...band.nodes);
    y += band.box.height + BAND_GAP;
  }
  return { width: shape.width, height: Math.max(0, y - BAND_GAP), bands, nodes };
}

function layoutBand(title: string, members: readonly ArchitectureNode[], shape: ArchitectureShape, top: number) {
  const titleWidth = (shape.gutter || shape.width) - 2 * PAD;
  const titleLines = wrapText(title, titleWidth, TITLE, 3);
  const head = shape.gutter ? 0 : titleLines.length * TITLE * LEADING + 4;
  const left = shape.gutter || GAP;
  const inner = shape.width - left - GAP;
  const nodes: PlacedNode[] = [];
  let y = top + GAP + head;
  for (const row of rowsOf(members, shape.columns)) {
    const width = (inner - GAP * (row.length - 1)) / row.length;
    const height = Math.max(...row.map((node) => heightOf(node, width)));
    row.forEach((node, i) => {
      nodes.push(placeNode(node, { x: round(left + i * (width + GAP)), y: round(y), width: round(width), height }));
    });
    y += height + GAP;
  }
  const height = Math.max(y - top, titleLines.length * TITLE * LEADING + 2 * PAD);
  const box = { x: 0, y: round(top), width: shape.width, height: round(height) };
  return { box, title: titleOf(titleLines, box, shape), nodes };
}

function titleOf(lines: readonly string[], box: Box, shape: ArchitectureShape): TextLine[] {
  const first = shape.gutter ? box.y + (box.height - lines.length * TITLE * LEADING) / 2 + TITLE : box.y + GAP + TITLE;
  return lines.map((text, i) => ({ text, x: PAD, y: round(first + i * TITLE * LEADING), size: TITLE }));
}

/** Rows of nearly equal length: five boxes in four columns stand three and two. */
function rowsOf<T>(items: readonly T[], columns: number): T[][] {
  const count = Math.ceil(items.length / columns);
  const rows: T[][] = [];
  let taken = 0;
  for (let i = 0; i < count; i++) {
    const size = Math.ceil((items.length - taken) / (count - i));
    rows.push(items.slice(taken, taken + size));
    taken += size;
  }
  return rows;
}

function linesOfNode(node: ArchitectureNode, width: number) {
  const room = width - 2 * PAD;
  // A name in bold is a little wider than the estimate.
  return { name: wrapText(node.name, room / 1.06, NAME, 2), role: node.role ? wrapText(node.role, room, ROLE, 3) : [] };
}

function heightOf(node: ArchitectureNode, width: number): number {
  const { name, role } = linesOfNode(node, width);
  return round(name.length * NAME * LEADING + role.length * ROLE * LEADING + 2 * 8);
}

function placeNode(node: ArchitectureNode, box: Box): PlacedNode {
  const { name, role } = linesOfNode(node, box.width);
  const text = name.length * NAME * LEADING + role.length * ROLE * LEADING;
  const middle = round(box.x + box.width / 2);
  let y = box.y + (box.height - text) / 2;
  const place = (lines: readonly string[], size: number): TextLine[] =>
    lines.map((line) => {
      y += size * LEADING;
      return { text: line, x: middle, y: round(y - size * 0.33), size };
    });
  return { node, box, name: place(name, NAME), role: place(role, ROLE) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** SVG of a layout: each box a link to its product; what is only mentioned has a dashed border. `shape` names the class. */
export function drawArchitecture(layout: ArchitectureLayout, shape: string, label: string, lang: Lang): Html {
  return html`<svg class="picture ${shape}" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}" role="group" aria-label="${label}">
${layout.bands.map(
  ({ box, title }) =>
    html`<rect class="band" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="4"/>${title.map(draw('layer'))}`,
)}
${layout.nodes.map((placed) => drawNode(placed, lang))}
</svg>`;
}

function drawNode({ node, box, name, role }: PlacedNode, lang: Lang): Html {
  const status = say(node.status === 'service' ? 'service' : node.status, lang);
  // The label opens with the text that is seen, so that who speaks it to the computer is understood.
  const label = [node.name, node.role, `(${status})`].filter(Boolean).join(' ');
  return html`<a class="node ${node.status}" role="link" tabindex="0" data-open="${pagePath({ kind: 'product', id: node.id })}" aria-label="${label}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="3"/>${name.map(draw('name'))}${role.map(draw('role'))}</a>
`;
}

function draw(name: string): (line: TextLine) => Html {
  return ({ text, x, y, size }) => html`<text class="${name}" x="${x}" y="${y}" font-size="${size}">${text}</text> `;
}

/** Width that a placed line needs, for the tests. */
export function lineWidth(line: TextLine): number {
  return textWidth(line.text, line.size);
}
