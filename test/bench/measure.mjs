// Timing and how it is told: medians and p95 with n, candidates taken in turns so that the machine's noise hits all of
// them alike. Milliseconds throughout. Knows nothing about what is measured.

export const now = () => performance.now();

/** `{ n, median, p95, min, max }` of some times. */
export function stats(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))];
  return { n: sorted.length, median: at(0.5), p95: at(0.95), min: sorted[0], max: sorted.at(-1) };
}

/** How long `run` takes; waits for a promise. */
export async function timed(run) {
  const start = now();
  const result = run();
  if (typeof result?.then === 'function') await result;
  return now() - start;
}

/** Runs the candidates (`{ name: run(round) }`) in turns; `{ name: stats }`. Each gets `warmup` rounds that do not count. */
export async function inTurns(candidates, { rounds, warmup = 2 }) {
  const times = new Map(Object.keys(candidates).map((name) => [name, []]));
  for (let round = -warmup; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const time = await timed(() => run(round));
      if (round >= 0) times.get(name).push(time);
    }
  }
  return Object.fromEntries([...times].map(([name, samples]) => [name, stats(samples)]));
}

/** Times of a run that takes less than the clock can tell: `batch` calls at once, divided. */
export function batched(run, { rounds = 25, batch = 200 } = {}) {
  for (let i = 0; i < batch; i++) run(i);
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    const start = now();
    for (let i = 0; i < batch; i++) run(round * batch + i);
    samples.push((now() - start) / batch);
  }
  return stats(samples);
}

/** Memory of JavaScript values in bytes, after a collection where Node was started with --expose-gc. */
export function heapUsed() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed: used, arrayBuffers } = process.memoryUsage();
  return used + arrayBuffers;
}

/** Deterministic numbers in [0, 1) (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number in three or four signs: `0.012`, `3.4`, `146`. */
export function short(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 100 || Number.isInteger(value)) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  if (value >= 1) return value.toFixed(2);
  return value.toPrecision(2);
}

/** `median (p95) n=…` */
export function shown(one) {
  return one === undefined ? '–' : `${short(one.median)} (${short(one.p95)}) n=${one.n}`;
}

/** `1/530` for a part, `3.2×` for a multiple. */
export function ratio(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  return value < 0.5 ? `1/${short(1 / value)}` : `${value.toFixed(2)}×`;
}

/** Rows as a Markdown table; columns in the order of the first row, numbers to the right. */
export function table(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value) => (typeof value === 'number' ? short(value) : String(value ?? ''));
  const isNumber = (column) => rows.every((row) => row[column] === undefined || /^[\d–(]/.test(cell(row[column])));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    `|${columns.map((column) => (isNumber(column) ? '--:' : '---')).join('|')}|`,
    ...rows.map((row) => line(columns.map((column) => cell(row[column])))),
  ].join('\n');
}
