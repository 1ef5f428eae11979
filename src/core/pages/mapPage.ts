// The map of products used together with its table: both from one model.
import { type Html, html } from '../html';
import { shortName } from '../library';
import { type Pair, productsTogether } from '../pictures/together';
import { drawMap, layoutMap, MAP_SHAPES } from '../pictures/togetherMap';
import { placeOfPair } from '../protocol';
import { notListed, say } from './pageWords';
import { type PageContent, type PageContext, pageLink, run, section } from './parts';

export function mapPage(context: PageContext): PageContent {
  const { library, lang } = context;
  const model = productsTogether(library);
  const title = say('map', lang);
  const pictures = Object.entries(MAP_SHAPES).map(([name, shape]) =>
    drawMap(layoutMap(model, library, shape, lang), name, title, lang),
  );
  const body = html`<main class="single">
<header id="summary"><h1>${title}</h1><p class="summary">${say('mapNote', lang)}</p></header>
<figure id="map">${pictures}<figcaption class="note">${say('mapKeys', lang)}</figcaption></figure>
${section('pairs', say('mapTable', lang), table(model.pairs, context))}
</main>`;
  return { title, body };
}

function table(pairs: readonly Pair[], context: PageContext): Html {
  const { lang } = context;
  const rows = pairs.map(
    (
      pair,
    ) => html`<tr id="${placeOfPair(pair.a, pair.b)}" tabindex="-1"><th scope="row">${shortName(context.library, pair.a, lang)} + ${shortName(context.library, pair.b, lang)}</th><td class="number">${pair.cases.length}</td><td>${casesOf(pair, context)}</td></tr>
`,
  );
  const head = html`<tr><th scope="col">${say('pair', lang)}</th><th scope="col">${say('count', lang)}</th><th scope="col">${say('cases', lang)}</th></tr>`;
  return html`<table class="pairs"><thead>${head}</thead><tbody>${rows}</tbody></table>`;
}

/** Every case of a pair; in a library far larger than the shipped one the first of them, and how many more. */
const MOST_NAMED = 40;

function casesOf(pair: Pair, { lang }: PageContext): Html {
  const named = pair.cases.slice(0, MOST_NAMED);
  const links = named.map((study) => pageLink({ kind: 'case', id: study.id }, study.customer[lang]));
  const more = pair.cases.length - named.length;
  return html`${run(links, lang)}${more > 0 && html` <span class="note">${notListed(more, lang)}</span>`}`;
}
