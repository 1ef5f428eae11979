import { describe, expect, it } from 'vitest';

import { caseSchema } from '../../../src/core/caseSchema';
import { caseJsonSchema } from '../../../src/core/team/caseJsonSchema';
import { meaningAt, proposalsAt } from '../../../src/core/team/teamComplete';
import { slotAt, TEAM_KEYS } from '../../../src/core/team/teamHelp';
import { locate } from '../../../src/yaml/structure/locate';
import { at } from '../../support/cursor';
import { realLibrary } from '../../support/library';

const library = realLibrary();

function labels(marked: string, file: 'case' | 'aliases' = 'case'): string[] {
  const { text, offset } = at(marked);
  const place = locate(text, offset);
  if (!place) return [];
  const before = text.split('\n')[place.span.line]?.slice(0, place.span.start) ?? '';
  return proposalsAt({ ...place, before }, library, 'en', file).map((proposal) => proposal.label);
}

describe('completion in a team case', () => {
  it.each([
    ['the keys of a case', 'title: a\n$0', ['title', 'challenges', 'products']],
    ['a key half written', 'title: a\ncha$0', ['title', 'challenges']],
    ['industries', 'title: a\nindustry: $0', ['games', 'ecommerce']],
    ['problems in a list', 'problems: [$0]', ['cost', 'elasticity']],
    ['products, short or in full', 'products:\n  - $0', ['ecs', 'id']],
    ['products by id', 'products:\n  - id: $0', ['ecs', 'rds-mysql']],
    ['the keys of a product', 'products:\n  - id: ecs\n    $0', ['role', 'listed']],
    ['services', 'services:\n  - $0', ['svc-top-support']],
    ['the keys of a statement', 'challenges:\n  - zh: a\n    $0', ['en', 'figures']],
    ['kinds of a figure', 'outcomes:\n  - zh: a\n    figures:\n      - kind: $0', ['outcome', 'scale']],
    ['what was replaced', 'replaced:\n  - relation: $0', ['alongside', 'considered']],
  ])('offers %s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['a free text', 'title: $0'],
    ['a comment', '# $0'],
    ['a key that does not exist', 'nonsense:\n  $0'],
    ['a number', 'page: $0'],
  ])('offers nothing in %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it('offers services only as services', () => {
    expect(labels('products:\n  - id: $0')).not.toContain('svc-top-support');
    expect(labels('services:\n  - $0')).not.toContain('ecs');
  });

  it('offers keys and products in the alias file', () => {
    expect(labels('$0', 'aliases')).toEqual(['aliases', 'renames']);
    expect(labels('aliases:\n  $0', 'aliases')).toContain('ecs');
  });
});

describe('hover in a team case', () => {
  const meaning = (marked: string) => {
    const { text, offset } = at(marked);
    const place = locate(text, offset);
    return place && meaningAt(place, place.text, library, 'en');
  };

  it('explains keys and ids, and nothing else', () => {
    expect(meaning('pro$0blems: [cost]')?.title).toBe('problems');
    expect(meaning('problems: [co$0st]')?.title).toBe(library.problemById.get('cost')?.en);
    expect(meaning('products:\n  - id: ec$0s')?.title).toBe(library.productById.get('ecs')?.en);
    expect(meaning('title: ec$0s')).toBeUndefined();
  });
});

describe('the contributed schema', () => {
  it('is what the tables say', async () => {
    await expect(`${JSON.stringify(caseJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
      '../../../data/case.schema.json',
    );
  });

  it('has the keys of the contract, no more and no fewer', () => {
    const { case: keys } = TEAM_KEYS;
    expect(keys.map((help) => help.key).sort()).toEqual(Object.keys(caseSchema.entries).sort());
    const entries = caseSchema.entries;
    const keysOf = (shape: keyof typeof TEAM_KEYS) => TEAM_KEYS[shape].map((help) => help.key).sort();
    expect(keysOf('product')).toEqual(Object.keys(entries.products.item.entries).sort());
    expect(keysOf('statement')).toEqual(Object.keys(entries.challenges.wrapped.item.entries).sort());
    expect(keysOf('replaced')).toEqual(Object.keys(entries.replaced.wrapped.item.entries).sort());
    const figure = entries.challenges.wrapped.item.entries.figures.wrapped.item;
    expect(keysOf('figure')).toEqual(Object.keys(figure.entries).sort());
  });

  it('takes every shipped case', () => {
    for (const study of library.cases) {
      for (const path of pathsOf(study)) expect(slotAt(path), path.join('.')).toBeDefined();
    }
  });
});

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((one, i) => pathsOf(one, [...path, i]));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
}
