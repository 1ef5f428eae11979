// The words around the content of pages, in both languages. Pages follow the content language as a whole, so that one
// document never mixes two; what the editor says (messages, menus) is worded in the host.
import type { Lang } from '../model';

const WORDS = {
  // Places of a case page
  sections: { zh: '本页', en: 'On this page' },
  summary: { zh: '概要', en: 'Summary' },
  scale: { zh: '规模', en: 'Scale' },
  outcome: { zh: '成效', en: 'Outcome' },
  architecture: { zh: '架构', en: 'Architecture' },
  architectureNote: {
    zh: '产品与作用取自原文；分层是按产品类别所作的归类，原文没有的连线不画。',
    en: 'Products and roles are from the source; the layers are ours, by product category. No lines are drawn that the source does not state.',
  },
  architectureTable: { zh: '以表格查看架构', en: 'The architecture as a table' },
  noProducts: {
    zh: '原文没有点名任何云产品，因此没有架构图。',
    en: 'The source names no cloud product, so there is no picture of an architecture.',
  },
  challenges: { zh: '挑战', en: 'Challenges' },
  solution: { zh: '方案', en: 'Solution' },
  outcomes: { zh: '成效', en: 'Outcomes' },
  replaced: { zh: '原有系统', en: 'What was there before' },
  replacedWhat: { zh: '原有', en: 'Before' },
  replacedBy: { zh: '接替的产品', en: 'In its place' },
  'relation-replaced': { zh: '被替换', en: 'replaced' },
  'relation-alongside': { zh: '与之并存', en: 'kept alongside' },
  'relation-considered': { zh: '曾考虑', en: 'considered' },
  services: { zh: '支持与护航服务', en: 'Support and escort services' },
  notes: { zh: '关于原文', en: 'About the source' },
  ownText: { zh: '文档原文', en: 'The document’s own text' },
  lostFigure: { zh: '（此处原有插图，导入时没有随文）', en: '(A figure stood here; it did not come with the text.)' },
  similar: { zh: '相似案例', en: 'Similar cases' },
  similarNote: {
    zh: '按共有产品计算：用到某个产品的案例越少，它的分量越重；相似度由我们推算，不出自原文。',
    en: 'Ranked by shared products; a product that few cases use weighs more. The likeness is ours, not the source’s.',
  },
  noSimilar: { zh: '没有与它共用产品的案例。', en: 'No other case shares a product with this one.' },
  shared: { zh: '共有', en: 'Shared' },
  onlyHere: { zh: '仅本案例', en: 'Only here' },
  onlyThere: { zh: '仅对方', en: 'Only there' },
  sameIndustry: { zh: '同行业', en: 'same industry' },
  source: { zh: '出处', en: 'Source' },
  volume: { zh: '案例卷', en: 'Volume' },
  publisher: { zh: '发布者', en: 'Publisher' },
  edition: { zh: '版本', en: 'Edition' },
  section: { zh: '章节', en: 'Section' },
  page: { zh: '页', en: 'Page' },
  asOf: { zh: '资料日期', en: 'As of' },
  ageNote: {
    zh: '数字与产品名以资料日期为准。',
    en: 'Figures and product names are as of that date.',
  },
  derived: {
    zh: '行业、问题分类、分层与相似度是本案例库的归类；其余内容依据原文改写，每条均可按章节与页码查到。',
    en: 'Industry, problems, layers and likeness are our classification. Everything else retells the source and can be found there by section and page.',
  },
  renames: { zh: '名称与现状', en: 'Renamed or retired since' },
  today: { zh: '如今：', en: 'today: ' },
  listed: { zh: '列于案例产品清单', en: 'in the case’s product list' },
  mentioned: { zh: '仅正文提及', en: 'mentioned in the text only' },
  mentionedShort: { zh: '仅正文', en: 'text only' },
  problems: { zh: '问题', en: 'Problems' },
  industry: { zh: '行业', en: 'Industry' },
  customer: { zh: '客户', en: 'Customer' },
  product: { zh: '产品', en: 'Product' },
  products: { zh: '产品', en: 'Products' },
  layer: { zh: '层', en: 'Layer' },
  role: { zh: '在案例中的作用', en: 'What it does there' },
  status: { zh: '依据', en: 'Evidence' },
  service: { zh: '服务', en: 'service' },
  before: { zh: '此前', en: 'before' },
  'bound-at-least': { zh: '至少', en: 'at least' },
  'bound-at-most': { zh: '至多', en: 'at most' },
  'bound-about': { zh: '约', en: 'about' },
  // Layers of the picture
  'layer-access': { zh: '接入与边缘', en: 'Access & edge' },
  'layer-network': { zh: '网络与安全', en: 'Network & security' },
  'layer-compute': { zh: '计算与容器', en: 'Compute & containers' },
  'layer-middleware': { zh: '中间件', en: 'Middleware' },
  'layer-data': { zh: '数据', en: 'Data' },
  'layer-analytics': { zh: '分析与智能', en: 'Analytics & AI' },
  'layer-services': { zh: '运维与服务', en: 'Operations & services' },
  citedIn: { zh: '在你的文件中的引用', en: 'Cited in your files' },
  citedNowhere: { zh: '打开的文件中没有引用。', en: 'No open file cites it.' },
  citedNowhereAtAll: { zh: '工作区中没有引用。', en: 'No file of the workspace cites it.' },
  findCitations: { zh: '在整个工作区查找', en: 'Look in the whole workspace' },
  findCitationsAgain: { zh: '重新查找', en: 'Search again' },
  // Buttons
  actions: { zh: '操作', en: 'Actions' },
  copyCitation: { zh: '复制引用', en: 'Copy citation' },
  copyMarkdown: { zh: '复制 Markdown', en: 'Copy Markdown' },
  copyLink: { zh: '复制链接', en: 'Copy link' },
  insertCitation: { zh: '插入引用', en: 'Insert citation' },
  compare: { zh: '对比案例…', en: 'Compare…' },
  compareFile: { zh: '与文件对比…', en: 'Compare my file…' },
  reveal: { zh: '在列表中显示', en: 'Show in list' },
  favourite: { zh: '收藏', en: 'Favourite' },
  favourited: { zh: '已收藏', en: 'Favourited' },
  previous: { zh: '上一案例', en: 'Previous case' },
  next: { zh: '下一案例', en: 'Next case' },
  surprise: { zh: '随机一例', en: 'Surprise me' },
  // Product, industry and problem pages
  cases: { zh: '案例', en: 'Cases' },
  whatItDid: { zh: '在各案例中的作用', en: 'What it did in each case' },
  usedWith: { zh: '与之同用的产品', en: 'Used together with' },
  usedWithNote: { zh: '同用的案例数，两例以上。', en: 'How many of these cases used both; two or more.' },
  noneTogether: { zh: '没有产品与它在两个以上案例中同用。', en: 'No product is used with it in two or more cases.' },
  names: { zh: '在各种格式里的名字', en: 'Names that mean it, by format' },
  noNames: { zh: '识别表中没有它的名字。', en: 'No format has a known name for it.' },
  moreNames: { zh: '另有', en: 'more:' },
  aliases: { zh: '别名', en: 'Also called' },
  family: { zh: '同一产品族', en: 'Same family' },
  familyNote: {
    zh: '产品族内成员的案例也算作它的证据，并注明用的是哪个名字。',
    en: 'Cases of the family count as evidence for a member and say which name they used.',
  },
  noCases: { zh: '没有案例用到它。', en: 'No case uses it.' },
  noCasesGroup: { zh: '还没有案例。', en: 'There are no cases yet.' },
  productsUsed: { zh: '用到的产品', en: 'Products used' },
  problemsMet: { zh: '遇到的问题', en: 'Problems met' },
  industriesMet: { zh: '出现在哪些行业', en: 'Industries it appears in' },
  whatTheySay: { zh: '各案例怎么说', en: 'What each case says' },
  format: { zh: '格式', en: 'Format' },
  name: { zh: '名字', en: 'Name' },
  count: { zh: '案例数', en: 'Count' },
  // Overview
  overview: { zh: '案例库总览', en: 'Library at a glance' },
  heatMap: { zh: '行业与产品', en: 'Industries and products' },
  heatMapNote: {
    zh: '格中是用到该产品的案例数；列为用得最多的产品。',
    en: 'Each cell counts the cases of an industry that use a product; the columns are the most used products.',
  },
  total: { zh: '合计', en: 'Total' },
  allProblems: { zh: '从问题出发', en: 'Start from a problem' },
  allCases: { zh: '全部案例', en: 'All cases' },
  filter: { zh: '筛选案例', en: 'Filter the cases' },
  filterHint: {
    zh: '输入客户、标题、产品或章节；按 Enter 键到搜索中查找',
    en: 'Customer, title, product or section; Enter looks it up in Search',
  },
  filtered: { zh: '{n} / {total} 个案例', en: '{n} of {total} cases' },
  volumes: { zh: '资料来源', en: 'Sources' },
  openMap: { zh: '产品同用图', en: 'Map of products used together' },
  // Map
  map: { zh: '产品同用图', en: 'Products used together' },
  mapNote: {
    zh: '圆点越大，用到它的案例越多；连线越粗，同用的案例越多。只画两例以上的连线。',
    en: 'The larger a dot, the more cases use the product; the thicker a line, the more cases use both. Pairs of two or more cases are drawn.',
  },
  mapKeys: {
    zh: '选中产品可突出它的连线，按 Enter 键打开产品页；点连线到下表查看案例。',
    en: 'Focus a product to bring out its lines, Enter opens its page; a click on a line leads to its cases in the table.',
  },
  mapTable: { zh: '同用的产品与案例', en: 'Pairs and their cases' },
  pair: { zh: '产品', en: 'Products' },
  // Comparison
  comparison: { zh: '案例对比', en: 'Cases side by side' },
  inAll: { zh: '全部案例都有', en: 'In all of them' },
  inSome: { zh: '部分案例有', en: 'In some of them' },
  notThere: { zh: '没有', en: 'not there' },
  noneFound: { zh: '无', en: 'none' },
  outcomeFigures: { zh: '成效数字', en: 'Outcome figures' },
  scaleFigures: { zh: '规模数字', en: 'Scale figures' },
  fileComparison: { zh: '我的文件与案例', en: 'My file and the case' },
  file: { zh: '文件', en: 'File' },
  both: { zh: '两边都有', en: 'In both' },
  onlyCase: { zh: '仅案例有', en: 'Only in the case' },
  onlyMine: { zh: '仅我的文件有', en: 'Only in my file' },
  lines: { zh: '所在行', en: 'Lines' },
  asInCase: { zh: '案例中为', en: 'in the case as' },
  nothingRecognised: {
    zh: '文件里没有识别出云产品，因此没有可比的内容。',
    en: 'No cloud product was recognised in the file, so there is nothing to compare.',
  },
} as const satisfies Record<string, Record<Lang, string>>;

