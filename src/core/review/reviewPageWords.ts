// The words around the content of a review page, in both languages; what the editor says is worded in the host.
import type { Lang } from '../model';

const WORDS = {
  eyebrow: { zh: '与此架构相近的案例', en: 'Cases like this architecture' },
  overview: { zh: '工作区一览', en: 'The workspace at a glance' },
  products: { zh: '用到的产品', en: 'Products' },
  productsNote: {
    zh: '去掉勾选或加入产品，看哪些案例进出；文件不会改动，开头的结论与待确认的问题仍以文件为准。',
    en: 'Untick a product or add one to see which cases come and go. The file is not touched; the verdict at the top and the open questions keep to it.',
  },
  counted: { zh: '计入', en: 'Counted' },
  product: { zh: '产品', en: 'Product' },
  restsOn: { zh: '依据', en: 'Rests on' },
  where: { zh: '位置', en: 'Where' },
  used: { zh: '用到它的案例', en: 'Cases that use it' },
  generic: { zh: '通用，不计分', en: 'generic, scores nothing' },
  addProduct: { zh: '加入产品', en: 'Add a product' },
  choose: { zh: '选择…', en: 'Choose…' },
  add: { zh: '加入', en: 'Add' },
  assumed: { zh: '假设', en: 'assumed' },
  without: { zh: '不计', en: 'without' },
  with: { zh: '加上', en: 'with' },
  takeOut: { zh: '去掉', en: 'Take out' },
  reset: { zh: '还原', en: 'Reset' },
  cases: { zh: '最接近的案例', en: 'Closest cases' },
  nothingCounted: { zh: '没有计入任何产品。', en: 'Nothing is counted.' },
  strong: { zh: '强匹配', en: 'strong match' },
  fair: { zh: '一般匹配', en: 'fair match' },
  thin: { zh: '弱匹配', en: 'thin match' },
  score: { zh: '计分', en: 'Points' },
  shared: { zh: '共有', en: 'Shared' },
  missing: { zh: '仅本架构', en: 'Only here' },
  extra: { zh: '仅案例', en: 'Only in the case' },
  sameIndustry: { zh: '同行业', en: 'same industry' },
  sameProblems: { zh: '同样的问题', en: 'same problems' },
  came: { zh: '新进', en: 'new' },
  gone: { zh: '不再位列最接近的案例', en: 'No longer among the closest' },
  questions: { zh: '待确认的问题', en: 'Open questions' },
  noQuestions: { zh: '没有。', en: 'None.' },
  questionsNote: {
    zh: '至少 5 个相近案例，其中三分之二以上用到、而这里没有的产品；至多列三个。这是问题，不是警告。',
    en: 'Products that at least two thirds of five or more such cases used and that are missing here; three at most. Questions, not warnings.',
  },
  answer: { zh: '写明理由…', en: 'Answer…' },
  answered: { zh: '已答', en: 'Answered' },
  notRecognised: { zh: '没有识别的部分', en: 'What was not recognised' },
  reportMarkdown: { zh: '报告（Markdown）', en: 'Report (Markdown)' },
  reportHtml: { zh: '报告（HTML）…', en: 'Report (HTML)…' },
  adr: { zh: '架构决策记录', en: 'Decision record' },
  addSuggested: { zh: '加入这类架构还用到的产品…', en: 'Add what such architectures also used…' },
  refresh: { zh: '重新读取', en: 'Read again' },
  reading: { zh: '正在读取基础设施文件…', en: 'Reading infrastructure files…' },
  unread: { zh: '没有读到文件。', en: 'The files were not read.' },
  compare: { zh: '与我的文件对照', en: 'Beside my file' },
  actions: { zh: '操作', en: 'Actions' },
  more: { zh: '另有', en: 'more:' },
  files: { zh: '文件', en: 'Files' },
  nothing: {
    zh: '没有找到写着云产品的文件。',
    en: 'No file that names a cloud product was found.',
  },
} as const satisfies Record<string, Record<Lang, string>>;

export type ReviewWord = keyof typeof WORDS;

export function sayReview(word: ReviewWord, lang: Lang): string {
  return WORDS[word][lang];
}
