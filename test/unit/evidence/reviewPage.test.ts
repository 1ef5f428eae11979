// The page of a review and what it says to its host: everything shown, nothing believed.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { GENERIC_PRODUCTS } from '../../../src/core/generic';
import { votingRoll } from '../../../src/core/kin';
import { shortName } from '../../../src/core/library';
import { adrForComparison } from '../../../src/core/review/adr';
import { answerLine } from '../../../src/core/review/answerPlace';
import type { FileSigns, Sign, SignTier } from '../../../src/core/review/architecture';
import { overviewPage } from '../../../src/core/review/overviewPage';
import { answerComment, answerOn } from '../../../src/core/review/questions';
import { reviewOf } from '../../../src/core/review/review';
import { reviewFiles } from '../../../src/core/review/reviewFiles';
import { casesPart, reviewPage, unreadPage } from '../../../src/core/review/reviewPage';
import { parseFromReview, parseReviewState, parseToReview, type WhatIf } from '../../../src/core/review/reviewProtocol';
import { architectureWith, changeOfClosest, ticked } from '../../../src/core/review/whatIf';
import { linesOf } from '../../../src/core/text';
import { at } from '../../support/cursor';
import { realLibrary } from '../../support/library';

const library = realLibrary();
const roll = votingRoll(library);
const NOTHING = { off: [], added: [] };

function fileOf(name: string, products: readonly string[], over: Partial<FileSigns> = {}, tier: SignTier = 'declared') {
  const signs = products.map((productId, line): Sign => ({ productId, line, tier, file: name, because: productId }));
  const file = {
    file: name,
    formats: ['ros'],
    documents: [{ format: 'ros', code: 'key', detail: 'ROSTemplateFormatVersion', line: 0 }],
    unknown: [],
  };
  return { file, signs, answers: [], ignored: [], problems: [], ...over } satisfies FileSigns;
}

const review = reviewFiles(library, roll, [fileOf('a.yaml', ['rds-mysql', 'clb', 'oss', 'ecs'])]);

describe('several files', () => {
  test('their order does not matter', () => {
    const files = [
      fileOf('b.yaml', ['oss', 'redis'], { industry: 'live', problems: ['cost'] }),
      fileOf('a.yaml', ['rds-mysql', 'oss'], { industry: 'games', problems: ['ddos'] }),
    ];
    expect(reviewFiles(library, roll, [...files].reverse())).toEqual(reviewFiles(library, roll, files));
  });

  test('a comment that leaves a product out counts in its own file', () => {
    const files = [fileOf('a.yaml', ['oss', 'redis'], { ignored: ['Redis', 'OSS'] }), fileOf('b.yaml', ['oss'])];
    const products = reviewFiles(library, roll, files).architecture.products;
    expect(products).toMatchObject([{ productId: 'oss', signs: [{ file: 'b.yaml' }] }]);
  });

  test('a family beside its only member is no second product; in another file it is', () => {
    const ids = (files: FileSigns[]) =>
      reviewFiles(library, roll, files).architecture.products.map(({ productId }) => productId);
    expect(ids([fileOf('a.yaml', ['rds', 'rds-mysql'])])).toEqual(['rds-mysql']);
    expect(ids([fileOf('a.yaml', ['rds-mysql']), fileOf('b.yaml', ['rds'])])).toEqual(['rds-mysql', 'rds']);
    expect(ids([fileOf('a.yaml', ['rds', 'rds-mysql', 'rds-postgresql'])])).toHaveLength(3);
  });

  test('two members that meet the same product of a case are no strong match', () => {
    expect(reviewFiles(library, roll, [fileOf('a.yaml', ['rds-mysql', 'rds-postgresql', 'ecs'])]).thin).not.toEqual([]);
  });

  test('images alone never make a strong match, however many', () => {
    const images = fileOf('a.yaml', ['rds-mysql', 'redis', 'kafka', 'mongodb'], {}, 'image');
    const result = reviewFiles(library, roll, [images]);
    expect(result.matches.some(({ confidence }) => confidence === 'strong')).toBe(false);
    expect(result.thin).toContainEqual({ code: 'images-only' });
  });
});

