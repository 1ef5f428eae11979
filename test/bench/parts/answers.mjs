// Our own time of a hover, a completion and its note, in the extension host of a real VS Code and on its documents.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder } from '../../host/lifetime.mjs';
import { openServer } from '../editor/window.mjs';
import { shown } from '../measure.mjs';
import { productionBuild } from '../production.mjs';
import { KINDS, writeScene } from '../scenes.mjs';

export async function answers({ sizes, quick }) {
  const { folder, vsix } = productionBuild();
  const host = await openServer(vsix);
  const values = {};
  try {
    const workspace = join(temporaryFolder('casebook-bench-'), 'files');
    mkdirSync(workspace);
    const files = KINDS.flatMap((kind) => sizes.map((size) => writeScene(workspace, kind, size)));
    const params = { data: join(folder, 'dist'), files, rounds: quick ? 60 : 300, idleMs: 4000 };
    const found = await host.run('own', params, { workspace, seconds: 900 });
    for (const { kind, size, times } of found) {
      for (const [name, { p95 }] of Object.entries(times)) values[`${kind}.${name}.${size}`] = p95;
    }
    const rows = found.map(({ kind, lines, times }) => ({
      file: kind,
      lines,
      ...Object.fromEntries(Object.entries(times).map(([name, one]) => [name, shown(one)])),
    }));
    return {
      title: 'Our own time in the extension host',
      tables: [
        {
          title: 'From the call of our provider to its answer, median (p95) ms',
          rows: sameColumns(rows),
          note: 'The providers of the extension, called in the extension host on documents that the editor has open, without the way through the editor. The edit itself is not timed, what it makes us read anew is.',
        },
      ],
      values,
    };
  } finally {
    await host.close();
  }
}

function sameColumns(rows) {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? ''])));
}
