// What could not be read of a query, as a sentence. The editor's list offers rows in its place.
import type { Lang } from '../model';
import { comma } from '../words';
import type { QueryProblem } from './query';

/** `There is no facet word “foo:”. Perhaps: problem, product.` */
export function problemWords({ code, facet, value, near }: QueryProblem, lang: Lang): string {
  const zh = lang === 'zh';
  const offers = near.join(comma(lang));
  const perhaps = offers === '' ? '' : zh ? `可用：${offers}。` : ` Perhaps: ${offers}.`;
  switch (code) {
    case 'unknown-facet':
      return (zh ? `没有“${facet}:”这个限定词。` : `There is no facet word “${facet}:”.`) + perhaps;
    case 'unknown-value':
      return (zh ? `“${facet}:”中没有“${value}”。` : `“${facet}:” knows no “${value}”.`) + perhaps;
    case 'empty-value':
      return zh ? `“${facet}:”后面要有值。` : `“${facet}:” needs a value.`;
  }
}
