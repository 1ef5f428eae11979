// From the reading of one file to what a review wants of it: the signs of products, the names that told nothing, the
// author's own declarations, the answers that comments give.
import type { ArchitectureFile, FileSigns as ReviewedFile, Sign, UnknownName } from '../core/review/architecture';
import { type Answer, answerOn } from '../core/review/questions';
import { readSuppressions, type Suppressions } from '../core/suppress';
import type { SourceLines } from '../core/text';
import { declaredIn } from './declarations';
import type { Format, PathItem } from './model';
import type { Reading } from './reader';
import { walk } from './structure/walk';

/** One file as a review takes it. */
export type FileSigns = ReviewedFile;

/** Lines `[from, to)` only, when a selection is reviewed. */
export interface LineWindow {
  readonly from: number;
  readonly to: number;
}

/** `label` names the file in reports: `deploy/rds.yaml`. */
export function signsOf(reading: Reading, lines: SourceLines, label: string, window?: LineWindow): FileSigns {
  const { skipped } = reading;
  const suppressions = skipped ? NOTHING_SILENCED : readSuppressions(lines);
  if (skipped || suppressions.file) return unreadFile(label, skipped ?? { code: 'silenced', detail: '' });
  const isInside = (line: number) => !window || (line >= window.from && line < window.to);
  const signs = reading.mentions
    .filter(({ span }) => isInside(span.line))
    .map(({ productId, span, tier, because }) => ({ productId, tier, because, file: label, line: span.line }));
  const documents = reading.documents
    .filter(({ startLine, endLine }) => !window || (startLine < window.to && endLine > window.from))
    .map(({ format, because, startLine }) => ({ format, ...because, line: startLine }));
  const { industry, problems } = declaredIn(reading, lines);
  const formats = documents.map((document) => document.format).filter((format) => format !== 'none');
  return {
    file: {
      file: label,
      formats: [...new Set(formats)],
      documents,
      unknown: unknownNames(reading, lines).filter(({ line }) => isInside(line)),
    },
    signs,
    answers: answersIn(lines),
    ignored: suppressions.names,
    ...(industry && { industry }),
    problems,
  };
}

const NOTHING_SILENCED: Suppressions = { file: false, names: [] };

/** A file that gives a review nothing but the reason why. */
export function unreadFile(label: string, unread: NonNullable<ArchitectureFile['unread']>): FileSigns {
  const file = { file: label, formats: [], documents: [], unread, unknown: [] };
  return { file, signs: [] as Sign[], answers: [], ignored: [], problems: [] };
}

function answersIn(lines: SourceLines): Answer[] {
  const answers: Answer[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const text = lines.lineAt(line);
    if (!/casebook\s*[:：]/i.test(text)) continue;
    const answer = answerOn(text, line);
    if (answer) answers.push(answer);
  }
  return answers;
}

/** Where a format names what it is made of; a value there without a product is worth saying. */
const NAMING: Readonly<Partial<Record<Format, (path: readonly PathItem[]) => boolean>>> = {
  ros: (path) => path.length === 3 && path[0] === 'Resources' && path[2] === 'Type',
  compose: (path) => path.length === 3 && path[0] === 'services' && path[2] === 'image',
  kubernetes: (path) => path.at(-1) === 'image' && path.some((item) => /containers$/i.test(String(item))),
  'serverless-devs': (path) => path.at(-1) === 'component',
  pulumi: (path) => path.length === 3 && path[0] === 'resources' && path[2] === 'type',
  architecture: (path) => path.length === 3 && path[0] === 'components' && path[2] === 'product',
};

/** A name that is put together elsewhere tells nothing yet: `${IMAGE}`, `{{ .Values.image }}`. */
const TEMPLATED = /\$\{|\{\{/;

/** Values that stand where a product is named, but mean none that we know. */
function unknownNames(reading: Reading, lines: SourceLines): UnknownName[] {
  const known = new Set(reading.mentions.map(({ span }) => span.line));
  const unknown: UnknownName[] = [];
  for (const { format, startLine, endLine } of reading.documents) {
    const names = NAMING[format];
    if (!names) continue;
    walk(lines, startLine, endLine, ({ role, path, text, span }) => {
      if (role !== 'value' || text === '' || TEMPLATED.test(text)) return;
      if (!known.has(span.line) && names(path)) unknown.push({ text, line: span.line });
    });
  }
  return unknown;
}
