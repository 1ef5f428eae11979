// What a product is called beside its two full names.
import type { Lang, Product } from './model';

/** Short name as engineers say it in `lang`: `RDS MySQL`; 视频直播 or `Live`. */
export function shortOf({ short, shortZh }: Product, lang: Lang): string {
  return lang === 'zh' ? (shortZh ?? short) : short;
}

/** The short names, then the aliases. */
export function otherNames({ short, shortZh, aliases }: Product): readonly string[] {
  return shortZh === undefined ? [short, ...aliases] : [short, shortZh, ...aliases];
}
