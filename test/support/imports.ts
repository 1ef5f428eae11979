// Reads the import graph of our own sources, for the tests that hold its rules.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface ImportEdge {
  /** `src/core/match.ts` */
  readonly from: string;
  /** A file of ours (`src/core/library.ts`) or a package name (`yaml`, `node:fs`, `vscode`). */
  readonly to: string;
}

/** Every TypeScript file under `folder`, relative to the project's root. */
export function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

/** All imports, `import type`, re-exports, `import()` and `require()` of the file. */
export function importsOf(file: string): ImportEdge[] {
  const text = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const found = text.matchAll(/(?<!['"])(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"]+)['"]/g);
  return [...found].map(([, target = '']) => ({ from: file, to: resolved(file, target) }));
}

function resolved(file: string, target: string): string {
  if (!target.startsWith('.')) return target;
  const path = normalize(join(dirname(file), target)).replaceAll('\\', '/');
  return path.endsWith('.json') ? path : `${path}.ts`;
}
