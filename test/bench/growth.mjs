// How each cost grows with the file or the library, and why. `key` names the measured value at a size, in milliseconds.

const LINES = [100, 1000, 10_000, 100_000];
const CASES = [85, 1000, 10_000, 100_000];

export const GROWTH = [
  {
    part: 'reading',
    what: 'place and product after an edit, ROS',
    sizes: LINES,
    key: (size) => `locate.ros.${size}`,
    why: 'climbs from the cursor to its ancestors: of one long map all lines above are passed',
  },
  {
    part: 'reading',
    what: 'place and product after an edit, Kubernetes',
    sizes: LINES,
    key: (size) => `locate.kubernetes.${size}`,
    why: 'the climb ends at the document’s `---`',
  },
  {
    part: 'reading',
    what: 'all mentions, cold, ROS',
    sizes: LINES,
    key: (size) => `mentions.ros.${size}.cold`,
    why: 'every line is read once',
  },
  {
    part: 'reading',
    what: 'all mentions after an edit elsewhere, ROS',
    sizes: LINES,
    key: (size) => `mentions.ros.${size}.edit`,
    why: 'the references of lines and mentions are copied; only the touched part is read',
  },
  {
    part: 'editing',
    what: 'edit → hover, ROS',
    sizes: LINES,
    key: (size) => `ros.hover.${size}.ours`,
    why: 'the reading above, and a look at every line for comments that silence us',
  },
  {
    part: 'editing',
    what: 'edit → completion, ROS',
    sizes: LINES,
    key: (size) => `ros.completion.${size}.ours`,
    why: 'the same, and at most twenty entries',
  },
  {
    part: 'search',
    what: 'a keystroke, median',
    sizes: CASES,
    key: (size) => `${size}.median`,
    why: 'texts are scanned up to 400 cases, looked up in postings above; at most 60 cases are read before the list is cut',
  },
  { part: 'search', what: 'the index', sizes: CASES, key: (size) => `${size}.build`, why: 'every text is folded once' },
  {
    part: 'matching',
    what: 'cases like six products',
    sizes: CASES,
    key: (size) => `rank.${size}`,
    why: 'only cases that share a product are looked at, and the best 200 explained',
  },
  {
    part: 'matching',
    what: 'what they also used',
    sizes: CASES,
    key: (size) => `suggest.${size}`,
    why: 'every case that shares a product votes',
  },
  {
    part: 'browsing',
    what: 'the slowest tree',
    sizes: CASES,
    key: (size) => `tree.${size}`,
    why: 'a node for each case under each of its headings, in order',
  },
];
