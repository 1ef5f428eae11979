// What hovers say: evidence with its place, whole numbers, few lines, nothing without evidence.
import { describe, expect, it } from 'vitest';

import { citationHover, firstSentence } from '../../../src/core/citationHover';
import { companyOf } from '../../../src/core/companions';
import { imageHover } from '../../../src/core/imageHover';
import { votingRoll } from '../../../src/core/kin';
import type { Library } from '../../../src/core/library';
import type { Lang } from '../../../src/core/model';
import { productHover } from '../../../src/core/productHover';
import { evidenceOf, readingOf } from '../../support/editing';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';

const commands = { openCase: 'x.case', openProduct: 'x.product', copyCitation: 'x.copy' };
const ROS = `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Entry: {Type: ALIYUN::SLB::LoadBalancer}
  App: {Type: ALIYUN::ECS::InstanceGroup}
  Db: {Type: ALIYUN::RDS::DBInstance}
  Pictures: {Type: ALIYUN::OSS::Bucket}
`;

interface Asking {
  readonly library?: Library;
  readonly style?: 'short' | 'full';
  readonly lang?: Lang;
  readonly text?: string;
}

function hoverOf(productId: string, { library = realLibrary(), style = 'full', lang = 'en', text = ROS }: Asking = {}) {
  const evidence = evidenceOf(library, readingOf(text));
  const { products: fileProducts, matches, roll } = evidence;
  return productHover(library, roll, { productId, fileProducts, matches, style, lang, commands });
}

/** The lines as read: links as their text. */
const read = (markdown: string | undefined) => markdown?.replace(/\]\([^)]*\)/g, ']').split(/\s*\n/) ?? [];

describe('hover on a product', () => {
  it('names it in both languages, counts, and gives three cases with their place and what they share', () => {
    const lines = read(hoverOf('oss'));
    expect(lines[0]).toBe('**对象存储OSS** · Object Storage Service (OSS)');
    expect(lines[1]).toMatch(/^\d+ of 85 cases · \[all cases]$/);
    const cases = lines.filter((line) => line.startsWith('- '));
    expect(cases).toHaveLength(3);
    for (const line of cases) expect(line).toMatch(/^- \[.+] §[\d.]+ p. \d+ — .+$/);
  });

  it('has at most eight lines, and two when short, in both languages', () => {
    const library = realLibrary();
    const { products: fileProducts, matches, roll } = evidenceOf(library, readingOf(ROS));
    for (const { id: productId } of library.data.products) {
      for (const lang of ['zh', 'en'] as const) {
        const asked = { productId, fileProducts, matches, lang, commands };
        const full = productHover(library, roll, { ...asked, style: 'full' });
        const short = productHover(library, roll, { ...asked, style: 'short' });
        expect(full?.split('\n').length ?? 0).toBeLessThanOrEqual(8);
        expect(short?.split('\n').length ?? 2).toBe(2);
      }
    }
  });

  it('says nothing without a case', () => {
    expect(hoverOf('acr')).toBeUndefined();
    expect(hoverOf('no-such-product')).toBeUndefined();
  });

  it('calls what a case shares with the file by its name in the language', () => {
    const text = `${ROS}  Stream: {Type: ALIYUN::LIVE::Domain}\n  Grow: {Type: ALIYUN::ESS::ScalingGroup}\n`;
    const [zh, en] = (['zh', 'en'] as const).map((lang) => hoverOf('cdn', { lang, text }) ?? '');
    expect(zh).toContain('视频直播');
    expect(zh).not.toMatch(/\bLive\b|Auto Scaling/);
    expect(en).toMatch(/\bLive\b/);
  });

  it('says when the cases are those of the family', () => {
    expect(read(hoverOf('clb'))[1]).toContain('(via SLB)');
    expect(read(hoverOf('ecs'))[1]).toContain('(with GPU');
    expect(read(hoverOf('oss'))[1]).not.toContain('via');
  });

  it('is no company of its own family, whichever member stands first', () => {
    const library = realLibrary();
    const line = (productId: string, fileProducts: readonly string[]) =>
      companyOf(library, votingRoll(library), productId, fileProducts)?.companions;
    expect(line('rds-mysql', ['rds', 'rds-mysql', 'oss'])).toEqual(['oss']);
    expect(line('oss', ['clb', 'alb', 'oss'])).toEqual(line('oss', ['alb', 'clb', 'oss']));
  });

  it('has no company that never had it', () => {
    const library = realLibrary();
    const found = companyOf(library, votingRoll(library), 'slb', ['slb', 'kafka', 'rds-mysql']);
    expect(found?.companions).toEqual(['rds-mysql']);
    expect(found?.count).toBeGreaterThan(0);
  });

  it('names what is shared as the case has it, once, and not itself', () => {
    const text = 'architecture: x\ncomponents:\n  - products: [clb, alb, redis, mongodb]\n';
    const line = read(hoverOf('clb', { text })).find((one) => /^- .*MongoDB/.test(one)) ?? '';
    expect(line).toContain('Redis');
    expect(line).not.toMatch(/ALB|CLB|SLB/);
  });

  it('tells the name of today', () => {
    expect(read(hoverOf('redis'))[0]).toContain('today: Tair');
    expect(read(hoverOf('redis', { lang: 'zh' }))[0]).toContain('如今：');
  });

  it('is the same text the second time', () => {
    expect(hoverOf('rds')).toBe(hoverOf('rds'));
  });

  it('links only to the commands it was given', () => {
    const targets = [...(hoverOf('rds') ?? '').matchAll(/\]\(command:([^?)]+)/g)].map((match) => match[1]);
    expect(new Set(targets)).toEqual(new Set(['x.case', 'x.product']));
  });

  it('keeps hostile names inert', () => {
    const hostile = { zh: '[x](command:evil) $(alert) <b>', en: '[x](command:evil) $(alert) <b>' };
    const library = tinyLibrary([tinyCase('1', ['oss'], { customer: hostile })]);
    const text = hoverOf('oss', { library }) ?? '';
    expect(text).not.toMatch(/(?<!\\)\]\(command:evil/);
    expect(text).not.toContain('<b>');
    expect(text).not.toContain('$(');
  });
});

