// Completion as an architect sees it: what is offered, in which order, and the whole text after taking an entry.
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

import { placeOf, shortCitation } from '../../../src/core/cite';
import { typedNames } from '../../../src/core/completions/names';
import { completionNote } from '../../../src/core/completions/note';
import { roleCompletions } from '../../../src/core/completions/terms';
import { FILTER_LENGTH, filterText, fitOf } from '../../../src/core/completions/typed';
import { fileEvidence } from '../../../src/core/fileEvidence';
import { votingRoll } from '../../../src/core/kin';
import { completionsAt, readingOf, textAfter } from '../../support/editing';
import { realLibrary, tinyCase, tinyLibrary, withCases } from '../../support/library';

const ROS = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Entry:
    Type: ALIYUN::SLB::LoadBalancer
  App:
    Type: ALIYUN::ECS::InstanceGroup
  Pictures:
    Type: ALIYUN::OSS::Bucket
`;
const SKETCH = `architecture: shop
industry: ecommerce
problems: [peak-traffic]
components:
  - name: entry
    product: slb
  - name: app
    product: ecs
`;
const COMMANDS = { openCase: 'o', openProduct: 'p', copyCitation: 'c' };
const labels = (marked: string) => completionsAt(marked).map(({ label }) => label);
const values = (marked: string) => completionsAt(marked).map(({ completion }) => completion.value);

/** The syllables of a run of Han characters in a name, from the spelling of the whole name. */
function soundsOf(run: string, name: string, spelling: string): readonly string[] {
  const parts = [...name.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)];
  const first = parts.findIndex(({ index }) => index === name.indexOf(run));
  return spelling.split(' ').slice(first, first + run.length);
}

describe('products in architecture.yaml', () => {
  const marked = `${SKETCH}  - name: db\n    product: $0\n`;

  it('offers what similar cases used, with k of n, and not more than twenty', () => {
    const entries = completionsAt(marked);
    expect(entries).toHaveLength(20);
    expect(entries.every(({ detail }) => /\d+\/\d+$/.test(detail))).toBe(true);
    expect(values(marked).slice(0, 6)).toEqual(expect.arrayContaining(['oss']));
    expect(values(marked)).not.toContain('slb');
  });

  it('is the same list on every call', () => {
    expect(labels(marked)).toEqual(labels(marked));
  });

  it.each(['zh', 'en'] as const)('says of a stated problem how many of its cases used the product: %s', (lang) => {
    const library = realLibrary();
    const entries = completionsAt(marked).map(({ completion }) => completion);
    const notes = entries.map((entry) => completionNote(library, entry, { lang, commands: COMMANDS }));
    const name = library.problemById.get('peak-traffic')?.[lang] ?? '';
    const withProblem = library.cases.filter(({ problems }) => problems.includes('peak-traffic'));
    const told = notes.filter((note) => note.includes(`“${name}”`));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(notes.length);
    notes.forEach((note, i) => {
      const count = withProblem.filter(({ products }) => products.some(({ id }) => id === entries[i]?.value)).length;
      const said = lang === 'zh' ? `${withProblem.length} 个案例中，${count} 个` : `${count} of ${withProblem.length} `;
      if (note.includes(`“${name}”`)) expect(note).toContain(said);
    });
  });

  it('puts what the file already has last', () => {
    const found = values(`${SKETCH}  - name: more\n    product: s$0\n`);
    expect(found).toContain('slb');
    expect(found.indexOf('slb')).toBeGreaterThan(found.indexOf('sls'));
  });

  const inEmptySketch = (typed: string) =>
    `architecture: shop\ncomponents:\n  - name: first\n    product: ${typed}$0\n`;

  it.each(['k', 'kaf', 'redi', 'rd', 'gxx', 'guanxi', '关系', 'nas'])('finds the first product by %s', (typed) => {
    expect(values(inEmptySketch(typed)).length).toBeGreaterThan(0);
  });

  it.each(['', '  - product: pai\n', '  - product: rds-postgresql\n', '  - product: reds\n'])(
    'finds a product by its id and by the beginning of its id after %j',
    (before) => {
      const ids = realLibrary()
        .data.products.filter(({ kind }, i) => kind === 'product' && i % 5 === 0)
        .map(({ id }) => id);
      const missing = ids.filter((id) => {
        const marked = (typed: string) => `architecture: x\ncomponents:\n${before}  - product: ${typed}$0\n`;
        return values(marked(id))[0] !== id || !values(marked(id.slice(0, -1) || id)).includes(id);
      });
      expect(missing).toEqual([]);
    },
  );

  it('takes no initials from a sound and the English beside it', () => {
    expect(values(inEmptySketch('kaf'))).toEqual(['kafka']);
  });

  it('does not count the word that is being written as a product of the file', () => {
    const typing = (typed: string) =>
      completionsAt(`${SKETCH}  - name: queue\n    product: ${typed}$0\n`).find(({ label }) => label === 'kafka');
    expect(typing('kafka')?.completion.evidence).toEqual(typing('kaf')?.completion.evidence);
    expect(typing('kafka')?.completion.evidence).toMatchObject({ isPresent: false, all: false });
  });

  it('counts industries and products over the same cases', () => {
    const sketch = (last: string) => `architecture: x\n${last}components:\n  - product: rds-mysql\n`;
    const [industry] = completionsAt(sketch('industry: $0\n'));
    const [product] = completionsAt(`${sketch('')}  - product: $0\n`);
    const of = (entry?: { completion: { detail: string } }) => entry?.completion.detail.split('/')[1];
    expect(of(industry)).toBe(of(product));
  });

  it.each(['rds', '关系', 'gxx', 'guanxi', 'shujuku', '数据库', 'relational'])('finds RDS by %s', (typed) => {
    expect(values(`${SKETCH}  - name: db\n    product: ${typed}$0\n`)).toContain('rds');
  });

  describe('by their own Chinese name', () => {
    const { products, pinyin } = realLibrary().data;
    const named = products.flatMap(({ id, kind, zh }) => {
      const [run] = /\p{Script=Han}+/u.exec(zh) ?? [];
      // `云 SSO` and `Spark 服务` say in Chinese what many say.
      const isName = kind === 'product' && run !== undefined && !['云', '服务'].includes(run);
      return isName ? [{ id, run, sounds: soundsOf(run, zh, pinyin[zh] ?? '') }] : [];
    });
    const missedBy = (typed: (one: (typeof named)[number]) => string) =>
      named
        .filter((one) => !values(inEmptySketch(typed(one))).includes(one.id))
        .map((one) => `${one.id} ${typed(one)}`);

    it('all are found', () => {
      expect(named.length).toBeGreaterThan(150);
      expect(missedBy(({ run }) => run)).toEqual([]);
    });

    it('all are found by its pinyin', () => expect(missedBy(({ sounds }) => sounds.join(''))).toEqual([]));

    it('all are found by its initials', () =>
      expect(missedBy(({ sounds }) => sounds.map((sound) => sound.charAt(0)).join(''))).toEqual([]));

    it.each([
      ['云服务器', 'ecs'],
      ['阿里云服务器', 'ecs'],
      ['服务器', 'ecs'],
      ['yunfuwuqi', 'ecs'],
      ['fuwuqi', 'ecs'],
      ['fwq', 'ecs'],
      ['yfwq', 'ecs'],
      ['关系型数据库', 'rds'],
      ['关系型数据库', 'drds'],
      ['guanxixingshujuku', 'rds'],
      ['容器服务', 'ack'],
      ['数据传输服务', 'dts'],
      ['日志服务', 'sls'],
      ['rzfw', 'sls'],
      ['短信服务', 'sms'],
      ['微服务', 'mse'],
      ['钉钉', 'dingtalk'],
    ])('%s finds %s', (typed, id) => {
      expect(values(inEmptySketch(typed))).toContain(id);
    });

    it('none by a word that many names end with', () => {
      expect(values(inEmptySketch('版'))).toEqual([]);
      expect(values(inEmptySketch('fuwu'))).not.toContain('sls');
    });
  });

  it.each([
    ['rds-mysql', 'rds'],
    ['rds', 'rds-mysql'],
  ])('beside %s does not call %s lacking, and still finds it by name', (present, other) => {
    const sketch = `architecture: shop\ncomponents:\n  - product: ${present}\n  - product: redis\n`;
    expect(values(`${sketch}  - product: $0\n`)).not.toContain(other);
    const found = values(`${sketch}  - product: rd$0\n`);
    expect(found).toEqual(expect.arrayContaining([present, other]));
    expect(found.indexOf(present)).toBeGreaterThan(found.indexOf(other));
  });

  it('lists the voters that it counted, each with section and page', () => {
    const [first] = completionsAt(marked);
    if (first?.completion.evidence.kind !== 'votes') throw new Error('expected votes');
    const { voters } = first.completion.evidence;
    const note = completionNote(realLibrary(), first.completion, {
      lang: 'en',
      commands: COMMANDS,
    });
    expect(first.detail).toContain(`${voters.length}/`);
    expect(note.match(/^- .*§[\d.]+ p\\?\. ?\d+/gm)).toHaveLength(voters.length);
  });

  it('says of a voter what the product does there, where the case tells it', () => {
    const entry = completionsAt(marked).find(({ completion }) => completion.value === 'rds-mysql');
    if (!entry) throw new Error('expected RDS MySQL');
    const note = completionNote(realLibrary(), entry.completion, { lang: 'zh', commands: COMMANDS });
    expect(note).toMatch(/^- .*§[\d.]+ p\. \d+$/m);
    expect(note).toMatch(/^- .*§[\d.]+ p\. \d+ — \S/m);
    expect(note).not.toContain('列表所列');
  });
});

describe('the text after taking an entry', () => {
  const TABLE: readonly (readonly [marked: string, value: string, expected: string])[] = [
    ['product: $0', 'oss', 'product: oss'],
    ['product:$0', 'oss', 'product: oss'],
    ['product: o$0', 'oss', 'product: oss'],
    ['product: r$0edis # why', 'rds', 'product: rds # why'],
    ['product: "o$0"', 'oss', 'product: "oss"'],
    ['product: "o$0', 'oss', 'product: "oss"'],
    ["product: 'o$0'", 'oss', "product: 'oss'"],
    ['cases: [$0]', 'inet-1.26', 'cases: [inet-1.26]'],
    ['cases: $0', 'inet-1.26', 'cases: [inet-1.26]'],
    ['cases: [inet-3, $0]', 'inet-1.26', 'cases: [inet-3, inet-1.26]'],
    ['cases: [inet-3,$0]', 'inet-1.26', 'cases: [inet-3,inet-1.26]'],
  ];

  it.each(TABLE)('%s and %s', (line, value, expected) => {
    const typed = line.includes('cases') ? line.replace(/\$0/, 'inet-1.26$0') : line;
    const marked = `${SKETCH}  - name: new\n    ${typed}\n`;
    const after = textAfter(marked, value);
    expect(after).toBe(`${SKETCH}  - name: new\n    ${expected}\n`);
    expect(parse(after).components).toHaveLength(3);
  });

  it('offers the cases of a component that others follow', () => {
    const marked = (line: string) =>
      `architecture: x\ncomponents:\n  - name: a\n    product: oss\n    ${line}\n  - name: b\n    product: cdn\n`;
    expect(values(marked('cases: $0'))).toContain('inet-1.6');
    expect(values(marked('cases: $0\n    - inet-3'))).toEqual([]);
    expect(values(marked('cases: $0\n      - inet-3'))).toEqual([]);
    const after = textAfter(marked('cases: inet-1.26$0'), 'inet-1.26');
    expect(parse(after).components).toMatchObject([{ cases: ['inet-1.26'] }, { name: 'b' }]);
  });

  it('writes items of a block list', () => {
    const marked = `architecture: shop\nproblems:\n  - peak-traffic\n  - ela$0\ncomponents: []\n`;
    expect(parse(textAfter(marked, 'elasticity')).problems).toEqual(['peak-traffic', 'elasticity']);
  });

  it('offers no problem twice', () => {
    const marked = `architecture: shop\nproblems: [peak-traffic, $0]\ncomponents: []\n`;
    expect(values(marked)[0]).not.toBe('peak-traffic');
  });

  it('writes a role in the words of the cases, quoted where YAML asks for it', () => {
    const marked = `${SKETCH}  - product: oss\n    role: $0\n`;
    const [first] = completionsAt(marked, { lang: 'zh' });
    if (!first) throw new Error('expected a role');
    const after = parse(textAfter(marked, first.completion.value, { lang: 'zh' }));
    expect(after.components[2].role).toBe(first.completion.value);
  });

  it('offers the role of a relative where the case leaves that of the first one untold', () => {
    const use = (id: string, zh: string) => ({ id, listed: true, role: { zh, en: zh } });
    const library = tinyLibrary(
      [tinyCase('1', [], { products: [use('rds', '列表所列，正文未述'), use('rds-mysql', '订单库')] })],
      { families: { rds: ['rds-mysql'] } },
    );
    const file = fileEvidence(library, votingRoll(library), []);
    const roles = (id: string) => roleCompletions(file, typedNames(library), id, 'zh').map(({ value }) => value);
    expect(roles('rds')).toEqual(['订单库']);
    expect(roles('rds-mysql')).toEqual(['订单库']);
  });

  it('says of a role who describes the product so', () => {
    const [first] = completionsAt(`${SKETCH}  - product: redis\n    role: $0\n`);
    if (!first) throw new Error('expected a role');
    const note = completionNote(realLibrary(), first.completion, { lang: 'en', commands: COMMANDS });
    expect(note).toMatch(/^1 of \d+ cases with Redis describe it so:\n- /);
  });

  it('offers the roles of the component in the same document', () => {
    const other = 'architecture: other\ncomponents:\n  - product: vod\n  - product: vod\n  - product: kafka\n---\n';
    const asked = `${SKETCH}  - product: redis\n    role: $0\n`.replace('product: ecs', 'product: oss');
    const alone = values(asked).sort();
    const below = values(`${other}${asked}`).sort();
    expect(below).toEqual(alone);
  });

  it('offers no role that a case leaves untold', () => {
    for (const lang of ['zh', 'en'] as const) {
      const roles = completionsAt(`${SKETCH}  - product: ecs\n    role: $0\n`, { lang });
      expect(roles.length).toBeGreaterThan(5);
      expect(roles.filter(({ label }) => /列表所列|^listed|does not say/.test(label))).toEqual([]);
    }
  });
});

describe('scale in architecture.yaml', () => {
  const component = `${SKETCH}  - product: polardb\n    scale: $0\n`;

  it('offers what cases state of their size, each with its place', () => {
    const entries = completionsAt(component);
    expect(entries.map(({ insertText }) => insertText)).toContain('5–10 TB (article data)');
    expect(entries.every(({ detail }) => / · §\S+ p\. \d+$/.test(detail))).toBe(true);
    for (const { completion } of entries) {
      if (completion.evidence.kind !== 'figure') throw new Error('expected a figure');
      const { study } = completion.evidence;
      expect(study.products.some(({ id }) => id.startsWith('polardb'))).toBe(true);
      expect(completion.detail).toBe(placeOf(study));
    }
  });

  it('offers neither shares nor multiples: they say how large nothing is', () => {
    const all = ['ecs', 'maxcompute', 'rds-mysql', 'slb'].flatMap((id) =>
      completionsAt(`${SKETCH}  - product: ${id}\n    scale: $0\n`, { lang: 'zh' }),
    );
    expect(all.length).toBeGreaterThan(40);
    const units = all.flatMap(({ completion }) => completion.evidence.kind === 'figure' && completion.value);
    expect(units.filter((value) => value && /[%倍]/.test(value.replace(/（.*/, '')))).toEqual([]);
  });

  it('first what is said of the product itself, then of the cases that hold it', () => {
    const about = completionsAt(component).map(({ completion }) =>
      completion.evidence.kind === 'figure'
        ? (completion.evidence.statement.products?.includes('polardb') ?? false)
        : false,
    );
    expect(about).toEqual([...about].sort((a, b) => Number(b) - Number(a)));
    expect(about).toContain(false);
  });

  it('offers those of all cases for the whole and for a component without a product, the closest first', () => {
    const whole = `scale: $0\n${SKETCH}`;
    const library = realLibrary();
    for (const marked of [whole, `${SKETCH}  - name: new\n    scale: $0\n`]) {
      const [first, ...rest] = completionsAt(marked);
      expect(rest).toHaveLength(19);
      const { evidence } = first?.completion ?? {};
      const used =
        evidence?.kind === 'figure' ? evidence.study.products.map(({ id }) => library.familyOf.get(id) ?? id) : [];
      expect(used).toEqual(expect.arrayContaining(['slb']));
    }
  });

  it.each(['en', 'zh'] as const)('writes a value that YAML reads as it stands, in %s', (lang) => {
    for (const typed of ['', lang === 'zh' ? '用户' : 'users']) {
      const marked = `${SKETCH}  - name: new\n    scale: ${typed}$0\n`;
      const entries = completionsAt(marked, { lang });
      expect(entries.length).toBeGreaterThan(3);
      expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
      for (const { completion } of entries) {
        const after = parse(textAfter(marked, completion.value, { lang }));
        expect(after.components[2].scale).toBe(completion.value);
      }
    }
  });

  it('tells the statement and where it stands', () => {
    const entry = completionsAt(component).find(({ label }) => label === '5–10 TB (article data)');
    if (!entry) throw new Error('expected the entry');
    const note = completionNote(realLibrary(), entry.completion, { lang: 'en', commands: COMMANDS });
    expect(note).toContain('PolarDB holds 5 to 10 TB of articles');
    expect(note).toMatch(/\]\(command:o\S+\) §[\d.]+ p\\?\. ?\d+/);
  });
});

describe('values of foreign formats', () => {
  const db = `${ROS}  Db:\n    Type: $0\n`;

  it('are valid there, stand after the schema and bear a label of their own', () => {
    const entries = completionsAt(db);
    expect(entries.length).toBeGreaterThan(5);
    for (const { insertText, label, sortText } of entries) {
      expect(insertText).toMatch(/^ALIYUN::\w+::\w+$/);
      expect(label).not.toBe(insertText);
      expect(sortText).toMatch(/^~/);
    }
  });

  it('come by rank and under their value when the setting says on', () => {
    const [first] = completionsAt(db, { isAfterOthers: false });
    expect(first?.sortText).toBe('000');
    expect(first?.label).toBe(first?.insertText);
  });

  it('offer one main value a product, and the others when typed', () => {
    expect(values(db)).toContain('ALIYUN::RDS::DBInstance');
    expect(values(db)).not.toContain('ALIYUN::RDS::Database');
    expect(values(`${ROS}  Db:\n    Type: ALIYUN::RDS::Data$0\n`)).toContain('ALIYUN::RDS::Database');
  });

  it('never come twice', () => {
    for (const marked of [db, `${ROS}  Db:\n    Type: ALIYUN::$0\n`]) {
      expect(new Set(labels(marked)).size).toBe(labels(marked).length);
    }
  });

  it.each(['云服务器', '服务器', 'fuwuqi', 'yfwq'])('are found by the Chinese name: %s', (typed) => {
    expect(values(`${ROS}  More:\n    Type: ${typed}$0\n`)).toContain('ALIYUN::ECS::Instance');
  });

  it.each(['ALIYUN::R', 'rds', '关系', 'gxx'])('are found by %s', (typed) => {
    expect(values(`${ROS}  Db:\n    Type: ${typed}$0\n`)).toContain('ALIYUN::RDS::DBInstance');
  });

  it('come first where the product is called so, and then where another name holds the word', () => {
    const offered = values(`${ROS}  More:\n    Type: oss$0\n`);
    const isOfOss = (value: string) => value.startsWith('ALIYUN::OSS::');
    expect(offered[0]).toBe('ALIYUN::OSS::Bucket');
    expect(offered.filter(isOfOss).length).toBeGreaterThan(5);
    expect(offered.slice(0, offered.findLastIndex(isOfOss)).filter((value) => !isOfOss(value))).toEqual([]);
  });

  it('are not those in whose names the letters merely follow each other', () => {
    const devs = 'edition: 3.0.0\nresources:\n  f:\n    component: fc$0\n';
    expect(values(devs)).toEqual([]);
    expect(values(`${ROS}  Db:\n    Type: rdsinst$0\n`)[0]).toBe('ALIYUN::RDS::DBInstance');
  });

  const WHOLE: readonly (readonly [marked: string, value: string, expected: string])[] = [
    [`${ROS}  Db:\n    Type: $0\n`, 'ALIYUN::RDS::DBInstance', `${ROS}  Db:\n    Type: ALIYUN::RDS::DBInstance\n`],
    [
      `${ROS}  Db:\n    Type: ALIYUN::$0\n    Properties:\n      Engine: MySQL\n`,
      'ALIYUN::RDS::DBInstance',
      `${ROS}  Db:\n    Type: ALIYUN::RDS::DBInstance\n    Properties:\n      Engine: MySQL\n`,
    ],
    [
      'name: shop\nruntime: yaml\nresources:\n  db:\n    type: alicloud:r$0\n',
      'alicloud:rds:Instance',
      'name: shop\nruntime: yaml\nresources:\n  db:\n    type: alicloud:rds:Instance\n',
    ],
    [
      'edition: 3.0.0\nresources:\n  files:\n    component: $0\n    props: {}\n',
      'oss',
      'edition: 3.0.0\nresources:\n  files:\n    component: oss\n    props: {}\n',
    ],
    [
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: db\n      type: $0\n',
      'alibaba-rds',
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: db\n      type: alibaba-rds\n',
    ],
    [
      'apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: $0\nmetadata:\n  name: x\n',
      'Bucket',
      'apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: Bucket\nmetadata:\n  name: x\n',
    ],
    [
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    a: b\n    $0\n  name: x\n',
      'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id',
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    a: b\n    service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id: \n  name: x\n',
    ],
    [
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    loadbalancer-i$0: x\n  name: x\n',
      'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id',
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id: x\n  name: x\n',
    ],
  ];

  it.each(WHOLE)('%j with %s', (marked, value, expected) => {
    const typed = marked.includes('a: b\n    $0') ? marked.replace('$0', 'loadbalancer-id$0') : marked;
    const after = textAfter(typed, value);
    expect(after).toBe(expected);
    expect(parseAllDocuments(after).flatMap(({ errors }) => errors)).toEqual([]);
  });

  const LB_ID = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id';
  const service = (line: string, eol = '\n') =>
    ['apiVersion: v1', 'kind: Service', 'metadata:', '  annotations:', `    ${line}`, '  name: x', ''].join(eol);

  it.each([
    ['"loadbalancer-id$0"', `"${LB_ID}": `],
    ["'loadbalancer-id$0'", `'${LB_ID}': `],
    ['"loadbalancer-id$0', `"${LB_ID}": `],
    ['"loadbalancer-id$0": x', `"${LB_ID}": x`],
    ['"loadbalancer-id$0" : x', `"${LB_ID}" : x`],
    ['"loadbalancer-id$0"  # why', `"${LB_ID}":   # why`],
  ])('make a key of what is between quotes: %s', (line, expected) => {
    const after = textAfter(service(line), LB_ID);
    expect(after).toBe(service(expected));
    expect(Object.keys(parse(after).metadata.annotations)).toEqual([LB_ID]);
  });

  it('make a key of two quotes with nothing between', () => {
    const [first] = completionsAt(service('"$0"'));
    if (!first) throw new Error('expected an annotation');
    const { value } = first.completion;
    expect(textAfter(service('"$0"'), value)).toBe(service(`"${value}": `));
  });

  it('offer no annotation that is there already', () => {
    const key = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id';
    const marked = `apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    ${key}: x\n    loadbalancer-id$0\n`;
    expect(values(marked)).not.toContain(key);
  });

  it('offer no data source, no function and no other spelling of the same component', () => {
    expect(values(`${ROS}  Db:\n    Type: DATASOURCE::$0\n`)).toEqual([]);
    const pulumi = 'name: shop\nruntime: yaml\nresources:\n  db:\n    type: alicloud:rds:get$0\n';
    expect(values(pulumi).filter((value) => value.includes(':get'))).toEqual([]);
  });
});

