// What is wrong with a team's files, shown in them: the findings of each file, and the clashes that only the whole library
// shows.
import * as vscode from 'vscode';

import type { PlacedFinding, TeamFile } from '../yaml/teamFiles';
import type { Services } from './services';
import { wordedFinding } from './teamWords';

/** A team file as far as its findings go. */
export interface FoundIn {
  readonly uri: vscode.Uri;
  readonly file: TeamFile | undefined;
  readonly findings: readonly PlacedFinding[];
}

export class TeamFindings implements vscode.Disposable {
  readonly #services: Services;
  readonly #files: ReadonlyMap<string, FoundIn>;
  readonly #shown = new Map<string, readonly PlacedFinding[]>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('casebook');
  readonly #listener: vscode.Disposable;

  /** `files`: those that were read, by their URI; it changes while this lives. */
  constructor(services: Services, files: ReadonlyMap<string, FoundIn>) {
    this.#services = services;
    this.#files = files;
    this.#listener = services.store.onDidChange(() => this.#showClashes());
  }

  /** What is said now about places of a file. */
  of(uri: vscode.Uri): readonly PlacedFinding[] {
    return this.#shown.get(uri.toString()) ?? [];
  }

  show(uri: vscode.Uri, findings: readonly PlacedFinding[] | undefined): void {
    const key = uri.toString();
    const all = [...(findings ?? []), ...this.#clashOf(key)];
    if (all.length === 0) {
      if (this.#shown.delete(key)) this.#diagnostics.delete(uri);
      return;
    }
    this.#shown.set(key, all);
    this.#diagnostics.set(uri, all.map(diagnosticOf));
  }

  /** Clashes are known only when all files are merged, and go when the other file changes. */
  #showClashes(): void {
    const clashing = new Set(this.#services.store.clashes.map(({ path }) => path));
    for (const [key, { uri, findings }] of this.#files) {
      const had = this.#shown.get(key)?.some(({ code }) => code === 'clash') ?? false;
      if (had || clashing.has(key)) this.show(uri, findings);
    }
  }

  #clashOf(key: string): PlacedFinding[] {
    const clash = this.#services.store.clashes.find(({ path }) => path === key);
    const file = this.#files.get(key)?.file;
    if (!clash || !file) return [];
    const takenBy = this.#files.get(clash.takenBy)?.uri;
    const detail = takenBy ? vscode.workspace.asRelativePath(takenBy) : clash.takenBy;
    return [{ path: clash.id, code: 'clash', detail, severity: 'error', suggestions: [], span: file.idSpan }];
  }

  dispose(): void {
    this.#listener.dispose();
    this.#diagnostics.dispose();
  }
}

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

function diagnosticOf(finding: PlacedFinding): vscode.Diagnostic {
  const { line, start, end } = finding.span;
  const range = new vscode.Range(line, start, line, end);
  const diagnostic = new vscode.Diagnostic(range, wordedFinding(finding), SEVERITIES[finding.severity]);
  diagnostic.source = 'Cloud Casebook';
  diagnostic.code = finding.code;
  return diagnostic;
}