describe('the page', () => {
  for (const lang of ['zh', 'en'] as const) {
    test(`shows products with lines, cases with their sums, and no markup of others (${lang})`, () => {
      const hostile = reviewFiles(library, roll, [fileOf('<img src=x>.yaml', ['rds-mysql', 'oss', 'clb'])]);
      const page = reviewPage(
        { title: '<b>title</b>', review: hostile, whatIf: NOTHING, tried: hostile, isSingleFile: true },
        { library, roll, lang },
      );
      const html = page.body.toString();
      expect(html).not.toContain('<img src=x>');
      expect(html).not.toContain('<b>title');
      expect(html).toContain('data-line="1"');
      expect(html.match(/data-compare="inet-/g)?.length).toBe(10);
      expect(html).toMatch(/OSS \d+ \+ .*= \d+/);
      expect(html).not.toMatch(/\s(?:style|on\w+)=/);
    });
  }
});

describe('the places of a product', () => {
  const twice = fileOf('a.yaml', ['rds-mysql', 'oss']);
  const signs = [...twice.signs, ...twice.signs.map((sign) => ({ ...sign, tier: 'written' as const }))];
  const seen = (lang: 'zh' | 'en', files: readonly FileSigns[]) => {
    const found = reviewFiles(library, roll, files);
    const input = { title: '', review: found, whatIf: NOTHING, tried: found, isSingleFile: true };
    return reviewPage(input, { library, roll, lang }).body.toString();
  };

  test('are told once, however many signs a line has', () => {
    expect(seen('en', [{ ...twice, signs }]).match(/data-line="1">line 2</g)).toHaveLength(1);
    expect(seen('zh', [{ ...twice, signs }])).toContain('>第 2 行<');
    expect(seen('en', [{ ...twice, signs }, fileOf('b.yaml', ['oss'])]).match(/>a\.yaml:2</g)).toHaveLength(1);
  });
});

describe('the overview of a workspace', () => {
  const files = Array.from({ length: 300 }, (_, i) => {
    const file = fileOf(`f${i}.yaml`, []);
    const signs = Array.from({ length: 40 }, (_, line) => ({
      productId: 'oss',
      file: file.file.file,
      line,
      tier: 'declared' as const,
      because: 'oss',
    }));
    return { ...file, signs };
  });
  const { architecture } = reviewFiles(library, roll, files);

  test('stays small, and says what it leaves out', () => {
    const page = overviewPage('all', architecture, { library, roll, lang: 'en' }).body.toString();
    expect(page.match(/<li><code>/g)).toHaveLength(12);
    expect(page.match(/data-line=/g)).toHaveLength(12 * 6);
    expect(page).toContain('and 288 more files');
    expect(page).toContain('Files 300');
  });

  test('names the cases before the files, each with section and page', () => {
    const page = overviewPage('all', architecture, { library, roll, lang: 'zh' }).body.toString();
    const [before = ''] = page.split('<ul class="lines">');
    expect(before.match(/<span class="place">§[\d.]+ · 第 \d+ 页</g)).toHaveLength(8);
  });
});

describe('the words of the page', () => {
  const context = { library, roll, lang: 'en' } as const;
  const pageOf = (whatIf: WhatIf) => {
    const tried = reviewOf(library, roll, architectureWith(review.architecture, whatIf));
    return reviewPage({ title: '', review, whatIf, tried, isSingleFile: true }, context).body.toString();
  };
  const page = pageOf(NOTHING);

  test('call a check box by the name of its product', () => {
    expect(page).toContain('aria-label="Counted Object Storage Service (OSS)"');
  });

  test('say nothing is counted where every product is left out', () => {
    const off = review.architecture.products.map(({ productId }) => productId);
    const emptied = pageOf({ off, added: [] });
    expect(emptied).toContain('Nothing is counted.');
    expect(emptied).not.toContain('No product was recognised');
    expect(pageOf({ off, added: ['cdn'] })).not.toContain('Nothing is counted.');
  });

  test('say how many of all matches are listed', () => {
    expect(page).toContain(`Closest cases <span class="aside">10 of ${review.matches.length}</span>`);
  });

  test('name a case once whose title is its customer', () => {
    expect(page).toMatch(/>WeWork<\/a> <span class="place">/);
    expect(page).toContain('<span class="title">');
  });
});

describe('a page without its files', () => {
  test('says that they are being read, or that they were not and how to read them', () => {
    const context = { library, roll, lang: 'en' } as const;
    const reading = unreadPage('<b>deploy', 'reading', context).body.toString();
    expect(reading).toContain('Reading');
    expect(reading).not.toMatch(/<b>|data-review/);
    expect(unreadPage('deploy', 'unread', context).body.toString()).toContain('data-review="refresh"');
  });
});

describe('what if', () => {
  test('ticks leave out and put back, put in and take out, without touching the architecture', () => {
    const { architecture } = review;
    const off = ticked(NOTHING, architecture, 'oss', false);
    expect(off).toEqual({ off: ['oss'], added: [] });
    expect(ticked(off, architecture, 'oss', true)).toEqual(NOTHING);
    const added = ticked(off, architecture, 'cdn', true);
    expect(added).toEqual({ off: ['oss'], added: ['cdn'] });
    expect(ticked(added, architecture, 'cdn', false)).toEqual(off);
    const tried = architectureWith(architecture, added).products.map(({ productId }) => productId);
    expect(tried.sort()).toEqual(['cdn', 'clb', 'ecs', 'rds-mysql']);
    expect(architecture.products).toHaveLength(4);
  });

  test('says which of the closest cases come and go', () => {
    const tried = reviewOf(library, roll, architectureWith(review.architecture, { off: ['oss'], added: ['live'] }));
    const { matches, came, gone } = changeOfClosest(review, tried, 10);
    const before = new Set(review.matches.slice(0, 10).map(({ study }) => study.id));
    expect(came.size).toBe(gone.length);
    expect(came.size).toBeGreaterThan(0);
    for (const { study } of matches) expect(came.has(study.id)).toBe(!before.has(study.id));
    const whatIf = { off: ['oss'], added: ['live'] };
    const html = casesPart(
      { title: '', review, whatIf, tried, isSingleFile: true },
      { library, roll, lang: 'en' },
    ).toString();
    expect(html.match(/>new</g)?.length).toBe(came.size);
    expect(html).toContain('data-review="reset"');
  });
});

describe('the protocol', () => {
  test('lets through what is known, and nothing else', () => {
    expect(parseFromReview({ type: 'whatIf', productId: 'oss', on: true })).toEqual({
      type: 'whatIf',
      productId: 'oss',
      on: true,
    });
    expect(parseFromReview({ type: 'line', file: 'a.yaml', line: 3 })).toMatchObject({ line: 3 });
    expect(parseFromReview({ type: 'ready' })).toEqual({ type: 'ready' });
    for (const bad of [
      null,
      'x',
      { type: 'line', file: 'a', line: -1 },
      { type: 'whatIf', productId: '../x', on: true },
      { type: 'action', action: 'format' },
      { type: 'open', page: { kind: 'evil' } },
      { type: 'compare', caseId: '' },
    ])
      expect(parseFromReview(bad)).toBeUndefined();
  });

  test('reads states and messages of any shape without an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        parseFromReview(anything);
        parseReviewState(anything);
        parseToReview(anything);
      }),
    );
    const state = {
      version: 1,
      target: { kind: 'files', uris: ['file:///a.yaml'], window: { from: 1, to: 4 } },
      whatIf: { off: ['oss'], added: [] },
    };
    expect(parseReviewState(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(parseToReview({ type: 'state', state })).toEqual({ type: 'state', state });
    expect(parseToReview({ type: 'cases', html: '<p>', state })).toEqual({ type: 'cases', html: '<p>', state });
    expect(parseToReview({ type: 'focus', id: 'answered-cdn', state })).toMatchObject({ id: 'answered-cdn' });
    expect(parseToReview({ type: 'focus', id: '<a>', state })).toBeUndefined();
    expect(parseToReview({ type: 'cases', state })).toBeUndefined();
    expect(parseToReview({ type: 'state', state: { ...state, version: 2 } })).toBeUndefined();
    expect(parseReviewState({ ...state, version: 2 })).toBeUndefined();
    expect(parseReviewState({ ...state, target: { kind: 'files', uris: [] } })).toBeUndefined();
  });
});

