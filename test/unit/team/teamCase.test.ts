import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { productNames } from '../../../src/core/importing/productNames';
import { teamKnown } from '../../../src/core/team/readTeamCase';
import { teamCaseSkeleton } from '../../../src/core/team/skeleton';
import { aliasList, joinAliases } from '../../../src/core/team/workspaceAliases';
import { readAliasFile, readTeamFile } from '../../../src/yaml/teamFiles';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const known = teamKnown(library.data);
const names = productNames(library.data.products);
const read = (text: string, path = '.casebook/cases/orders.yaml') => readTeamFile(text, path, known, names);

const GOOD = `title: Order centre
customer: Orders
summary: Orders moved to the cloud.
products: [ecs]
`;

/** What is found, with the text it is found at. */
function found(text: string, path?: string): string[] {
  const lines = text.split('\n');
  return read(text, path).findings.map(
    ({ severity, code, path: at, span }) =>
      `${severity} ${code} ${at} @${lines[span.line]?.slice(span.start, span.end)}`,
  );
}

describe('a team case', () => {
  it('needs title, customer and summary; the rest has defaults', () => {
    expect(read(GOOD).findings).toEqual([]);
    expect(read(GOOD).study).toMatchObject({
      id: 'team-orders',
      volume: 'team',
      section: 'orders',
      page: 0,
      title: { zh: 'Order centre', en: 'Order centre' },
      industry: 'unclassified',
      problems: [],
      products: [{ id: 'ecs', listed: true }],
      services: [],
    });
  });

  it('is the same contract as the shipped cases', () => {
    const { text: _text, ...study } = library.cases[0] ?? {};
    expect(read(JSON.stringify(study)).study).toEqual(study);
    expect(read(JSON.stringify(study)).findings).toEqual([]);
  });

  it.each([
    ['.casebook/cases/eu/Order Centre.yaml', 'team-order-centre'],
    ['.casebook/cases/v1.2.yml', 'team-v1.2'],
    ['.casebook/cases/-x-.yaml', 'team-x'],
  ])('%s is called %s', (path, id) => {
    expect(read(GOOD, path).study?.id).toBe(id);
  });

  it('has a stable number for a name without Latin letters', () => {
    const id = read(GOOD, '.casebook/cases/订单中心.yaml').study?.id;
    expect(id).toMatch(/^team-\d+$/);
    expect(read(GOOD, '.casebook/cases/别处/订单中心.yaml').study?.id).toBe(id);
    expect(read(GOOD, '.casebook/cases/订单中台.yaml').study?.id).not.toBe(id);
  });

  it('takes one text for both languages wherever both are meant', () => {
    const { study } = read(`${GOOD}challenges: [Too slow]
solution:
  - {zh: 换了, en: Changed, figures: [{value: 3, unit: 倍, kind: scale, label: faster}]}
replaced: [{what: Own servers, relation: replaced, by: ecs}]
notes: [Not public]
`);
    expect(study?.challenges).toEqual([{ zh: 'Too slow', en: 'Too slow' }]);
    expect(study?.solution[0]?.figures?.[0]?.label).toEqual({ zh: 'faster', en: 'faster' });
    expect(study?.replaced[0]?.what.en).toBe('Own servers');
    expect(study?.notes[0]?.zh).toBe('Not public');
  });

  it.each([
    ['a value', 'industry: games\n'],
    ['a list', 'problems:\n  - cost\n'],
    ['a quoted value', 'industry: "games"\n'],
  ])('reads Markdown with any line ends, the front matter ending in %s', (_what, last) => {
    const text = `---\n${GOOD}${last}---\n# Order centre\n\n- one\n`;
    const path = '.casebook/cases/a.md';
    expect(read(text.replaceAll('\n', '\r\n'), path)).toEqual(read(text, path));
    expect(read(text.replaceAll('\n', '\r\n'), path).study).toBeDefined();
  });

  it('as Markdown brings its own text', () => {
    const { study, findings } = read(`---\n${GOOD}---\n# Order centre\n\n- one\n- two\n`, '.casebook/cases/a.md');
    expect(findings).toEqual([]);
    expect(study?.text?.map((block) => block.kind)).toEqual(['heading', 'list']);
    expect(study?.text?.map((block) => block.text).join('')).toBe('# Order centre\n\n- one\n- two\n');
  });
});

