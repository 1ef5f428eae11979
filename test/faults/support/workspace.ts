// Finding files (src/host/workspaceFiles.ts) on a file system in memory: with the editor's search, which knows nothing of
// `.gitignore`, or by walking where there is none. `vscode` is replaced by what this code uses, and by nothing else.
import { posix } from 'node:path';

import { hostModule } from './hostModule';

class Uri {
  readonly scheme: string;
  readonly path: string;
  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
  static joinPath({ scheme, path }: Uri, ...parts: string[]): Uri {
    return new Uri(scheme, posix.join(path, ...parts));
  }
}

export interface Workspace {
  /** Texts by path below `/shop`. */
  readonly files: Readonly<Record<string, string>>;
  /** `file` is searched by the editor, any other scheme is walked. */
  readonly scheme: string;
  readonly useIgnoreFiles?: boolean;
}

interface Found {
  /** Paths below `/shop`, in order. */
  readonly paths: readonly string[];
  /** Folders that were listed. */
  readonly listed: readonly string[];
}

/** The two kinds of pattern that are asked for: `**\/*.{yaml,yml}` and `**\/{.gitignore,.ignore}`. */
function isIncluded(path: string, pattern: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, star, ends = ''] = /^\*\*\/(\*\.)?\{(.*)\}$/.exec(pattern) ?? [];
  return ends.split(',').some((end) => (star ? name.endsWith(`.${end}`) : name === end));
}

/** `{**\/node_modules/**,…}` */
function isExcluded(path: string, patterns: string): boolean {
  const folders = [...patterns.matchAll(/\*\*\/([^/*]+)\/\*\*/g)].map(([, name]) => `/${name}/`);
  return folders.some((folder) => path.includes(folder));
}

/** What `findFiles` finds with the query; `below` is a folder below `/shop`. */
export async function filesFound(
  { files, scheme, useIgnoreFiles = true }: Workspace,
  query: { readonly most?: number; readonly passed?: readonly string[]; readonly below?: string } = {},
): Promise<Found> {
  const root = new Uri(scheme, '/shop');
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/shop/${name}`, text]));
  const listed: string[] = [];
  const vscode = {
    Uri,
    FileType: { File: 1, Directory: 2 },
    RelativePattern: class {
      constructor(
        readonly base: Uri,
        readonly pattern: string,
      ) {}
    },
    workspace: {
      workspaceFolders: [{ uri: root }],
      getWorkspaceFolder: () => ({ uri: root }),
      getConfiguration: () => ({ get: () => useIgnoreFiles }),
      findFiles: async (include: { base: Uri; pattern: string }, exclude: string, most: number) =>
        [...texts.keys()]
          .filter((path) => path.startsWith(`${include.base.path}/`))
          .filter((path) => isIncluded(path, include.pattern) && !isExcluded(path, exclude))
          .slice(0, most)
          .map((path) => new Uri(scheme, path)),
      fs: {
        readFile: async ({ path }: Uri) => {
          const text = texts.get(path);
          if (text === undefined) throw new Error(`no file ${path}`);
          return new TextEncoder().encode(text);
        },
        readDirectory: async ({ path }: Uri) => {
          listed.push(path);
          const below = [...texts.keys()].filter((name) => name.startsWith(`${path}/`));
          const names = below.map((name) => name.slice(path.length + 1).split('/'));
          return [...new Map(names.map(([name = '', ...rest]) => [name, rest.length > 0 ? 2 : 1]))];
        },
      },
    },
  };
  const source = "export { findFiles } from './src/host/workspaceFiles';";
  const { findFiles } = hostModule<typeof import('../../../src/host/workspaceFiles')>(source, vscode);
  const { most = 100, passed = [], below } = query;
  const asked = { endings: ['yaml', 'yml'], passed, most, ...(below && { below: new Uri(scheme, `/shop/${below}`) }) };
  const token = { isCancellationRequested: false };
  const found = await findFiles(asked as never, token as never);
  return { paths: found.map(({ path }) => path.slice('/shop/'.length)).sort(), listed };
}
