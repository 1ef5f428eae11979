// The few words that stand around case content (labels of hovers, pages and reports), in both languages. They follow
// the content language; everything the editor itself says is worded in the host.
import type { Origin, OriginCounts } from './library';
import type { Lang } from './model';

const WORDS = {
  cases: { zh: '案例', en: 'Cases' },
  challenges: { zh: '挑战', en: 'Challenges' },
  solution: { zh: '方案', en: 'Solution' },
  outcomes: { zh: '成效', en: 'Outcomes' },
  products: { zh: '产品', en: 'Products' },
  services: { zh: '服务', en: 'Services' },
  source: { zh: '出处', en: 'Source' },
  listed: { zh: '列于案例产品清单', en: 'in the case’s product list' },
  mentioned: { zh: '仅正文提及', en: 'mentioned in the text only' },
  ownText: { zh: '原文', en: 'The document’s own text' },
} as const satisfies Record<string, Record<Lang, string>>;

export type Word = keyof typeof WORDS;

export function word(key: Word, lang: Lang): string {
  return WORDS[key][lang];
}

const ORIGINS: Readonly<Record<Origin, Readonly<Record<Lang, string>>>> = {
  library: { zh: '案例库', en: 'library' },
  import: { zh: '导入', en: 'imported' },
  team: { zh: '团队', en: 'team' },
};

/**
 * A Chinese sentence around names, as a template's tag. A name stands between blanks, but not where Chinese meets
 * Chinese: 还用了 CDN，还用了函数计算.
 */
export function chinese(parts: readonly string[], ...names: readonly (string | number)[]): string {
  return names.reduce<string>((text, name, i) => {
    const said = String(name);
    const before = /^\p{Script=Han}/u.test(said) ? text.replace(/(?<=\p{Script=Han}) $/u, '') : text;
    const after = parts[i + 1] ?? '';
    return before + said + (/\p{Script=Han}$/u.test(said) ? after.replace(/^ (?=\p{Script=Han})/u, '') : after);
  }, parts[0] ?? '');
}

/** The mark that a case of the team or of an import carries wherever it is shown: `team`, `导入`. */
export function originLabel(origin: Origin, lang: Lang): string {
  return ORIGINS[origin][lang];
}

/** `23 library + 2 team`: cases of different origin are never added up; a lone number stands without its origin. */
export function originCount(counts: OriginCounts, lang: Lang): string {
  const parts = [
    { count: counts.library, name: originLabel('library', lang) },
    { count: counts.imported, name: originLabel('import', lang) },
    { count: counts.team, name: originLabel('team', lang) },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return '0';
  if (parts.length === 1 && counts.library > 0) return String(counts.library);
  return parts.map((part) => (lang === 'zh' ? `${part.name} ${part.count}` : `${part.count} ${part.name}`)).join(' + ');
}

/** `4 of 85 cases`: always both integers, never a percentage. */
export function countOf(count: number, total: number, lang: Lang): string {
  return lang === 'zh' ? `${total} 个案例中有 ${count} 个` : `${count} of ${total} cases`;
}

/** Between the items of a list that is not said to be whole. */
export function comma(lang: Lang): string {
  return lang === 'zh' ? '、' : ', ';
}

/** `1 file`, `2 files`; English only. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
