// What a user downloads and what is read from disk at the start.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { short } from '../measure.mjs';
import { productionBuild } from '../production.mjs';

export async function sizes() {
  const { folder, vsix } = productionBuild();
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());
  const shipped = files.filter((name) => !name.startsWith('build') && !name.endsWith('.map')).sort();
  const kilobytes = (name) => statSync(join(dist, name)).size / 1024;
  const rows = shipped.map((name) => ({
    file: `dist/${name}`,
    KB: short(kilobytes(name)),
    'gzip KB': short(gzipSync(readFileSync(join(dist, name))).length / 1024),
  }));
  const packed = statSync(vsix).size / 1024;
  return {
    title: 'Sizes',
    tables: [
      {
        title: 'Minified, as shipped',
        rows: [...rows, { file: 'cloud-casebook.vsix', KB: short(packed), 'gzip KB': '' }],
        note: 'dist/extension.js is what activation loads in the Node host. It loads dist/web/extension.js, which holds the extension for both hosts, when something is first used; the web worker host gets that file as a whole, and evaluates it as late.',
      },
    ],
    values: { entry: kilobytes('extension.js'), vsix: packed },
  };
}
