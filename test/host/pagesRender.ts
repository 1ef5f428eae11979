// Renders every kind of page from the shipped data, for test/host/pages.mjs; no editor in sight.

import { votingRoll } from '../../src/core/kin';
import { loadLibrary } from '../../src/core/library';
import type { Lang } from '../../src/core/model';
import { casePage } from '../../src/core/pages/casePage';
import { comparePage } from '../../src/core/pages/comparePage';
import { compareFile, type FileSide } from '../../src/core/pages/fileCompare';
import { fileComparePage } from '../../src/core/pages/fileComparePage';
import { mapPage } from '../../src/core/pages/mapPage';
import { missingPage } from '../../src/core/pages/missingPage';
import { overviewPage } from '../../src/core/pages/overviewPage';
import type { PageContent, PageContext } from '../../src/core/pages/parts';
import { productPage } from '../../src/core/pages/productPage';
import { pageShell } from '../../src/core/pages/shell';
import { industryPage, problemPage } from '../../src/core/pages/termPage';
import type { PageRef } from '../../src/core/protocol';
import type { Sign } from '../../src/core/review/architecture';
import { reviewFiles } from '../../src/core/review/reviewFiles';
import { reviewPage } from '../../src/core/review/reviewPage';
import type { ReviewState } from '../../src/core/review/reviewProtocol';

/** Cases of different shapes: many figures, none; many products, one, none; many services, replaced systems, notes. */
const CASES = ['inet-1.26', 'inet-1.3', 'inet-13', 'inet-1.2', 'inet-1.9', 'inet-4', 'inet-1.14', 'inet-23'];

const NAMES = [
  { format: 'ROS', names: ['ALIYUN::RDS::DBInstance', 'ALIYUN::RDS::Account', 'ALIYUN::RDS::Database'] },
  { format: 'Terraform', names: ['alicloud_db_instance'] },
];

/** Every page as a whole document: `[name, html]`. */
export function renderAll(libraryJson: string, lang: Lang, style: string): [name: string, html: string][] {
  const { library } = loadLibrary(libraryJson);
  if (!library) throw new Error('the library does not load');
  const context: PageContext = { library, roll: votingRoll(library), lang };
  const study = (id: string) => {
    const found = library.caseById.get(id);
    if (!found) throw new Error(`no case ${id}`);
    return found;
  };
  const sides = compareFile(library, context.roll, FILE, study('inet-1.26'));
  const term = <T>(found: T | undefined): T => {
    if (!found) throw new Error('no such term');
    return found;
  };
  const pages: [string, PageRef, PageContent][] = [
    ...CASES.map((id): [string, PageRef, PageContent] => [
      `case-${id}`,
      { kind: 'case', id },
      casePage(study(id), context, { list: 'industry/fintech', favourites: ['inet-1.26'] }),
    ]),
    [
      'product-rds',
      { kind: 'product', id: 'rds-mysql' },
      productPage(term(library.productById.get('rds-mysql')), context, NAMES),
    ],
    ['product-alb', { kind: 'product', id: 'alb' }, productPage(term(library.productById.get('alb')), context, [])],
    ['industry', { kind: 'industry', id: 'live' }, industryPage(term(library.industryById.get('live')), context)],
    [
      'problem',
      { kind: 'problem', id: 'peak-traffic' },
      problemPage(term(library.problemById.get('peak-traffic')), context),
    ],
    ['overview', { kind: 'overview' }, overviewPage(context)],
    ['map', { kind: 'map' }, mapPage(context)],
    [
      'compare2',
      { kind: 'compare', ids: ['inet-1.26', 'inet-4'] },
      comparePage(['inet-1.26', 'inet-4'].map(study), context),
    ],
    ['compare4', { kind: 'compare', ids: CASES.slice(0, 4) }, comparePage(CASES.slice(0, 4).map(study), context)],
    [
      'file',
      { kind: 'fileCompare', uri: 'file:///shop.ros.yaml', caseId: 'inet-1.26' },
      fileComparePage(sides, context),
    ],
    [
      'missing',
      { kind: 'case', id: 'inet-99' },
      missingPage('Not found', 'This case is no longer in the library.', 'inet-99'),
    ],
  ];
  const assets = { style, script: '/main.js', cspSource: 'https://pages.test', nonce: 'bm9uY2U' };
  const review = reviewOfFile(context);
  return [
    ...pages.map(([name, page, { title, body }]): [string, string] => [
      name,
      pageShell(assets, lang, title, { version: 1, page }, body),
    ]),
    ['review', pageShell({ ...assets, script: '/review.js' }, lang, review.title, REVIEW_STATE, review.body)],
  ];
}

const FILE: FileSide = {
  name: 'shop.ros.yaml',
  mentions: [
    { productId: 'alb', line: 11, tier: 'declared', because: 'ALIYUN::ALB::LoadBalancer' },
    { productId: 'ecs', line: 20, tier: 'declared', because: 'ALIYUN::ECS::InstanceGroup' },
    { productId: 'ecs', line: 31, tier: 'declared', because: 'ALIYUN::ECS::SecurityGroup' },
    { productId: 'rds-mysql', line: 44, tier: 'declared', because: 'ALIYUN::RDS::DBInstance' },
    { productId: 'redis', line: 58, tier: 'image', because: 'redis' },
    { productId: 'oss', line: 70, tier: 'configured', because: '*.oss-*.aliyuncs.com' },
    { productId: 'sls', line: 80, tier: 'written', because: 'sls' },
  ],
};

const REVIEW_STATE: ReviewState = {
  version: 1,
  target: { kind: 'files', uris: ['file:///shop.ros.yaml'] },
  whatIf: { off: [], added: [] },
};

function reviewOfFile(context: PageContext): PageContent {
  const file = FILE.name;
  const note = { format: 'ros', code: 'key', detail: 'ROSTemplateFormatVersion', line: 0 };
  const review = reviewFiles(context.library, context.roll, [
    {
      file: { file, formats: ['ros'], documents: [note], unknown: [{ text: 'ALIYUN::Brand::New', line: 12 }] },
      signs: FILE.mentions.map((mention): Sign => ({ ...mention, file })),
      answers: [],
      ignored: [],
      problems: [],
    },
  ]);
  const { whatIf } = REVIEW_STATE;
  return reviewPage({ title: file, review, whatIf, tried: review, isSingleFile: true }, context);
}
