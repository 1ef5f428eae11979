// What a sketch declares besides its products, read line by line where the file is not yet valid, too.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { linesOf } from '../../../src/core/text';
import { declaredIn } from '../../../src/yaml/declarations';
import { loadIdentifiers } from '../../../src/yaml/identifiers';
import { createReader } from '../../../src/yaml/reader';
import { signsOf } from '../../../src/yaml/signs';

const reader = createReader(loadIdentifiers(readFileSync('data/identifiers.tsv', 'utf8')));
const NOTHING = { problems: [], roles: [] };

function declared(text: string, fileName = 'file.yaml') {
  const lines = linesOf(text);
  const { roles, ...others } = declaredIn(reader.read(lines, { fileName }), lines);
  return { ...others, roles: roles.map((role) => `${role.productId}: ${role.text}`) };
}

const SKETCH = `architecture: shop # the new one
industry: "ecommerce" # not games
problems:
  - peak-traffic # sale
  # - cost
  - 'latency'
# industry: games
components:
  - name: cache
    product: redis
    role: 会话缓存 # and more
  - product: "oss"
    role: "stores: pictures"
    note: role
`;

describe('a sketch', () => {
  test('declares industry, problems and the roles of its components, without quotes and comments', () => {
    expect(declared(SKETCH)).toEqual({
      industry: 'ecommerce',
      problems: ['peak-traffic', 'latency'],
      roles: ['redis: 会话缓存', 'oss: stores: pictures'],
    });
  });

  test.each([
    [
      'in flow style',
      'architecture: x\nproblems: [cost, "latency"]\ncomponents: [{product: ecs, role: hosts, cases: [a]}]\n',
    ],
    [
      'with Windows line ends',
      'architecture: x\r\nproblems:\r\n- cost\r\n- latency\r\ncomponents:\r\n- product: ecs\r\n  role: hosts\r\n',
    ],
    ['the role first', 'architecture: x\nproblems: [cost, latency]\ncomponents:\n  - role: hosts\n    product: ecs\n'],
    [
      'said twice',
      'architecture: x\nproblems: [cost, latency, cost]\ncomponents:\n  - {product: ecs, role: hosts}\n  - {product: ecs, role: hosts}\n',
    ],
    [
      'half typed',
      'architecture: x\nproblems: [cost, latency]\ncomponents:\n  - product: ecs\n    role: hosts\n  - product: \n    role:\n  - prod\n',
    ],
  ])('%s', (_how, text) => {
    expect(declared(text)).toEqual({ problems: ['cost', 'latency'], roles: ['ecs: hosts'] });
  });

  test('a role is that of every product of its component', () => {
    const text =
      'architecture: x\ncomponents:\n  - {products: [ecs, oss], role: hosts}\n  - {product: slb, role: hosts}\n';
    expect(declared(text).roles).toEqual(['ecs: hosts', 'oss: hosts', 'slb: hosts']);
  });

  test('of a product that has very many roles the first are enough', () => {
    const parts = Array.from({ length: 500 }, (_, i) => `  - {product: ecs, role: part ${i}}\n`).join('');
    const { roles } = declared(`architecture: x\ncomponents:\n${parts}  - {product: oss, role: pictures}\n`);
    expect(roles).toHaveLength(21);
    expect(roles).toEqual(expect.arrayContaining(['ecs: part 0', 'oss: pictures']));
  });

  test('a role over several lines counts line by line', () => {
    const folded =
      'architecture: x\ncomponents:\n  - product: ecs\n    role: >\n      hosts the shop\n      and the games\n';
    expect(declared(folded).roles).toEqual(['ecs: hosts the shop', 'ecs: and the games']);
  });

  test('of components without a product says no role', () => {
    const text = 'components:\n  - name: a\n    role: nothing yet\n  - product:\n    role: nor here\n';
    expect(declared(`architecture: x\nindustry:\n${text}`)).toEqual(NOTHING);
  });

  test('says nothing with words in other places', () => {
    const text =
      'meta:\n  industry: games\nproblems: cost\nroles: [a]\ncomponents:\n  - product: ecs\n    more: {role: b, problems: [c]}\n';
    expect(declared(`architecture: x\n${text}`)).toEqual(NOTHING);
  });
});

describe('a file', () => {
  const KUBERNETES = 'apiVersion: v1\nkind: Service\nindustry: mining\nproblems: [no]\n';

  test('of another format declares nothing', () => {
    expect(declared(KUBERNETES)).toEqual(NOTHING);
    expect(declared('industry: games\nproblems: [cost]\n')).toEqual(NOTHING);
    expect(declared('')).toEqual(NOTHING);
  });

  test('of several documents declares what its sketches do', () => {
    const second =
      'architecture: y\nindustry: games\nproblems: [cost, latency]\ncomponents:\n  - {product: ecs, role: 主机}\n';
    expect(declared(`${KUBERNETES}---\n${SKETCH}---\n${second}`)).toEqual({
      industry: 'ecommerce',
      problems: ['peak-traffic', 'latency', 'cost'],
      roles: ['redis: 会话缓存', 'oss: stores: pictures', 'ecs: 主机'],
    });
  });

  test('a component is told from the one at the same place in another document', () => {
    const other = 'architecture: y\ncomponents:\n  - name: nothing\n    role: not known\n';
    expect(declared(`${SKETCH}---\n${other}`).roles).toEqual(['redis: 会话缓存', 'oss: stores: pictures']);
  });

  test('gives its review the industry and the problems', () => {
    const lines = linesOf(SKETCH);
    const signs = signsOf(reader.read(lines, { fileName: 'a.yaml' }), lines, 'a.yaml');
    expect(signs).toMatchObject({ industry: 'ecommerce', problems: ['peak-traffic', 'latency'] });
    expect(signs).not.toHaveProperty('roles');
  });
});

describe('a long sketch, edited', () => {
  const component = (i: number) => `  - name: c${i}\n    product: ${i % 2 ? 'ecs' : 'oss'}\n    role: role ${i % 97}\n`;
  const long = `architecture: x\nindustry: games\nproblems:\n  - cost\ncomponents:\n${Array.from({ length: 120 }, (_, i) => component(i)).join('')}`;

  test.each<[what: string, line: number, removed: number, put: readonly string[]]>([
    ['a role', 100, 1, ['    role: another']],
    ['a product away', 99, 1, ['    product:']],
    ['a comment', 98, 0, ['  # nothing']],
    ['a component in front', 5, 0, ['  - product: redis', '    role: cache']],
    ['a component away', 5, 3, []],
    ['the industry', 1, 1, ['industry: media']],
    ['a problem more', 4, 0, ['  - latency']],
    ['into a sketch no more', 0, 1, ['name: x']],
  ])('declares after an edit what a fresh reading does: %s', (_what, line, removed, put) => {
    const hints = { fileName: 'file.yaml' };
    const known = new WeakMap();
    const before = reader.read(linesOf(long), hints);
    const first = declaredIn(before, linesOf(long), known);
    const after = linesOf(
      long
        .split('\n')
        .toSpliced(line, removed, ...put)
        .join('\n'),
    );
    const change = { startLine: line, oldEndLine: line + removed, newEndLine: line + put.length };
    const edited = reader.read(after, hints, before, change);
    expect(declaredIn(edited, after, known)).toEqual(declaredIn(reader.read(after, hints), after));
    expect(declaredIn(before, linesOf(long), known)).toEqual(first);
  });
});
