// The documentation of a completion entry, made when somebody looks at it: who voted, with section and page.

import { firstSentence } from '../citationHover';
import { sourceOf } from '../cite';
import { listed, phrase } from '../hoverWords';
import { casesWith, type Library, shortName } from '../library';
import { bold, escapeMarkdown } from '../markdown';
import type { CaseStudy, Lang } from '../model';
import { caseLink, type HoverCommands, namesLine, paragraph } from '../productHover';
import { tellsRole } from '../roles';
import type { Completion, CompletionEvidence } from './item';

export interface NoteRequest {
  readonly lang: Lang;
  readonly commands: HoverCommands;
}

/** Markdown. Every case that was counted is listed. */
export function completionNote(library: Library, { evidence }: Completion, request: NoteRequest): string {
  switch (evidence.kind) {
    case 'case':
      return caseNote(library, evidence, request);
    case 'figure':
      return figureNote(library, evidence, request);
    case 'votes':
      return votesNote(library, evidence, request);
    case 'role':
      return roleNote(library, evidence, request);
    default:
      return evidence satisfies never;
  }
}

/** Who describes the product so; the entry itself says how. */
function roleNote(
  library: Library,
  { voters, of, productId }: Extract<CompletionEvidence, { kind: 'role' }>,
  request: NoteRequest,
): string {
  const name = shortName(library, productId, request.lang);
  const head = escapeMarkdown(phrase('describedSo', request.lang, name, voters.length, of));
  return [head, ...voters.map((study) => `- ${caseLink(study, request)}`)].join('\n');
}

type Votes = Extract<CompletionEvidence, { kind: 'votes' }>;

function votesNote(library: Library, evidence: Votes, request: NoteRequest): string {
  const { lang } = request;
  const product = evidence.productId === undefined ? undefined : library.productById.get(evidence.productId);
  const heading = headingOf(evidence, lang);
  const head = paragraph([
    product && namesLine(product, lang),
    product && escapeMarkdown(product.line[lang]),
    evidence.isPresent ? escapeMarkdown(phrase('present', lang)) : undefined,
    product && problemLine(library, product.id, evidence, lang),
    escapeMarkdown(product && evidence.voters.length === 0 ? phrase('noCaseUses', lang) : heading),
  ]);
  return [head, ...evidence.voters.map((study) => `- ${voterLine(study, evidence.productId, request)}`)].join('\n');
}

/** Fewer cases with a problem say nothing of it. */
const LEAST_WITH_PROBLEM = 3;

/** How many of the cases with a stated problem have the product, where that is a larger part than of all cases. */
function problemLine(library: Library, productId: string, { problem }: Votes, lang: Lang): string | undefined {
  if (!problem || problem.of < LEAST_WITH_PROBLEM) return undefined;
  const all = casesWith(library, productId).length;
  if (problem.count * library.cases.length <= all * problem.of) return undefined;
  const name = library.problemById.get(problem.problemId)?.[lang] ?? problem.problemId;
  return escapeMarkdown(phrase('withProblem', lang, name, problem.count, problem.of));
}

function headingOf({ voters, of, all, productId }: Votes, lang: Lang): string {
  if (productId === undefined) return phrase(all ? 'ofAllTerm' : 'alikeOfTerm', lang, voters.length, of);
  return phrase(all ? 'ofAll' : 'alike', lang, voters.length, of);
}

function voterLine(study: CaseStudy, productId: string | undefined, request: NoteRequest): string {
  const use = study.products.find(({ id }) => id === productId);
  const role = use && tellsRole(use) ? ` — ${escapeMarkdown(use.role[request.lang])}` : '';
  return caseLink(study, request) + role;
}

function caseNote(
  library: Library,
  evidence: Extract<CompletionEvidence, { kind: 'case' }>,
  request: NoteRequest,
): string {
  const { study, shared } = evidence;
  const { lang } = request;
  const names = shared.map((id) => shortName(library, id, lang));
  return paragraph([
    `${bold(study.customer[lang])} — ${escapeMarkdown(study.title[lang])}`,
    escapeMarkdown(sourceOf(study, library, lang)),
    names.length > 0 ? escapeMarkdown(phrase('shares', lang, listed(names, lang))) : undefined,
    escapeMarkdown(firstSentence(study.summary[lang])),
    caseLink(study, request),
  ]);
}

/** The statement that the figure stands in. */
function figureNote(
  library: Library,
  { study, statement }: Extract<CompletionEvidence, { kind: 'figure' }>,
  request: NoteRequest,
): string {
  const { lang } = request;
  return paragraph([
    escapeMarkdown(statement[lang]),
    caseLink(study, request),
    escapeMarkdown(sourceOf(study, library, lang)),
  ]);
}