describe('company of a product', () => {
  const cases = (...sets: readonly (readonly string[])[]) =>
    tinyLibrary(sets.map((products, i) => tinyCase(String(i + 1), products)));
  const company = (library: Library, id: string, file: readonly string[]) =>
    companyOf(library, votingRoll(library), id, file);

  it('is silent below three cases', () => {
    expect(company(cases(['a', 'b'], ['a', 'b'], ['c']), 'a', ['a', 'b'])).toBeUndefined();
  });

  it('counts the cases that hold the companions, and those among them that hold it', () => {
    const library = cases(['a', 'b'], ['a', 'b'], ['b'], ['c']);
    expect(company(library, 'a', ['a', 'b'])).toEqual({ companions: ['b'], count: 2, of: 3 });
  });

  it('takes rarer companions first and stops before fewer than three cases are left', () => {
    const library = cases(['a', 'b', 'c'], ['b', 'c'], ['b', 'c'], ['b'], ['b', 'd']);
    expect(company(library, 'a', ['a', 'b', 'c', 'd'])).toEqual({ companions: ['c', 'b'], count: 1, of: 3 });
  });

  it('does not take its own family for company', () => {
    const library = tinyLibrary(
      ['1', '2', '3'].map((section) => tinyCase(section, ['slb'])),
      { families: { slb: ['clb', 'alb'] } },
    );
    expect(company(library, 'clb', ['clb', 'alb'])).toBeUndefined();
  });
});

describe('hover on a self-hosted image', () => {
  const image = (library: Library, productId: string, name: string, style: 'short' | 'full' = 'full') =>
    imageHover(library, { productId, image: name, style, lang: 'en', commands });
  const moved = { what: { zh: '自建MySQL', en: 'its own MySQL' }, by: 'rds-mysql', relation: 'replaced' } as const;

  it('gives the counterpart and the cases that moved there, those with the same software first', () => {
    const library = tinyLibrary([
      tinyCase('1', ['rds-mysql'], { replaced: [{ ...moved, what: { zh: '单机', en: 'one server' } }] }),
      tinyCase('2', ['rds-mysql'], { replaced: [moved] }),
      tinyCase('3', ['rds-mysql']),
    ]);
    const lines = read(image(library, 'rds-mysql', 'MySQL'));
    expect(lines[0]).toBe('self-hosted MySQL → **rds-mysql**');
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- [Case 2] §2 p. 2 — its own MySQL',
      '- [Case 1] §1 p. 1 — one server',
    ]);
  });

  it('does not count what stood beside or was only considered', () => {
    const library = tinyLibrary([
      tinyCase('1', ['rds-mysql'], { replaced: [{ ...moved, relation: 'alongside' }] }),
      tinyCase('2', ['rds-mysql'], { replaced: [{ ...moved, relation: 'considered' }] }),
    ]);
    expect(image(library, 'rds-mysql', 'MySQL')).toContain('No case here moved to it');
  });

  it('says plainly that no case uses it', () => {
    expect(image(realLibrary(), 'acr', 'Harbor')).toContain(
      'No case here uses it; the counterpart is general knowledge',
    );
  });

  it('has two lines when short', () => {
    expect(image(realLibrary(), 'redis', 'Redis', 'short')?.split('\n')).toHaveLength(2);
  });
});

describe('hover on a citation', () => {
  const cited = (ids: readonly string[], lang: Lang = 'en', style: 'short' | 'full' = 'full') =>
    citationHover(realLibrary(), { ids, lang, style, commands });

  it('formats one case with its place, first sentence and links', () => {
    const lines = read(cited(['inet-1.26']));
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/§1.26 p. \d+$/);
    expect(lines[3]).toBe('[Open] · [Copy citation]');
  });

  it('lists a group, each case once', () => {
    expect(read(cited(['inet-1.26', 'inet-3', 'inet-3']))).toHaveLength(2);
  });

  it('cuts a long group and says how many more', () => {
    const ids = realLibrary()
      .cases.slice(0, 20)
      .map(({ id }) => id);
    const lines = read(cited(ids));
    expect(lines).toHaveLength(8);
    expect(lines[7]).toBe('- and 13 more');
  });

  it('offers no case where none is near', () => {
    expect(read(cited(['ops-2024']))).toEqual(['ops-2024 is not in the library']);
  });

  it('says of an unknown id that it is unknown and offers the nearest', () => {
    expect(read(cited(['inet-1.62']))[0]).toMatch(/^inet-1.62 is not in the library; the nearest is \[inet-1.26 .+]$/);
    expect(cited(['inet-1.62'], 'zh')).toContain('案例库中没有 inet-1.62；最接近的是');
  });

  it('takes the first sentence, not the first full stop', () => {
    expect(firstSentence('Grew 2.5 times vs. before. Then it rested.')).toBe('Grew 2.5 times vs. before.');
    expect(firstSentence('增长2.5倍；稳定。然后休息。')).toBe('增长2.5倍；稳定。');
    expect(firstSentence('no stop')).toBe('no stop');
  });
});
