// Ranking the cases like an architecture and suggesting what they also used, in libraries far larger than ours.
import { now, randomFrom, shown, stats } from '../measure.mjs';
import { authoredData, load } from '../ours.mjs';

const REAL = 85;
const QUERIES = 25;
const SHOWN = 200;

export async function matching({ sizes, quick }) {
  const core = load({
    './src/core/library': ['buildLibrary'],
    './src/core/kin': ['votingRoll'],
    './src/core/match': ['casesLike'],
    './src/core/suggest': ['suggest'],
  });
  const rows = [];
  const values = {};
  for (const size of sizes) {
    const library = core.buildLibrary(size === REAL ? authoredData() : madeData(size));
    const start = now();
    const roll = core.votingRoll(library);
    roll.index.points.at(0);
    const counted = now() - start;
    const asked = questions(library, QUERIES);
    const runs = {
      'cases like six products, the best 200 explained': (used) => core.casesLike(library, roll, used, SHOWN),
      'the same, all explained': (used) => core.casesLike(library, roll, used),
      'what they also used': (used) =>
        core.suggest(
          roll,
          used.map(({ productId }) => productId),
        ),
    };
    const times = Object.entries(runs).map(([name, run]) => [name, measured(run, asked, quick)]);
    rows.push({
      cases: String(size),
      'counted, once ms': counted,
      ...Object.fromEntries(times.map(([name, one]) => [`${name} ms`, shown(one)])),
    });
    const [best, all, also] = times.map(([, one]) => one.median);
    Object.assign(values, {
      [`rank.${size}`]: best,
      [`all.${size}`]: all,
      [`suggest.${size}`]: also,
      [`roll.${size}`]: counted,
    });
  }
  return {
    title: 'Matching and suggestion',
    tables: [
      {
        title: 'Median (p95)',
        rows,
        note: 'Above 85 the cases are made: 1 to 11 of 120 products, the popular ones as popular as in the real library.',
      },
    ],
    values,
  };
}

function measured(run, asked, quick) {
  for (let i = 0; i < (quick ? 5 : 25); i++) run(asked[i % asked.length]);
  const times = [];
  const start = now();
  for (let i = 0; i < QUERIES * 2; i++) {
    const from = now();
    run(asked[i % asked.length]);
    times.push(now() - from);
    if (times.length >= 15 && now() - start > (quick ? 1000 : 10_000)) break;
  }
  return stats(times);
}

function questions(library, count) {
  const random = randomFrom(7);
  const ids = library.cases.slice(0, 2000).flatMap(({ products }) => products.map(({ id }) => id)); // by popularity
  const pick = () => ({ productId: ids[Math.floor(random() * ids.length)] });
  return Array.from({ length: count }, () => Array.from({ length: 6 }, pick));
}

function madeData(size) {
  const random = randomFrom(size);
  const pick = () => `p${Math.floor(120 * random() ** 2.6)}`;
  const empty = { volumes: [], industries: [], problems: [], categories: [], products: [], units: {}, pinyin: {} };
  const role = { zh: '', en: '' };
  const cases = Array.from({ length: size }, (_, i) => {
    const ids = new Set(Array.from({ length: 1 + Math.floor(random() * 11) }, pick));
    const products = [...ids].map((id) => ({ id, listed: true, role }));
    return {
      id: `s-${i + 1}`,
      volume: 's',
      section: String(i + 1),
      products,
      services: [],
      problems: [],
      industry: 'x',
    };
  });
  return { format: 1, ...empty, families: { p3: ['p40', 'p41'], p5: ['p50'] }, cases };
}
