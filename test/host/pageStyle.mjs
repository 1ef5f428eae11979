// The style sheet of pages as it ships.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

import { root } from './cache.mjs';

export const pageStyle = () =>
  transformSync(readFileSync(join(root, 'media/page.css'), 'utf8'), { loader: 'css', minify: true }).code;
