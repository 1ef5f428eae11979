// Compiles the authored data once for the whole run, so that each test file only reads the result.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { readData } from '../../data/build';
import { encodeLibrary } from '../../src/core/compact';
import { COMPILED } from './library';

export function setup(): void {
  mkdirSync(dirname(COMPILED), { recursive: true });
  writeFileSync(COMPILED, encodeLibrary(readData('data').data));
}