describe('the text after taking a value, read again', () => {
  const ECI = 'k8s.aliyun.com/eci-use-specs';
  const K8S = (kind: string, rest: string) => `apiVersion: v1\nkind: ${kind}\n${rest}`;
  const pod = (key: string) => `metadata:\n  annotations:\n    ${key}\nspec: {}\n`;
  const deployment = (key: string) =>
    `spec:\n  template:\n    metadata:\n      annotations:\n        a: b\n        ${key}\n    spec: {}\n`;
  const cronJob = (key: string) =>
    `spec:\n  jobTemplate:\n    spec:\n      template:\n        metadata:\n          annotations:\n            ${key}\n`;
  const quoted = (key: string) => `metadata:\n  annotations:\n    "a": b\n    ${key}\n`;
  const json = (value: string) => `{\n  "architecture": "x",\n  "components": [{"product": "${value}"}]\n}\n`;
  const rosJson = (value: string) =>
    `{"ROSTemplateFormatVersion": "2015-09-01",\n "Resources": {\n  "Db": {"Type": "${value}"}\n }\n}\n`;
  const sketch = (value: string) => `architecture: x\ncomponents:\n  - product: ${value}\n`;
  const ros = (value: string) => `ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Db:\n    Type: ${value}\n`;
  const LB_ID = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id';
  const ALB = 'alb.ingress.kubernetes.io/listen-ports';

  const PLACES: readonly (readonly [
    where: string,
    text: (written: string) => string,
    typed: string,
    value: string,
    written: string,
    productId: string,
  ])[] = [
    ['an Ingress', (key) => K8S('Ingress', pod(key)), 'listen-p$0', ALB, `${ALB}: `, 'alb'],
    ['a Pod', (key) => K8S('Pod', pod(key)), 'use-specs$0', ECI, `${ECI}: `, 'eci'],
    ['a Deployment', (key) => K8S('Deployment', deployment(key)), 'use-specs$0', ECI, `${ECI}: `, 'eci'],
    ['a CronJob', (key) => K8S('CronJob', cronJob(key)), 'use-specs$0', ECI, `${ECI}: `, 'eci'],
    ['a Service, quoted', (key) => K8S('Service', quoted(key)), '"loadbalancer-id$0"', LB_ID, `"${LB_ID}": `, 'clb'],
    ['an Ingress, quoted', (key) => K8S('Ingress', quoted(key)), "'listen-p$0'", ALB, `'${ALB}': `, 'alb'],
    ['a Deployment, quoted', (key) => K8S('Deployment', deployment(key)), '"use-s$0', ECI, `"${ECI}": `, 'eci'],
    ['a sketch', sketch, 'kaf$0', 'kafka', 'kafka', 'kafka'],
    ['a sketch in JSON', json, 'kaf$0', 'kafka', 'kafka', 'kafka'],
    ['ROS', ros, 'rds$0', 'ALIYUN::RDS::DBInstance', 'ALIYUN::RDS::DBInstance', 'rds'],
    ['ROS in JSON', rosJson, 'rds$0', 'ALIYUN::RDS::DBInstance', 'ALIYUN::RDS::DBInstance', 'rds'],
  ];

  const LINE_ENDS = [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const;
  const ROWS = PLACES.flatMap((place) => LINE_ENDS.map(([name, eol]) => [name, ...place, eol] as const));

  it.each(ROWS)('tells the product, with %s: %s', (_name, _where, text, typed, value, written, productId, eol) => {
    const inFile = (token: string) => text(token).replaceAll('\n', eol);
    const after = textAfter(inFile(typed), value);
    expect(after).toBe(inFile(written));
    expect(parseAllDocuments(after).flatMap(({ errors }) => errors)).toEqual([]);
    expect(readingOf(after).mentions.map((mention) => mention.productId)).toContain(productId);
  });
});

describe('citations in every format', () => {
  const FORMATS: readonly (readonly [format: string, before: string, after: string])[] = [
    ['ros', 'ROSTemplateFormatVersion: "2015-09-01"\nResources:\n', '  Db:\n    Type: ALIYUN::RDS::DBInstance\n'],
    [
      'oos',
      'FormatVersion: OOS-2019-06-01\nTasks:\n',
      '  - Name: a\n    Action: ACS::ExecuteAPI\n    Properties:\n      Service: RDS\n      API: DescribeDBInstances\n',
    ],
    [
      'kubernetes',
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n',
      '    service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id: x\n',
    ],
    ['compose', 'services:\n', '  db:\n    image: mysql:8\n'],
    ['serverless-devs', 'edition: 3.0.0\nresources:\n', '  files:\n    component: oss\n    props: {}\n'],
    ['pulumi', 'name: shop\nruntime: yaml\nresources:\n', '  db:\n    type: alicloud:rds:Instance\n'],
    ['crossplane', '', 'apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: Bucket\nmetadata:\n  name: x\n'],
    [
      'kubevela',
      'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n',
      '    - name: db\n      type: alibaba-rds\n',
    ],
    ['ansible', '- hosts: all\n  tasks:\n', '    - name: db\n      ali_rds_instance:\n        state: present\n'],
    ['architecture', 'architecture: x\ncomponents:\n', '  - product: oss\n'],
  ];

  it.each(FORMATS)('%s: the cases of the resource beneath, written into the comment', (format, before, after) => {
    const study = realLibrary().caseById.get('inet-1.26');
    if (!study) throw new Error('expected the case');
    const indent = /^ */.exec(after)?.[0] ?? '';
    const marked = (comment: string) => `${before}${indent}${comment}\n${after}`;
    expect(readingOf(marked('# case: ')).documents[0]?.format).toBe(format);
    const taken = textAfter(marked('# case: @inet-1.26$0'), shortCitation(study));
    expect(taken).toBe(marked(`# case: ${shortCitation(study)}`));
    expect(parseAllDocuments(taken).flatMap(({ errors }) => errors)).toEqual([]);
    const [first] = completionsAt(marked('# case: $0'));
    const used = first?.completion.evidence.kind === 'case' ? first.completion.evidence.study.products : [];
    const mentioned = readingOf(marked('# case: ')).mentions.flatMap(({ productId }) => [
      productId,
      realLibrary().familyOf.get(productId) ?? productId,
    ]);
    expect(used.some(({ id }) => mentioned.includes(realLibrary().familyOf.get(id) ?? id))).toBe(true);
  });
});

describe('citations in comments', () => {
  const above = (comment: string) => `${ROS}  ${comment}\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n`;
  const LINES: readonly (readonly [comment: string, expected: string])[] = [
    ['# case: $0', '# case: inet-1.26 § 1.26 p. 40'],
    ['# case:$0', '# case: inet-1.26 § 1.26 p. 40'],
    ['# 案例：@$0', '# 案例： inet-1.26 § 1.26 p. 40'],
    ['# case: @inet-1.26$0', '# case: inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53$0', '# case: inet-3 § 3 p. 53; inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53 $0', '# case: inet-3 § 3 p. 53; inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53 @1.26$0', '# case: inet-3 § 3 p. 53; inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53; $0', '# case: inet-3 § 3 p. 53; inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53;$0', '# case: inet-3 § 3 p. 53; inet-1.26 § 1.26 p. 40'],
    ['# case: $0inet-3 § 3 p. 53', '# case: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53'],
    ['# case: inet-1.2$0 § 1.2 p. 9', '# case: inet-1.26 § 1.26 p. 40'],
    ['# case: inet-1.$0', '# case: inet-1.26 § 1.26 p. 40'],
    ['# case: @inet-1.$0', '# case: inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53; inet-1.$0', '# case: inet-3 § 3 p. 53; inet-1.26 § 1.26 p. 40'],
    ['# case: $0 inet-3 § 3 p. 53', '# case: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53'],
    ['# case: @$0 inet-3 § 3 p. 53', '# case: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53'],
    ['# case: inet-1.$0 inet-3 § 3 p. 53', '# case: inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53'],
    ['# case: inet-5; $0 inet-3 § 3 p. 53', '# case: inet-5; inet-1.26 § 1.26 p. 40; inet-3 § 3 p. 53'],
    ['# case: $0, inet-3 § 3 p. 53', '# case: inet-1.26 § 1.26 p. 40, inet-3 § 3 p. 53'],
    ['# case: inet-3 § 3 p. 53 (note) $0', '# case: inet-3 § 3 p. 53 (note); inet-1.26 § 1.26 p. 40'],
    ['# case: inet-3 § 3 p. 53 （见 a；b） @1.26$0', '# case: inet-3 § 3 p. 53 （见 a；b）; inet-1.26 § 1.26 p. 40'],
  ];

  const library = realLibrary();
  const few = withCases(
    library,
    library.cases.filter(({ id }) => id === 'inet-1.26' || id === 'inet-3'),
  );

  it.each(LINES)('%s', (comment, expected) => {
    const study = few.caseById.get('inet-1.26');
    if (!study) throw new Error('expected the case');
    const after = textAfter(above(comment), shortCitation(study), { library: few });
    expect(after.replace(`p. ${study.page}`, 'p. 40')).toBe(above(expected));
    expect(parseAllDocuments(after).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('go on at the dot of an id', () => {
    const offered = (typed: string) => completionsAt(above(`# case: ${typed}$0`)).map(({ label }) => label);
    expect(offered('inet-1.')).toContain('inet-1.26');
    expect(offered('@inet-1.')).toEqual(offered('inet-1.'));
  });

  it('ranks by the resource beneath', () => {
    const first = completionsAt(above('# case: $0'))[0]?.completion.label ?? '';
    const uses = library.caseById.get(first)?.products.map(({ id }) => id) ?? [];
    expect(uses.some((id) => id === 'rds' || library.familyOf.get(id) === 'rds')).toBe(true);
  });

  it('does not offer what the group cites', () => {
    const entries = completionsAt(above('# case: inet-3 § 3 p. 53; @inet-3$0'));
    expect(entries.map(({ label }) => label)).not.toContain('inet-3');
  });

  it.each(['@huya', '@虎牙', '@hy'])('finds a customer by %s', (typed) => {
    const entries = completionsAt(above(`# case: ${typed}$0`), { lang: 'zh' });
    const names = entries.map(({ label }) => realLibrary().caseById.get(label)?.customer.zh ?? '');
    expect(names.some((name) => name.includes('虎牙'))).toBe(true);
  });
});

describe('products that a comment ignores', () => {
  const devs = 'edition: 3.0.0\nresources:\n  f:\n    component: ';
  const vela = 'apiVersion: core.oam.dev/v1beta1\nkind: Application\nspec:\n  components:\n    - name: a\n      type: ';

  it.each([
    ['KubeVela', 'oss', `${vela}$0\n`, 'alibaba-oss'],
    ['Serverless Devs', 'oss', `${devs}$0\n`, 'oss'],
    ['Crossplane', 'oss', 'apiVersion: oss.alibaba.crossplane.io/v1alpha1\nkind: $0\n', 'Bucket'],
    ['ROS', 'oss', `${ROS}  More:\n    Type: oss$0\n`, 'ALIYUN::OSS::Bucket'],
    [
      'a Service',
      'slb',
      'apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    $0\n',
      'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id',
    ],
    ['a sketch', 'redis', `${SKETCH}  - product: redis$0\n`, 'redis'],
  ])('are not offered in %s', (_where, name, marked, value) => {
    const typed = marked.includes('annotations') ? marked.replace('$0', 'loadbalancer-id$0') : marked;
    expect(values(typed)).toContain(value);
    expect(values(`# cases: ignore ${name}\n${typed}`)).not.toContain(value);
    const offered = completionsAt(`# cases: ignore ${name}\n${marked}`).map(({ completion }) => completion.evidence);
    const family = [name, ...(realLibrary().data.families[name] ?? [])];
    expect(offered.flatMap((one) => (one.kind === 'votes' ? [one.productId] : []))).not.toEqual(
      expect.arrayContaining([expect.toSatisfy((id) => family.includes(id))]),
    );
  });

  it.each(['role', 'scale'])('have no %s offered', (key) => {
    const marked = `${SKETCH}  - product: redis\n    ${key}: $0\n`;
    expect(values(marked).length).toBeGreaterThan(0);
    expect(values(`# cases: ignore redis\n${marked}`)).toEqual([]);
  });

  it.each([
    ['a comment', `  # case: $0\n  Db:\n    Type: ALIYUN::RDS::DBInstance\n`, ROS],
    ['a component', `  - product: rds\n    cases: [$0]\n`, SKETCH],
  ])('do not rank the cases of %s', (_where, part, file) => {
    const ignoring = (rest: string) => labels(`# cases: ignore rds\n${file}${rest}`);
    expect(labels(file + part)).not.toEqual(ignoring(part));
    const unnamed = part.replace('ALIYUN::RDS::DBInstance', 'Some::Thing').replace('product: rds', 'name: x');
    expect(ignoring(part)).toEqual(ignoring(unnamed));
  });
});

describe('what is typed', () => {
  it('keeps within what the editor reads, at a word', () => {
    const text = filterText('ALIYUN::RDS::DBInstance', 'word '.repeat(60));
    expect(text.length).toBeLessThanOrEqual(FILTER_LENGTH);
    expect(text.endsWith('word')).toBe(true);
  });

  it('keeps every entry of the library within it', () => {
    for (const { filterText: text } of completionsAt(`${SKETCH}  - product: $0\n`)) {
      expect(text.length).toBeLessThanOrEqual(FILTER_LENGTH);
    }
  });

  it.each([
    ['rds', 'rds 云 数据库', 3],
    ['', 'anything', 3],
    ['  rds', 'rds', 4],
    ['rds', 'rds-mysql', 3],
    ['aliyun::r', 'ALIYUN::RDS::DBInstance', 3],
    ['云', 'rds 云 数据库', 2],
    ['guanxi', 'rds guan xi xing', 2],
    ['guan xi', 'rds guan xi xing', 2],
    ['数据库', 'rds 数据 库', 2],
    ['DBI', 'ALIYUN::RDS::DBInstance', 2],
    ['fwq', 'ecs yun fu wu qi', 1],
    ['rzfw', 'sls ri zhi~fu~wu', 1],
    ['rizhifu', 'sls ri zhi~fu~wu', 2],
    ['fuwu', 'sls ri zhi~fu~wu', -1],
    ['gxx', 'rds guan xi xing', 1],
    ['ard', 'ALIYUN::RDS::DBInstance', 1],
    ['rdsinst', 'ALIYUN::RDS::DBInstance', 0],
    ['据', 'rds 云 数据库', -1],
    ['ds', 'rds 云', -1],
    ['x', 'rds', -1],
  ])('%j in %j: %s', (typed, filter, expected) => {
    expect(fitOf(typed, filter)).toBe(expected);
  });

  it.each([
    ['oss', 'oss 对象 存储', 3],
    ['oss', 'redis | tair redis oss', 2],
    ['fc', 'f x c', -1],
  ])('%j beside a label in %j: %s', (typed, words, expected) => {
    expect(fitOf(typed, 'label', words)).toBe(expected);
  });
});