describe('what is wrong with a team case', () => {
  it.each([
    ['an empty file', '', ['error wrong-type  @']],
    ['a list', '- a', ['error wrong-type  @-']],
    ['no title', GOOD.replace(/title.*\n/, ''), ['error missing title @c']],
    ['an unknown key', `${GOOD}prodcts: [ecs]\n`, ['error unknown-key prodcts @prodcts']],
    ['a wrong type', GOOD.replace('Orders\n', '7\n'), ['error wrong-type customer @7']],
    [
      'an unknown key inside',
      `${GOOD}challenges: [{zh: a, en: b, product: [ecs]}]\n`,
      ['error unknown-key challenges[0].product @product'],
    ],
    [
      'a value that is not allowed',
      `${GOOD}replaced: [{what: x, relation: gone}]\n`,
      ['error not-allowed replaced[0].relation @gone'],
    ],
    ['an id that is a path', `${GOOD}id: ../../x\n`, ['error not-allowed id @../../x']],
    ['a reserved id', `${GOOD}id: constructor\n`, ['error reserved id @id']],
    ['a prototype key', `${GOOD}__proto__: {a: 1}\n`, ['error reserved __proto__ @__proto__']],
    ['an unknown product', GOOD.replace('[ecs]', '[ecs, rdss]'), ['warning unknown-id products[1].id @rdss']],
    [
      'an unknown problem',
      `${GOOD}problems: [costs]\nchallenges: [{zh: a, en: b, problems: [costs]}]\n`,
      ['warning unknown-id problems[0] @costs'],
    ],
    ['a problem that nothing carries', `${GOOD}problems: [cost]\n`, ['information rule problems @problems']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('keeps a case with unknown ids and drops one with errors', () => {
    expect(read(GOOD.replace('[ecs]', '[ecs, rdss]')).study).toBeDefined();
    expect(read(`${GOOD}prodcts: [ecs]\n`).study).toBeUndefined();
  });

  it('suggests what was probably meant, by spelling and by name', () => {
    const suggestions = (id: string) => read(GOOD.replace('ecs', id)).findings[0]?.suggestions;
    expect(suggestions('rds-mysq')?.[0]).toBe('rds-mysql');
    expect(suggestions('ODPS')?.[0]).toBe('maxcompute');
    expect(read(`${GOOD}industry: game\n`).findings[0]?.suggestions[0]).toBe('games');
  });

  it('names the place of broken YAML, in Markdown too', () => {
    expect(read('title: "a\ncustomer: b\n').findings[0]).toMatchObject({ code: 'syntax', severity: 'error' });
    const markdown = read('---\ntitle: [\n---\n', '.casebook/cases/a.md').findings[0];
    expect(markdown?.code).toBe('syntax');
    expect(markdown?.span.line).toBeGreaterThan(0);
    expect(read('# Only text\n', '.casebook/cases/a.md').findings[0]).toMatchObject({
      code: 'missing',
      detail: 'front matter',
    });
  });

  it('does not grow with aliases, and does not read what is too large', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ];
    expect(read(bomb.join('\n')).findings[0]?.code).toBe('syntax');
    expect(read(`# ${'x'.repeat(2_000_000)}`).findings[0]?.code).toBe('too-large');
  });
});

describe('the alias file', () => {
  const aliases = (text: string) => readAliasFile(text, known);

  it('gives names and renames by product', () => {
    expect(aliases('aliases:\n  ecs: [vm pool, 小水管]\n  oss: bucket\nrenames:\n  drds: PolarDB-X\n')).toEqual({
      value: {
        aliases: { ecs: ['vm pool', '小水管'], oss: ['bucket'] },
        renames: { drds: { zh: 'PolarDB-X', en: 'PolarDB-X' } },
      },
      findings: [],
    });
  });

  it('leaves out what it cannot read and says so', () => {
    const { value, findings } = aliases('aliases:\n  esc: [x]\n  ecs: 3\nrename: {}\n');
    expect(value).toEqual({ aliases: {}, renames: {} });
    expect(findings.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'unknown-id aliases.esc',
      'unknown-key rename',
      'wrong-type aliases.ecs',
    ]);
    expect(aliases('').findings).toEqual([]);
    expect(aliases('a: [').value).toEqual({ aliases: {}, renames: {} });
  });
});

describe('alias tables of several folders', () => {
  it('are one; the first folder’s rename stands', () => {
    const text = (today: string) => ({ zh: today, en: today });
    const joined = joinAliases([
      { aliases: { ecs: ['a'] }, renames: { drds: text('first') } },
      { aliases: { ecs: ['b'], oss: ['c'] }, renames: { drds: text('second') } },
    ]);
    expect(joined.renames).toEqual({ drds: text('first') });
    expect(aliasList(joined).map(({ alias, id }) => `${alias}=${id}`)).toEqual(['a=ecs', 'b=ecs', 'c=oss']);
  });
});

describe('a new case from a file', () => {
  const source = {
    path: 'ros/shop "x"\n.yaml',
    products: [
      { productId: 'ecs', lines: [3, 9] },
      { productId: 'rds-mysql', lines: [12] },
      { productId: 'no-such', lines: [1] },
    ],
  };

  it.each(['zh', 'en'] as const)('validates as it is (%s)', (lang) => {
    const text = teamCaseSkeleton(source, library, lang);
    const { study, findings } = read(text);
    expect(findings).toEqual([]);
    expect(study?.products.map((use) => use.id)).toEqual(['ecs', 'rds-mysql']);
    expect(text).toContain('3, 9');
  });

  it('is a case without products too', () => {
    expect(read(teamCaseSkeleton({ path: 'a', products: [] }, library, 'en')).findings).toEqual([]);
    expect(parse(teamCaseSkeleton({ path: 'a', products: [] }, library, 'zh')).products).toEqual([]);
  });

  it.each([
    ['en', 'Left out on purpose: CDN: the partner: serves "it" # all'],
    ['zh', '有意不用 CDN：the partner: serves "it" # all'],
  ] as const)('tells in %s what the file leaves out on purpose, with the reason', (lang, note) => {
    const answers = [
      { productId: 'cdn', reason: 'the partner: serves "it" # all', line: 3 },
      { productId: 'waf', reason: '', line: 4 },
      { productId: 'ecs', reason: 'it is there by now', line: 5 },
      { productId: 'constructor', reason: 'no product', line: 6 },
    ];
    const source = { path: 'a.yaml', products: [{ productId: 'ecs', lines: [1] }], answers };
    const text = teamCaseSkeleton(source, library, lang);
    expect(read(text).findings).toEqual([]);
    expect(parse(text).notes).toEqual([note, lang === 'en' ? 'Left out on purpose: WAF' : '有意不用 WAF']);
    expect(text).toContain(lang === 'en' ? '# a.yaml line 4\n' : '# a.yaml 行 4\n');
  });
});
