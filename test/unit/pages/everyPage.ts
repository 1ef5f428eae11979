// Every page of a library, for tests that hold for all of them.
import { votingRoll } from '../../../src/core/kin';
import type { Library } from '../../../src/core/library';
import type { Lang } from '../../../src/core/model';
import { casePage } from '../../../src/core/pages/casePage';
import { comparePage } from '../../../src/core/pages/comparePage';
import { compareFile, type FileSide } from '../../../src/core/pages/fileCompare';
import { fileComparePage } from '../../../src/core/pages/fileComparePage';
import { mapPage } from '../../../src/core/pages/mapPage';
import { missingPage } from '../../../src/core/pages/missingPage';
import { overviewPage } from '../../../src/core/pages/overviewPage';
import type { PageContent, PageContext } from '../../../src/core/pages/parts';
import { productPage } from '../../../src/core/pages/productPage';
import { pageShell } from '../../../src/core/pages/shell';
import { industryPage, problemPage } from '../../../src/core/pages/termPage';
import type { PageRef } from '../../../src/core/protocol';

export const ASSETS = { style: 'vscode://page.css', script: 'vscode://main.js', cspSource: 'vscode:', nonce: 'n0nce' };

export const SHOP: FileSide = {
  name: 'shop.ros.yaml',
  mentions: [
    { productId: 'alb', line: 11, tier: 'declared', because: 'ALIYUN::ALB::LoadBalancer' },
    { productId: 'ecs', line: 20, tier: 'declared', because: 'ALIYUN::ECS::InstanceGroup' },
    { productId: 'ecs', line: 31, tier: 'declared', because: 'ALIYUN::ECS::SecurityGroup' },
    { productId: 'redis', line: 58, tier: 'image', because: 'redis' },
    { productId: 'oss', line: 70, tier: 'configured', because: '*.oss-*.aliyuncs.com' },
  ],
};

export function contextOf(library: Library, lang: Lang): PageContext {
  return { library, roll: votingRoll(library), lang };
}

/** `[address, page]` of every case, product, industry and problem, and of one of each other kind. */
export function everyPage(library: Library, lang: Lang): [name: string, page: PageRef, content: PageContent][] {
  const context = contextOf(library, lang);
  const { cases, data } = library;
  const two = cases.slice(0, 2);
  const file = cases[0] && compareFile(library, context.roll, SHOP, cases[0]);
  return [
    ...cases.map((study): [string, PageRef, PageContent] => [
      study.id,
      { kind: 'case', id: study.id },
      casePage(study, context, { list: `industry/${study.industry}` }),
    ]),
    ...data.products.map((product): [string, PageRef, PageContent] => [
      product.id,
      { kind: 'product', id: product.id },
      productPage(product, context, [{ format: 'ROS', names: ['ALIYUN::X::Y', '<b>'] }]),
    ]),
    ...data.industries.map((term): [string, PageRef, PageContent] => [
      term.id,
      { kind: 'industry', id: term.id },
      industryPage(term, context),
    ]),
    ...data.problems.map((term): [string, PageRef, PageContent] => [
      term.id,
      { kind: 'problem', id: term.id },
      problemPage(term, context),
    ]),
    ['overview', { kind: 'overview' }, overviewPage(context)],
    ['map', { kind: 'map' }, mapPage(context)],
    ['compare', { kind: 'compare', ids: two.map(({ id }) => id) }, comparePage(two, context)],
    ...(file
      ? [
          [
            'file',
            { kind: 'fileCompare', uri: 'file:///x', caseId: file.study.id },
            fileComparePage(file, context),
          ] as [string, PageRef, PageContent],
        ]
      : []),
    ['missing', { kind: 'case', id: 'gone' }, missingPage('Not found', 'It is gone.', 'gone')],
  ];
}

export function asDocument(page: PageRef, { title, body }: PageContent, lang: Lang): string {
  return pageShell(ASSETS, lang, title, { version: 1, page }, body);
}
