// Reads what is to be reviewed: open documents as they are, other files from their folder, many of them in batches that
// can be cancelled. Knows nothing of panels.
import * as vscode from 'vscode';

import { compareCodePoints } from '../core/compare';
import type { FileSigns } from '../core/review/architecture';
import type { ReviewTarget } from '../core/review/reviewProtocol';
import { slices } from '../core/slices';
import { linesOf } from '../core/text';
import { openDocument } from './openDocuments';
import { linesOfDocument } from './readings';
import type { Services } from './services';
import { findFiles } from './workspaceFiles';

/** The files of a target, read. */
export interface ReviewedFiles {
  readonly files: readonly FileSigns[];
  /** Label of a file → where it is. */
  readonly uris: ReadonlyMap<string, vscode.Uri>;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

const BATCH = 16;
/** Files of one folder beyond which the rest is left out, and said so in the log. */
const MOST_FILES = 2000;
const ENDINGS = ['yaml', 'yml'];
/** Folders that hold what others wrote or tools made. */
const IGNORED = [
  'node_modules',
  '.git',
  '.svn',
  '.hg',
  'vendor',
  'dist',
  'out',
  'target',
  'build',
  '.terraform',
  '.venv',
  '.cache',
  'coverage',
];

/** How a file is called in pages and reports: its path in the workspace, or its name outside of it. */
export function labelOf(uri: vscode.Uri): string {
  if (vscode.workspace.getWorkspaceFolder(uri))
    return vscode.workspace.asRelativePath(uri) || (vscode.workspace.name ?? '');
  return uri.path.split('/').at(-1) ?? uri.path;
}

/** Names what is reviewed: a file, lines of it, some files, a folder. */
export function titleOf(target: ReviewTarget): string {
  if (target.kind === 'workspace') return vscode.workspace.name ?? vscode.l10n.t('Workspace');
  if (target.kind === 'folder') return labelOf(vscode.Uri.parse(target.uri));
  const labels = target.uris.map((uri) => labelOf(vscode.Uri.parse(uri)));
  if (target.window) {
    const { from, to } = target.window;
    return `${labels[0] ?? ''}:${from + 1}–${Math.max(to, from + 1)}`;
  }
  return labels.length <= 3 ? labels.join(', ') : vscode.l10n.t('{0} files', labels.length);
}

/** Whether a target has to be looked for, or is so many files that one waits for it. */
export function takesTime(target: ReviewTarget): boolean {
  return target.kind !== 'files' || target.uris.length > BATCH;
}

/** Reads a target; what takes time with progress. `undefined` when it was cancelled. */
export function readTarget(services: Services, target: ReviewTarget): Promise<ReviewedFiles | undefined> {
  if (!takesTime(target)) return readQuietly(services, target, new vscode.CancellationTokenSource().token);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Reading infrastructure files'),
    cancellable: true,
  };
  return Promise.resolve(
    vscode.window.withProgress(options, (progress, token) => readQuietly(services, target, token, progress)),
  );
}

/** Reads a target without a word: for what the user did not ask for just now. `undefined` when it was cancelled. */
export async function readQuietly(
  services: Services,
  target: ReviewTarget,
  token: vscode.CancellationToken,
  progress?: Progress,
): Promise<ReviewedFiles | undefined> {
  const uris = await urisOf(services, target, token);
  return token.isCancellationRequested ? undefined : readFiles(services, target, uris, token, progress);
}

/** Reads one file of a folder. */
export async function readFile(services: Services, uri: vscode.Uri): Promise<FileSigns> {
  return signsOfFile(services, uri, labelOf(uri), await textOf(uri), undefined);
}

/** The YAML files below a folder that are neither ignored, here or by git, nor left out of searches. */
export function infrastructureFiles(folder: vscode.Uri): Promise<vscode.Uri[]> {
  return filesBelow(folder, new vscode.CancellationTokenSource().token);
}

async function urisOf(
  services: Services,
  target: ReviewTarget,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (target.kind === 'files') return target.uris.map((uri) => vscode.Uri.parse(uri));
  const found = await filesBelow(target.kind === 'folder' ? vscode.Uri.parse(target.uri) : undefined, token);
  if (found.length > MOST_FILES) services.log.warn(`only the first files were read: ${MOST_FILES}`);
  return found.slice(0, MOST_FILES);
}

/** Below a folder, or in the whole workspace; in the order of their paths. */
async function filesBelow(below: vscode.Uri | undefined, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const query = { endings: ENDINGS, passed: IGNORED, excluded: excludedBySearch(), most: MOST_FILES + 1 };
  const found = await findFiles({ ...query, ...(below && { below }) }, token);
  return found.sort((a, b) => compareCodePoints(a.path, b.path));
}

/** What the user leaves out of searches. */
function excludedBySearch(): string[] {
  const search = vscode.workspace.getConfiguration('search').get<Record<string, unknown>>('exclude', {});
  return Object.keys(search).filter((pattern) => search[pattern] === true && !/[{}]/.test(pattern));
}

async function readFiles(
  services: Services,
  target: ReviewTarget,
  uris: readonly vscode.Uri[],
  token: vscode.CancellationToken,
  progress?: Progress,
): Promise<ReviewedFiles | undefined> {
  const files: FileSigns[] = [];
  const places = new Map<string, vscode.Uri>();
  const window = target.kind === 'files' ? target.window : undefined;
  const giveWay = slices(Date.now, () => new Promise((resolve) => setTimeout(resolve)));
  for (let at = 0; at < uris.length; at += BATCH) {
    const batch = uris.slice(at, at + BATCH);
    const texts = await Promise.all(batch.map(textOf));
    for (const [i, uri] of batch.entries()) {
      await giveWay();
      if (token.isCancellationRequested) return undefined;
      const label = labelOf(uri);
      places.set(label, uri);
      files.push(signsOfFile(services, uri, label, texts[i], window));
    }
    const done = Math.min(at + BATCH, uris.length);
    progress?.report({ message: `${done} / ${uris.length}`, increment: (batch.length / uris.length) * 100 });
  }
  return { files, uris: places };
}

/** What a file says; an open document counts as it is in the editor, and nothing is read for it. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  if (openDocument(uri)) return '';
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // said in the review as a file that could not be read
  }
}

function signsOfFile(
  services: Services,
  uri: vscode.Uri,
  label: string,
  text: string | undefined,
  window: { readonly from: number; readonly to: number } | undefined,
): FileSigns {
  const { signsOf, unreadFile } = require('../yaml/signs') as typeof import('../yaml/signs');
  const document = openDocument(uri);
  if (document) return signsOf(services.readings.of(document), linesOfDocument(document), label, window);
  if (text === undefined) return unreadFile(label, { code: 'unreadable', detail: '' });
  const lines = linesOf(text);
  return signsOf(services.readings.ofText(lines, uri.path), lines, label, window);
}
