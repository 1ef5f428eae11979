// From the reading of one file to what a review wants of it: the signs of products, the names that told nothing, the
// author's own declarations, the answers that comments give.
import type { ArchitectureFile, FileSigns as ReviewedFile, Sign } from '../core/review/architecture';
import { type Answer, answerOn } from '../core/review/questions';
import { readSuppressions, type Suppressions } from '../core/suppress';
import type { SourceLines } from '../core/text';
import { declaredIn } from './declarations';
import type { Reading } from './reader';
import { unknownNames } from './unknownNames';

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
