// The words of hovers and completion notes around case content, in both languages.
import type { Lang } from './model';
import { chinese, comma } from './words';

/** The Chinese and the English of one phrase with holes `{0}`, `{1}`. */
const PHRASES = {
  via: { zh: '（经 {0}）', en: ' (via {0})' },
  including: { zh: '（含 {0}）', en: ' (with {0})' },
  today: { zh: '如今：{0}', en: 'today: {0}' },
  allCases: { zh: '全部案例', en: 'all cases' },
  withYour: { zh: '同时用到你文件中的 {0}：{2} 个案例中 {1} 个有它', en: 'with your {0}: {1} of {2}' },
  and: { zh: '{0} 和 {1}', en: '{0} and {1}' },
  selfHosted: { zh: '自建 {0}', en: 'self-hosted {0}' },
  movedThere: { zh: '从原有系统迁到它的案例：', en: 'cases that moved to it:' },
  nobodyMoved: { zh: '案例库中没有从自建迁到它的案例。', en: 'No case here moved to it from a self-hosted system.' },
  noCase: {
    zh: '案例库中没有用到它的案例；托管对应关系属通用知识。',
    en: 'No case here uses it; the counterpart is general knowledge.',
  },
  describedSo: { zh: '用到 {0} 的 {2} 个案例中，{1} 个这样描述它：', en: '{1} of {2} cases with {0} describe it so:' },
  noCaseUses: { zh: '案例库中没有用到它的案例。', en: 'No case here uses it.' },
  open: { zh: '打开', en: 'Open' },
  copy: { zh: '复制引用', en: 'Copy citation' },
  unknownId: { zh: '案例库中没有 {0}', en: '{0} is not in the library' },
  nearest: { zh: '最接近的是 {0}', en: 'the nearest is {0}' },
  andMore: { zh: '还有 {0} 个', en: 'and {0} more' },
  alike: {
    zh: '与你的文件有共同产品的 {1} 个案例中，{0} 个用到：',
    en: '{0} of {1} cases that share a product with your file used it:',
  },
  ofAll: { zh: '全部 {1} 个案例中，{0} 个用到：', en: '{0} of all {1} cases used it:' },
  withProblem: { zh: '有“{0}”问题的 {2} 个案例中，{1} 个用到', en: '{1} of {2} cases with the problem “{0}” used it' },
  alikeOfTerm: {
    zh: '与你的文件有共同产品的 {1} 个案例中，{0} 个属于：',
    en: '{0} of {1} cases that share a product with your file belong here:',
  },
  ofAllTerm: { zh: '全部 {1} 个案例中，{0} 个属于：', en: '{0} of all {1} cases belong here:' },
  present: { zh: '文件中已有', en: 'already in the file' },
  shares: { zh: '与你的文件同用 {0}', en: 'shares {0} with your file' },
  roleIn: { zh: '在这些案例中的角色：', en: 'its role in these cases:' },
} as const satisfies Record<string, Record<Lang, string>>;

export type Phrase = keyof typeof PHRASES;

/** The phrase in `lang` with its holes filled. */
export function phrase(key: Phrase, lang: Lang, ...values: readonly (string | number)[]): string {
  const pieces = PHRASES[key][lang].split(/\{(\d)\}/);
  const texts = pieces.filter((_, i) => i % 2 === 0);
  const names = pieces.filter((_, i) => i % 2 === 1).map((index) => values[Number(index)] ?? '');
  return lang === 'zh' ? chinese(texts, ...names) : String.raw({ raw: texts }, ...names);
}

/** `RDS, OSS and CDN`; `RDS、OSS 和 CDN`. */
export function listed(names: readonly string[], lang: Lang): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return phrase('and', lang, names.slice(0, -1).join(comma(lang)), last);
}
