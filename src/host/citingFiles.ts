// The files that cite cases, whoever asks: which files of the workspace are looked at, and where one of them cites.
import type * as vscode from 'vscode';

import { citedInComments } from '../core/backlinks';
import type { CitedId } from '../core/cite';
import type { SourceLines } from '../core/text';
import { citedPlaces, mayListCases } from '../yaml/citedPlaces';
import type { Services } from './services';

/** Endings and folders of a search for citations, for `findFiles`. */
export const CITING_FILES = {
  endings: ['yaml', 'yml', 'tf', 'md', 'json', 'jsonc', 'ts', 'js', 'py', 'go', 'java'],
  passed: ['node_modules', '.git', '.terraform', 'dist'],
  most: 5000,
} as const;

/** Every place of a file that cites a case, in the order of the text: in comments, in YAML in lists of our own format too. */
export function citedInFile(
  { readings }: Services,
  uri: vscode.Uri,
  lines: SourceLines,
): readonly (CitedId & { readonly line: number })[] {
  if (!/\.ya?ml$/.test(uri.path)) return citedInComments(lines);
  return citedPlaces(lines, hasLists(lines) ? readings.ofText(lines, uri.path) : NOT_READ);
}

const NOT_READ = { documents: [] };

function hasLists(lines: SourceLines): boolean {
  for (let line = 0; line < lines.lineCount; line++) if (mayListCases(lines.lineAt(line))) return true;
  return false;
}
