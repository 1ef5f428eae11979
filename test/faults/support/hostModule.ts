// Runs a module of the host outside of any editor, on the `vscode` that a test makes up.
import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';

const codes = new Map<string, string>();

/** What `source` exports (TypeScript, paths from the project's root); built once, run anew for every `vscode`. */
export function hostModule<T>(source: string, vscode: unknown): T {
  const code = codes.get(source) ?? bundled(source);
  codes.set(source, code);
  const module = { exports: {} as T };
  const require = createRequire(import.meta.url);
  const load = (name: string) => (name === 'vscode' ? vscode : require(name));
  new Function('module', 'exports', 'require', code)(module, module.exports, load);
  return module.exports;
}

function bundled(contents: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
