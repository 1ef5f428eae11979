// The case tree and the pages as the pure core makes them: the first tree, the largest group, pages and their size.
import { pageStyle } from '../../host/pageStyle.mjs';
import { now, short, shown, stats } from '../measure.mjs';
import { authoredData, load } from '../ours.mjs';
import { recombined } from '../searchCases.mjs';

const REAL = 85;
const ASSETS = { style: pageStyle(), script: 'm', cspSource: 'c', nonce: 'n' };

export async function browsing({ sizes, quick }) {
  const core = load({
    './src/core/library': ['buildLibrary'],
    './src/core/kin': ['votingRoll'],
    './src/core/outline': ['outline', 'FACETS'],
    './src/core/outlineFilter': ['outlineFilter'],
    './src/core/pages/casePage': ['casePage'],
    './src/core/pages/productPage': ['productPage'],
    './src/core/pages/overviewPage': ['overviewPage'],
    './src/core/pages/mapPage': ['mapPage'],
    './src/core/pages/shell': ['pageShell'],
  });
  const values = {};
  const rounds = quick ? 5 : 30;
  const trees = sizes.filter((size) => size <= 10_000).map((size) => tree(core, size, rounds, values));
  return {
    title: 'Tree and pages, our own code',
    tables: [
      { title: 'The case tree, median (p95) ms', rows: trees },
      { title: 'Pages, median (p95) ms', rows: pages(core, quick ? 2 : 10, values) },
    ],
    values,
  };
}

function times(rounds, run) {
  for (let i = 0; i < 2; i++) run(i);
  return stats(
    Array.from({ length: rounds }, (_, i) => {
      const start = now();
      run(i);
      return now() - start;
    }),
  );
}

function tree(core, size, rounds, values) {
  const library = core.buildLibrary(size === REAL ? authoredData() : recombined(authoredData(), size));
  const facets = Object.fromEntries(
    core.FACETS.map((facet) => [facet, times(rounds, () => core.outline(library, { facet, lang: 'zh' }))]),
  );
  const groups = core.FACETS.flatMap((facet) => core.outline(library, { facet, lang: 'zh' }));
  const largest = Math.max(...groups.map(({ children }) => children.length));
  const filter = core.outlineFilter(library);
  const filtered = times(rounds, (i) => filter(['直播', '电商', 'redis', 'zhibo'][i % 4]));
  const slowest = Math.max(...Object.values(facets).map(({ median }) => median));
  Object.assign(values, { [`tree.${size}`]: slowest, [`filter.${size}`]: filtered.median });
  const columns = Object.entries(facets).map(([facet, one]) => [`by ${facet}`, shown(one)]);
  return {
    cases: String(size),
    'largest group': largest,
    ...Object.fromEntries(columns),
    'a letter of the filter': shown(filtered),
  };
}

function pages(core, rounds, values) {
  const library = core.buildLibrary(authoredData());
  const context = { library, roll: core.votingRoll(library), lang: 'zh' };
  const products = library.data.products.filter(({ id }) => library.casesByProduct.has(id));
  const kinds = {
    case: library.cases.map((study) => () => core.casePage(study, context)),
    product: products.map((product) => () => core.productPage(product, context, [])),
    overview: [() => core.overviewPage(context)],
    map: [() => core.mapPage(context)],
  };
  return Object.entries(kinds).map(([kind, all]) => {
    let largest = 0;
    const one = times(Math.max(rounds, Math.min(all.length, rounds * 10)), (i) => {
      const { title, body } = all[i % all.length]();
      largest = Math.max(largest, Buffer.byteLength(core.pageShell(ASSETS, 'zh', title, undefined, body)));
    });
    Object.assign(values, { [`page.${kind}`]: one.median, [`page.${kind}.KB`]: largest / 1024 });
    return { page: kind, 'rendered ms': shown(one), 'largest KB': short(largest / 1024) };
  });
}
