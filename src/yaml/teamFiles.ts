// A team's files from text to meaning: the YAML with its places, the checks of the core, and a Markdown body as blocks.
import type { ProductNames } from '../core/importing/productNames';
import { textBlocks } from '../core/importing/textBlocks';
import { readTeamCase, type TeamKnown } from '../core/team/readTeamCase';
import { TEAM_FILE_CEILING, type TeamFileReading, type TeamFinding } from '../core/team/teamModel';
import { NO_ALIASES, readAliases, type WorkspaceAliases } from '../core/team/workspaceAliases';
import type { Span } from '../core/text';
import { readTeamCaseFile } from './teamCaseFile';

/** A finding with its place in the file. */
export interface PlacedFinding extends TeamFinding {
  readonly span: Span;
}

export interface TeamFile extends TeamFileReading {
  readonly findings: readonly PlacedFinding[];
  /** Where its id stands, or where it would: for a clash that only the whole library shows. */
  readonly idSpan: Span;
}

/** `path`: within the workspace; its end decides between YAML and Markdown. */
export function readTeamFile(text: string, path: string, known: TeamKnown, names: ProductNames): TeamFile {
  if (text.length > TEAM_FILE_CEILING) return oversizedFile(path, text.length);
  const file = readTeamCaseFile(text, path);
  const body = file.body.trim() === '' ? [] : textBlocks(file.body, names, { hasTitle: false }).blocks;
  const reading = file.findings.length > 0 ? undefined : readTeamCase(file.value, path, known, body);
  const findings = reading?.findings ?? file.findings;
  return {
    path,
    study: reading?.study,
    findings: findings.map((finding) => ({ ...finding, span: file.spanOf(finding) })),
    idSpan: file.spanOf({ path: 'id', code: 'clash' }),
  };
}

/** `.casebook/aliases.yaml`; what cannot be read is left out and said. */
export function readAliasFile(
  text: string,
  known: TeamKnown,
): { readonly value: WorkspaceAliases; readonly findings: readonly PlacedFinding[] } {
  if (text.length > TEAM_FILE_CEILING) return { value: NO_ALIASES, findings: [tooLarge(text.length)] };
  const file = readTeamCaseFile(text, 'aliases.yaml');
  const { value, findings } = readAliases(file.value, known);
  return { value, findings: [...file.findings, ...findings].map((one) => ({ ...one, span: file.spanOf(one) })) };
}

/** The file as one that was not read, because of its size in bytes. */
export function oversizedFile(path: string, bytes: number): TeamFile {
  return { path, study: undefined, findings: [tooLarge(bytes)], idSpan: FIRST_LINE };
}

const FIRST_LINE: Span = { line: 0, start: 0, end: 1 };

function tooLarge(bytes: number): PlacedFinding {
  return { path: '', code: 'too-large', detail: String(bytes), severity: 'error', suggestions: [], span: FIRST_LINE };
}
