import { describe, expect, test } from 'vitest';

import type { Library } from '../../../src/core/library';
import type { CaseStudy } from '../../../src/core/model';
import { outline } from '../../../src/core/outline';
import { caseMarkdown } from '../../../src/core/pages/caseMarkdown';
import { casePage } from '../../../src/core/pages/casePage';
import { casesOfList } from '../../../src/core/pages/lists';
import { mapPage } from '../../../src/core/pages/mapPage';
import { productPage } from '../../../src/core/pages/productPage';
import { parsePagePath } from '../../../src/core/protocol';
import { realLibrary, tinyCase, tinyLibrary } from '../../support/library';
import { asDocument, contextOf, everyPage } from './everyPage';

const library = realLibrary();
const attributes = (markup: string, name: string) =>
  [...markup.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
const study = (id: string) => {
  const found = library.caseById.get(id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};

const isKnown = (from: Library, path: string) => {
  const page = parsePagePath(path.replaceAll('&amp;', '&'));
  switch (page?.kind) {
    case 'case':
      return from.caseById.has(page.id);
    case 'product':
      return from.productById.has(page.id);
    case 'industry':
      return from.industryById.has(page.id);
    case 'problem':
      return from.problemById.has(page.id);
    default:
      return page !== undefined;
  }
};

describe.each(['zh', 'en'] as const)('every page (%s)', (lang) => {
  const documents = everyPage(library, lang).map(([name, page, content]) => ({
    name,
    markup: asDocument(page, content, lang),
  }));
  const failing = (isBad: (markup: string) => unknown) =>
    documents.filter(({ markup }) => isBad(markup)).map(({ name }) => name);

  test('is at most 120 KB', () => {
    expect(failing((markup) => Buffer.byteLength(markup) > 120 * 1024)).toEqual([]);
  });

  test('says its language and has one heading of the first order', () => {
    expect(failing((markup) => !markup.includes(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`))).toEqual([]);
    expect(failing((markup) => markup.match(/<h1/g)?.length !== 1)).toEqual([]);
  });

  test('says of no product that it became what it was', () => {
    const bare = (text: string) => text.replace(/\s/g, '').toLowerCase();
    const isSame = (markup: string) =>
      [...markup.matchAll(/<li>([^<]*) → ([^<]*)<\/li>/g)].some(
        ([, name = '', today = '']) => bare(name) === bare(today),
      );
    expect(documents.some(({ markup }) => /<li>[^<]* → [^<]*<\/li>/.test(markup))).toBe(true);
    expect(failing(isSame)).toEqual([]);
  });

  test('has no style attribute, no handler, no script but ours, no address but ours', () => {
    expect(failing((markup) => / style="| on\w+="/.test(markup))).toEqual([]);
    expect(failing((markup) => markup.match(/<script/g)?.length !== 1)).toEqual([]);
    const outside = (markup: string) => attributes(markup, '(?:href|src)').some((it) => !/^(#|vscode:\/\/)/.test(it));
    expect(failing(outside)).toEqual([]);
  });

  test('has no id twice', () => {
    expect(failing((markup) => new Set(attributes(markup, 'id')).size !== attributes(markup, 'id').length)).toEqual([]);
  });

  test('leads only to pages that exist, and to places of its own', () => {
    expect(failing((markup) => attributes(markup, 'data-open').some((path) => !isKnown(library, path)))).toEqual([]);
    const lost = (markup: string) => {
      const ids = new Set(attributes(markup, 'id'));
      return attributes(markup, 'href').some((href) => href.startsWith('#') && !ids.has(href.slice(1)));
    };
    expect(failing(lost)).toEqual([]);
  });

  test('lets the keyboard reach every link', () => {
    expect(
      failing(
        (markup) =>
          (markup.match(/role="link"/g) ?? []).length !== (markup.match(/role="link" tabindex="0"/g) ?? []).length,
      ),
    ).toEqual([]);
  });

  test('leaves nothing undefined', () => {
    expect(failing((markup) => /\bundefined\b|\bNaN\b|\[object/.test(markup))).toEqual([]);
  });
});

describe('the page of a case', () => {
  const context = contextOf(library, 'zh');
  const markup = (one: CaseStudy) => casePage(one, context).body.toString();

  test('gives every statement an id that links lead to', () => {
    for (const one of library.cases) {
      const ids = new Set(attributes(markup(one), 'id'));
      for (const part of ['challenges', 'solution', 'outcomes'] as const) {
        one[part].forEach((_, i) => {
          expect([one.id, `${part}-${i}`, ids.has(`${part}-${i}`)]).toEqual([one.id, `${part}-${i}`, true]);
        });
      }
    }
  });

  test('cites volume, edition, section and page', () => {
    const page = markup(study('inet-1.26'));
    for (const piece of ['阿里云案例库·互联网', '20220513', '§1.26', '第 40 页', '2022-05-13'])
      expect(page).toContain(piece);
  });

  test('keeps the quoted name and says the one of today beside it', () => {
    const renamed = library.data.products.find((product) => product.today && library.casesByProduct.has(product.id));
    const user = renamed && library.casesByProduct.get(renamed.id)?.[0];
    if (!renamed || !user) return;
    expect(markup(user)).toContain(`${renamed.zh} → ${renamed.today?.zh}`);
  });

  test('previous and next follow the list that it was opened from', () => {
    const [first, second] = library.casesByIndustry.get('live') ?? [];
    if (!first || !second) throw new Error('too few cases');
    const list = 'industry/live';
    const count = library.casesByIndustry.get('live')?.length;
    expect(casePage(second, context, { list }).body.toString()).toContain(`>2 / ${count}<`);
    expect(casePage(first, context, { list }).body.toString()).toMatch(/data-action="previous"[^>]* disabled/);
    expect(casePage(first, context, { list: 'industry/no-such' }).body.toString()).toContain(
      `/ ${library.cases.length}<`,
    );
  });

  test('a case without products says so instead of drawing', () => {
    const bare = tinyLibrary([tinyCase('1', [])]);
    const page = casePage(tinyCase('1', []), contextOf(bare, 'en')).body.toString();
    expect(page).toContain('names no cloud product');
    expect(page).not.toContain('<svg');
  });

  test('shows the whole own text of an imported document', () => {
    const text = [
      { kind: 'heading', text: '## 业务痛点\n', level: 2 },
      { kind: 'paragraph', text: '更多**关于**<b>上云</b>。\n\n' },
      { kind: 'list', text: '- 一\n  - 二\n' },
      { kind: 'table', text: '| a | b |\n|---|---|\n| c | d |\n' },
      { kind: 'code', text: '```\nx: 1\n```\n' },
      { kind: 'pageMark', text: '<!-- page 12 -->\n' },
    ] as const;
    const one = tinyCase('1', ['oss'], { text });
    const page = casePage(one, contextOf(tinyLibrary([one]), 'zh')).body.toString();
    for (const piece of [
      '业务痛点',
      '<strong>关于</strong>',
      '&lt;b&gt;上云&lt;/b&gt;',
      '一',
      '二',
      '<td>d</td>',
      'x: 1',
      '12',
    ]) {
      expect(page).toContain(piece);
    }
  });
});

describe('the page of a product', () => {
  test('counts its cases as the library does', () => {
    for (const id of ['ecs', 'rds-mysql', 'slb']) {
      const product = library.productById.get(id);
      if (!product) throw new Error(id);
      const page = productPage(product, contextOf(library, 'en'), []).body.toString();
      const rows = page.match(/<li class="case">/g)?.length ?? 0;
      expect([id, page.includes(`<strong>${rows} of ${library.cases.length}</strong>`)]).toEqual([id, true]);
    }
  });

  test('opens each case in the list that it shows, and the tree in that of its group', () => {
    const inList = (list: string | undefined) =>
      casesOfList(library, 'en', list === undefined ? {} : { list }).map((study) => study.id);
    for (const product of library.data.products) {
      const page = productPage(product, contextOf(library, 'en'), []).body.toString();
      const links = [...page.matchAll(/<li class="case">.*?data-open="([^"]+)"/gs)].map(([, link]) =>
        parsePagePath(link ?? ''),
      );
      const cases = links.flatMap((link) => (link?.kind === 'case' ? [link] : []));
      for (const { list } of cases) expect([product.id, inList(list)]).toEqual([product.id, cases.map(({ id }) => id)]);
    }
    for (const { children } of outline(library, { facet: 'product', lang: 'en' })) {
      for (const group of children) {
        if (group.kind !== 'group') continue;
        const cases = group.children.flatMap((node) => (node.kind === 'case' ? [node] : []));
        expect([group.id, inList(cases[0]?.list)]).toEqual([group.id, cases.map(({ study }) => study.id)]);
      }
    }
  });

  test('without a case it says so', () => {
    const product = library.data.products.find(
      ({ id }) => !library.casesByProduct.has(id) && !library.familyOf.has(id),
    );
    if (!product) return;
    expect(productPage(product, contextOf(library, 'en'), []).body.toString()).toContain('No case uses it.');
  });
});

test('each pair of the map has a row that lists exactly its cases', () => {
  const page = mapPage(contextOf(library, 'en')).body.toString();
  for (const row of page.match(/<tr id="pair-[\s\S]*?<\/tr>/g) ?? []) {
    expect(row.match(/data-open="case\//g)?.length).toBe(Number(/<td class="number">(\d+)</.exec(row)?.[1]));
  }
});

describe('hostile text', () => {
  const hostile = `</script><img src=x onerror=alert(1)>"'\`[run](command:workbench.action.quit) $(zap) {{x}}`;
  const text = { zh: hostile, en: hostile };
  const one = tinyCase('1', ['oss'], {
    title: text,
    customer: text,
    summary: text,
    challenges: [{ ...text, figures: [{ value: 1, unit: hostile, kind: 'outcome', label: text }] }],
    products: [{ id: 'oss', listed: true, role: text }],
    replaced: [{ what: text, relation: 'replaced' }],
    notes: [text],
    text: [{ kind: 'paragraph', text: hostile }],
  });
  const other = tinyCase('2', ['oss'], { customer: text });
  const hostileLibrary = tinyLibrary([one, other], {
    products: [
      {
        id: 'oss',
        ...text,
        category: 'database',
        kind: 'product',
        short: hostile,
        aliases: [hostile],
        line: text,
        today: text,
      },
    ],
  });

  test('stays text on every page', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const [name, page, content] of everyPage(hostileLibrary, lang)) {
        const markup = asDocument(page, content, lang);
        expect([name, markup.match(/<script/g)?.length, /<img|<b>/.test(markup)]).toEqual([name, 1, false]);
        expect([name, /href="(?!#|vscode:)/.test(markup)]).toEqual([name, false]);
      }
    }
  });

  test('stays text in Markdown', () => {
    const markdown = caseMarkdown(one, hostileLibrary, 'en');
    expect(markdown).not.toMatch(/(?<!\\)\]\(command:/);
    expect(markdown).not.toContain('<img');
    expect(markdown).not.toContain('$(zap)');
  });
});
