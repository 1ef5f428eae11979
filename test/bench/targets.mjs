// What must be reached, and out of which measured value it is judged. `limit` is `≤` or `≥` and a number; `value` gives
// undefined where nothing was measured. A ratio compares medians of one run.

const worst = (values, names) => {
  const all = names.map((name) => values[name]).filter((value) => value !== undefined);
  return all.length > 0 ? Math.max(...all) : undefined;
};
const LINES = [100, 1000, 10_000, 100_000];
const SCHEMA_KINDS = ['ros', 'kubernetes'];
const KINDS = [...SCHEMA_KINDS, 'compose', 'architecture'];
const names = (kinds, sizes, name) => kinds.flatMap((kind) => sizes.map((size) => name(kind, size)));

export const TARGETS = [
  ...LINES.map((size) => ({
    part: 'editing',
    what: `edit → hover, of yaml-language-server's time, ${size} lines`,
    limit: '≤ 0.01',
    unit: '×',
    value: (v) =>
      worst(
        v,
        names(SCHEMA_KINDS, [size], (kind) => `${kind}.hover.${size}.part`),
      ),
  })),
  {
    part: 'editing',
    what: "edit → hover, of the compose language service's time, 10,000 lines",
    limit: '≤ 0.2',
    unit: '×',
    value: (v) => v['compose.hover.10000.part'],
  },
  {
    part: 'answers',
    what: 'warm hover and completion in the extension host, p95, 10,000 lines',
    limit: '≤ 3',
    value: (v) =>
      worst(
        v,
        names(KINDS, [10_000], (kind, size) => `${kind}.warm hover.${size}`).concat(
          names(KINDS, [10_000], (kind, size) => `${kind}.warm completion.${size}`),
          ['architecture.completion in a list.10000'],
        ),
      ),
  },
  {
    part: 'answers',
    what: 'note of a completion in the extension host, p95',
    limit: '≤ 2',
    value: (v) =>
      worst(
        v,
        names(KINDS, LINES, (kind, size) => `${kind}.note.${size}`),
      ),
  },
  {
    part: 'reading',
    what: 'an edit, then place and product, 100,000 lines',
    limit: '≤ 15',
    value: (v) =>
      worst(
        v,
        names(KINDS, [100_000], (kind, size) => `locate.${kind}.${size}`),
      ),
  },
  { part: 'reading', what: 'a place of a real file, median', limit: '≤ 5', unit: 'µs', value: (v) => v['real.median'] },
  { part: 'reading', what: 'a place of a real file, p95', limit: '≤ 200', unit: 'µs', value: (v) => v['real.p95'] },
  {
    part: 'reading',
    what: 'first place in a fresh process',
    limit: '≤ 10',
    value: (v) =>
      worst(
        v,
        LINES.map((size) => `fresh.${size}.place`),
      ),
  },
  {
    part: 'reading',
    what: 'all mentions of 10,000 lines, cold',
    limit: '≤ 10',
    value: (v) =>
      worst(
        v,
        names(KINDS, [10_000], (kind, size) => `mentions.${kind}.${size}.cold`),
      ),
  },
  {
    part: 'reading',
    what: 'all mentions of 10,000 lines after an edit elsewhere',
    limit: '≤ 1',
    value: (v) =>
      worst(
        v,
        names(KINDS, [10_000], (kind, size) => `mentions.${kind}.${size}.edit`),
      ),
  },
  { part: 'reading', what: 'the library, parse and index', limit: '≤ 15', value: (v) => v['library.load'] },
  {
    part: 'reading',
    what: 'the compiled library',
    limit: '≤ 450',
    unit: 'KB',
    value: (v) => v['library.bytes'] && v['library.bytes'] / 1024,
  },
  ...['hover', 'completion'].flatMap((op) =>
    [
      [LINES.slice(0, 3), op === 'hover' ? '≤ 1.15' : '≤ 1.25', 'up to 10,000 lines'],
      [[100_000], '≤ 2', '100,000 lines'],
    ].map(([sizes, limit, where]) => ({
      part: 'host',
      what: `${op} through VS Code, of a constant provider's time, ${where}`,
      limit,
      unit: '×',
      value: (v) =>
        worst(
          v,
          names(KINDS, sizes, (kind, size) => `${op}.${kind}.${size}.part`),
        ),
    })),
  ),
  { part: 'host', what: 'activation over an empty extension', limit: '≤ 3', value: (v) => v['activation.over'] },
  { part: 'host', what: 'heap after activation', limit: '≤ 0.5', unit: 'MB', value: (v) => v['heap.activation'] },
  { part: 'host', what: 'heap with everything loaded', limit: '≤ 6', unit: 'MB', value: (v) => v['heap.loaded'] },
  { part: 'host', what: 'paint of a case where another was open', limit: '≤ 150', value: (v) => v['page.paint'] },
  { part: 'host', what: 'first paint of a case in a new tab', limit: '≤ 150', value: (v) => v['page.new'] },
  {
    part: 'host',
    what: 'cases like a folder of 500 files, the first time',
    limit: '≤ 2000',
    value: (v) => v['folder.cold'],
  },
  { part: 'host', what: 'Cancel while a folder is read, the worst', limit: '≤ 200', value: (v) => v['folder.cancel'] },
  {
    part: 'host',
    what: 'first tree of a workspace with 10,000 own cases',
    limit: '≤ 1000',
    value: (v) => v['team.tree'],
  },
  { part: 'host', what: 'a saved change among 10,000 own cases, told', limit: '≤ 300', value: (v) => v['team.change'] },
  { part: 'search', what: 'a keystroke at 85 cases, p95', limit: '≤ 4', value: (v) => v['85.p95'] },
  { part: 'search', what: 'slowest kind of query at 85 cases, p95', limit: '≤ 4', value: (v) => v['85.slowestKind'] },
  { part: 'search', what: 'index of 85 cases built', limit: '≤ 20', value: (v) => v['85.build'] },
  {
    part: 'search',
    what: 'index heap of 85 cases, of their text',
    limit: '≤ 1',
    unit: '×',
    value: (v) => v['85.heapPart'],
  },
  { part: 'search', what: 'a keystroke at 10,000 cases, p95', limit: '≤ 16', value: (v) => v['10000.p95'] },
  {
    part: 'search',
    what: "a keystroke at 10,000 cases, of fuse.js' time",
    limit: '≤ 0.1',
    unit: '×',
    value: (v) => v['10000.fusePart'],
  },
  { part: 'search', what: 'a keystroke at 100,000 cases, median', limit: '≤ 33', value: (v) => v['100000.median'] },
  { part: 'search', what: 'a keystroke at 100,000 cases, p95', limit: '≤ 60', value: (v) => v['100000.p95'] },
  {
    part: 'search',
    what: 'names with one wrong sign among ten, 10,000 cases',
    limit: '≥ 0.9',
    unit: '',
    value: (v) => v['10000.wrongSign'],
  },
  { part: 'search', what: 'nDCG@10 on the graded queries', limit: '≥ 0.85', unit: '', value: (v) => v['85.ndcg'] },
  {
    part: 'search',
    what: 'kinds of query in which another engine finds more, 85 cases',
    limit: '≤ 0',
    unit: '',
    value: (v) => v['85.behind']?.length,
  },
  {
    part: 'search',
    what: 'kinds of query in which another engine finds more, 10,000 cases',
    limit: '≤ 0',
    unit: '',
    value: (v) => v['10000.behind']?.length,
  },
  { part: 'matching', what: 'ranking 10,000 cases', limit: '≤ 10', value: (v) => v['rank.10000'] },
  { part: 'matching', what: 'ranking 100,000 cases', limit: '≤ 80', value: (v) => v['rank.100000'] },
  { part: 'browsing', what: 'the largest tree at 85 cases', limit: '≤ 16', value: (v) => v['tree.85'] },
  { part: 'browsing', what: 'the largest tree at 10,000 cases', limit: '≤ 50', value: (v) => v['tree.10000'] },
  {
    part: 'browsing',
    what: 'the largest page',
    limit: '≤ 120',
    unit: 'KB',
    value: (v) =>
      worst(
        v,
        Object.keys(v).filter((name) => name.endsWith('.KB')),
      ),
  },
  { part: 'importing', what: 'dry run of the source', limit: '≤ 500', value: (v) => v.source },
  { part: 'sizes', what: 'the bundle that is loaded at activation', limit: '≤ 180', unit: 'KB', value: (v) => v.entry },
  { part: 'sizes', what: 'the .vsix', limit: '≤ 600', unit: 'KB', value: (v) => v.vsix },
];
