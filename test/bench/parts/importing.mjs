// Taking a volume over: the document that the shipped volume was written from, where this machine has it, else one of the
// same size made of a small one.
import { now, shown, stats } from '../measure.mjs';
import { authoredData, load, sourceVolume } from '../ours.mjs';

export async function importing({ quick }) {
  const core = load({
    './src/core/importing/importDocument': ['importDocument'],
    './src/core/importing/plan': ['applyPlan'],
    './src/core/importing/volumeFile': ['volumeFileText', 'readVolumeFile'],
    './src/core/team/mergeLibrary': ['mergeLibrary'],
    './test/support/volumeText': ['SMALL_VOLUME'],
  });
  const base = authoredData();
  const real = sourceVolume();
  const bytes = real ?? new TextEncoder().encode(core.SMALL_VOLUME);
  const options = { base, fileName: 'volume.txt', today: '2026-01-31' };
  const times = { read: [], stored: [], merged: [] };
  let cases = 0;
  for (let round = -2; round < (quick ? 5 : 25); round++) {
    const start = now();
    const { plans, problem } = core.importDocument(bytes, options);
    if (!plans) throw new Error(`the volume is refused: ${JSON.stringify(problem)}`);
    const read = now();
    const volume = core.applyPlan(plans[0]);
    const { volume: again } = core.readVolumeFile(core.volumeFileText(volume));
    const stored = now();
    core.mergeLibrary(base, { imported: [again] });
    cases = again.cases.length;
    if (round < 0) continue;
    times.read.push(read - start);
    times.stored.push(stored - read);
    times.merged.push(now() - stored);
  }
  const one = Object.fromEntries(Object.entries(times).map(([key, samples]) => [key, stats(samples)]));
  return {
    title: 'Importing a volume',
    tables: [
      {
        title: 'Median (p95) ms',
        rows: [
          {
            document: real ? 'the source of the shipped volume' : 'a small made one',
            MB: bytes.length / 1048576,
            cases: String(cases),
            'dry run': shown(one.read),
            'to text and back': shown(one.stored),
            'joined with the library': shown(one.merged),
          },
        ],
      },
    ],
    values: real ? { source: one.read.median, cases } : {},
  };
}
