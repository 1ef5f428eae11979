// Every scalar of a YAML text with its path and offsets, as the `yaml` package reads it.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
} from 'yaml';
import type { PathItem } from '../../src/yaml/model';

/** Parses every document of `text`; errors are never thrown, aliases are not resolved, keys may repeat. */
function parseDocuments(text: string): readonly Document.Parsed[] {
  const documents = parseAllDocuments(text, {
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  return 'empty' in documents ? [] : documents;
}

/** A scalar of the parse by offsets: `[start, end)` has its quotes or its block header, not its anchor or tag. */
export interface ParsedScalar {
  readonly role: 'key' | 'value';
  readonly style: 'plain' | 'quoted' | 'block';
  readonly start: number;
  readonly end: number;
  readonly path: readonly PathItem[];
  readonly document: number;
}

/** What a whole text holds according to the parser. */
export interface ParsedText {
  readonly scalars: readonly ParsedScalar[];
  /** `[start, end)` of collections that stand as a key: no path leads into them. */
  readonly unreachable: readonly (readonly [number, number])[];
  readonly hasErrors: boolean;
}

/** Reads all scalars of `text` in source order. */
export function parseText(text: string): ParsedText {
  const documents = parseDocuments(text);
  const scalars: ParsedScalar[] = [];
  const unreachable: [number, number][] = [];
  const addScalar = (node: Scalar.Parsed, role: 'key' | 'value', path: readonly PathItem[], document: number) => {
    const [start, end] = node.range;
    const style = styleOf(node);
    if (end > start && style) scalars.push({ role, style, start, end, path: [...path], document });
  };
  const addPair = (pair: Pair<ParsedNode, ParsedNode | null>, path: PathItem[], document: number) => {
    const { key, value } = pair;
    path.push(isScalar(key) ? String(typeof key.value === 'string' ? key.value : (key.source ?? '')) : '?');
    if (isScalar(key)) addScalar(key, 'key', path, document);
    else if (isAlias(key)) path[path.length - 1] = `*${key.source}`;
    else if (key) unreachable.push([key.range[0], key.range[2]]);
    if (value) add(value, path, document);
    path.pop();
  };
  const add = (node: ParsedNode, path: PathItem[], document: number) => {
    if (isScalar(node)) addScalar(node, 'value', path, document);
    else if (isMap(node)) for (const pair of node.items) addPair(pair, path, document);
    else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        path.push(index);
        if (item && 'key' in item) addPair(item as unknown as Pair<ParsedNode, ParsedNode | null>, path, document);
        else if (item) add(item as ParsedNode, path, document);
        path.pop();
      });
    }
  };
  documents.forEach((document, index) => {
    if (document.contents) add(document.contents, [], index);
  });
  return { scalars, unreachable, hasErrors: documents.some((document) => document.errors.length > 0) };
}

function styleOf(node: Scalar): ParsedScalar['style'] | undefined {
  switch (node.type) {
    case 'PLAIN':
      return 'plain';
    case 'QUOTE_DOUBLE':
    case 'QUOTE_SINGLE':
      return 'quoted';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return undefined;
  }
}