export type PageWord = keyof typeof WORDS;

/** The word in `lang`. */
export function say(key: PageWord, lang: Lang): string {
  return WORDS[key][lang];
}

/** `7 of 85`, `85 例中 7 例`: both integers, never a percentage. */
export function kOfN(k: number, n: number, lang: Lang): string {
  return lang === 'zh' ? `${n} 例中 ${k} 例` : `${k} of ${n}`;
}

/** `12 cases`, `12 个案例`. */
export function caseCount(n: number, lang: Lang): string {
  return lang === 'zh' ? `${n} 个案例` : n === 1 ? '1 case' : `${n} cases`;
}

/** What a list leaves out. */
export function notListed(count: number, lang: Lang): string {
  return lang === 'zh'
    ? `另有 ${count} 个案例未列出，可用搜索查找。`
    : `${count} more cases are not listed here; Search finds them.`;
}

/** `第 40 页`, `p. 40`; 0 is no page, and is not for showing. */
export function pageNumber(page: number, lang: Lang): string {
  return lang === 'zh' ? `第 ${page} 页` : `p. ${page}`;
}

/** `第 37 行`, `line 37`; lines are counted from 0 in data and from 1 for people. */
export function lineNumber(line: number, lang: Lang): string {
  return lang === 'zh' ? `第 ${line + 1} 行` : `line ${line + 1}`;
}

/** Joins a short list: `A、B` or `A, B`. */
export function listed(items: readonly string[], lang: Lang): string {
  return items.join(lang === 'zh' ? '、' : ', ');
}