describe('the comment that answers', () => {
  test.each([
    ['$0a: 1\n'],
    ['# head\n\n$0a: 1\n'],
    ['# yaml-language-server: $schema=x\n---\n$0apiVersion: v1\n'],
    ['%YAML 1.2\n--- # first\n$0a: 1'],
    ['# only\n$0'],
  ])('goes above the first content: %j', (marked) => {
    const { text, line } = at(marked);
    expect(answerLine(linesOf(text))).toBe(/\$0$/.test(marked) ? linesOf(text).lineCount : line);
  });

  test('is read again in either language', () => {
    for (const lang of ['zh', 'en'] as const) {
      expect(answerOn(answerComment('cdn', ' why\nnot ', lang), 4)).toEqual({
        productId: 'cdn',
        reason: 'why not',
        line: 4,
      });
    }
  });
});

test('a record of a comparison names the case with its place and leaves the decision open', () => {
  const [match] = review.matches;
  if (!match) throw new Error('no match');
  const text = adrForComparison(match, review, library, 'en');
  expect(text).toMatch(
    /^# ADR: .+\n\n## Context\n\n.+\n\n## Options\n\n1\. .+\n2\. .+\n\n## Evidence\n\n- .*§.*p\. \d+/,
  );
  expect(text.endsWith('## Decision\n\nTo be decided.\n')).toBe(true);
});

test('a record tells what is used from what a self-hosted image stands for', () => {
  const products = review.architecture.products.map((one, i) => (i === 0 ? { ...one, tier: 'image' as const } : one));
  const [match] = review.matches;
  if (!match) throw new Error('no match');
  const mixed = { ...review, architecture: { ...review.architecture, products } };
  const name = (id: string | undefined) => shortName(library, id ?? '', 'en');
  const text = adrForComparison(match, mixed, library, 'en');
  expect(text).toContain(`Self-hosted images stand for ${name(products[0]?.productId)}, not used here.`);
  expect(text).toMatch(new RegExp(`This architecture uses .*${name(products[1]?.productId)}`));
  expect(text).not.toMatch(new RegExp(`This architecture uses [^.]*${name(products[0]?.productId)}`));
});

test('no heading of a record ends with a full stop', () => {
  const study = library.cases.find(({ customer }) => customer.en.endsWith('.'));
  const [match] = review.matches;
  if (!study || !match) throw new Error('no such customer');
  const headings = adrForComparison({ ...match, study }, review, library, 'en').match(/^#.*$/gm) ?? [];
  expect(headings.filter((heading) => heading.endsWith('.'))).toEqual([]);
});

test('the setting shows the list of generic products as it is', () => {
  const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;
  expect(properties['casebook.genericProducts'].default).toEqual(GENERIC_PRODUCTS);
});
