// The parts of the bench: what each measures, the sizes it runs at (lines or cases), and where its code is.
const LINES = [100, 1000, 10_000, 100_000];
const CASES = [85, 1000, 10_000, 100_000];

const from = (file, name) => async () => (await import(`./parts/${file}.mjs`))[name];

export const PARTS = {
  editing: {
    what: 'an edit, then a hover or a completion, beside the language servers',
    sizes: LINES,
    run: from('editing', 'editing'),
  },
  reading: {
    what: 'places, mentions, first answers, loading the library',
    sizes: LINES,
    run: from('reading', 'reading'),
  },
  host: {
    what: 'in VS Code: hover and completion beside a constant provider, activation, heap, first tree, pages, a folder of 500 files',
    sizes: LINES,
    run: from('host', 'host'),
  },
  answers: {
    what: 'in VS Code: our own time of a hover, a completion and its note',
    sizes: LINES,
    run: from('answers', 'answers'),
  },
  search: {
    what: 'search beside four engines: keystrokes, quality, index',
    sizes: CASES,
    run: from('search', 'search'),
  },
  matching: { what: 'cases like an architecture, suggestions', sizes: CASES, run: from('matching', 'matching') },
  browsing: { what: 'the case tree and the pages', sizes: CASES, run: from('browsing', 'browsing') },
  importing: { what: 'taking a volume over', run: from('importing', 'importing') },
  sizes: { what: 'bundles and the .vsix', run: from('sizes', 'sizes') },
};
