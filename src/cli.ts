// `node dist/cli.js report|match|search …`: the same evidence in a pipeline. Results on stdout, problems on stderr;
// exit code 0 found, 1 nothing found or no strong match, 2 wrong use or unreadable input. Several files are one
// architecture to `report` and one each to `match`, whose exit code is 0 when one of them has a strong match.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { answerTool } from './core/agents/tools';
import type { Lang } from './core/model';
import { reportOf } from './core/review/report';
import { reportHtml } from './core/review/reportHtml';
import { reportMarkdown } from './core/review/reportMarkdown';
import type { Review } from './core/review/review';
import { openSession, type Session } from './yaml/session';

const USAGE = `Usage: cloud-casebook report FILE... [--format md|html|json] [--lang zh|en]
       cloud-casebook match FILE... [--lang zh|en]
       cloud-casebook search WORDS... [--limit N] [--lang zh|en]`;

const FOUND = 0;
const NOTHING = 1;
const MISUSE = 2;

interface Options {
  readonly lang: Lang;
  readonly format: string;
  readonly limit: number;
}

/** Runs one command line; `argv` without node and script. */
function run(argv: readonly string[]): number {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return fail(`${messageOf(error)}\n${USAGE}`);
  }
  const [command, ...rest] = parsed.positionals;
  const { format, lang, limit, help } = parsed.values;
  if (help) return say(USAGE);
  if (!['md', 'html', 'json'].includes(format)) return fail(`unknown format: ${format}\n${USAGE}`);
  if (!['zh', 'en'].includes(lang)) return fail(`unknown language: ${lang}\n${USAGE}`);
  if (!/^[1-9]\d*$/.test(limit)) return fail(`not a number of cases: ${limit}\n${USAGE}`);
  const handler = command && Object.hasOwn(HANDLERS, command) ? HANDLERS[command] : undefined;
  if (!handler || rest.length === 0) return fail(USAGE);
  const session = open();
  if (!session) return MISUSE;
  return handler(session, rest, { lang: lang === 'zh' ? 'zh' : 'en', format, limit: Number(limit) });
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'md' },
      lang: { type: 'string', default: 'en' },
      limit: { type: 'string', default: '10' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

const HANDLERS: Readonly<Record<string, (session: Session, words: readonly string[], options: Options) => number>> = {
  report: (session, files, { lang, format }) => {
    const review = reviewOfFiles(session, files);
    if (!review) return MISUSE;
    const { library } = session;
    const report = reportOf(review, library, files.join(', '), lang);
    if (format === 'json') say(JSON.stringify(report, undefined, 2));
    else say((format === 'html' ? reportHtml(report, library) : reportMarkdown(report, library)).trimEnd());
    return isMatch(review) ? FOUND : NOTHING;
  },
  match: (session, files, { lang }) => {
    const texts = readAll(files);
    if (!texts) return MISUSE;
    const answers = texts.map(({ file, text }) =>
      answerTool('match_architecture', { text, fileName: file, language: lang }, session),
    );
    const first = answers.length === 1 ? answers[0] : undefined;
    say(
      JSON.stringify(
        first ? (first.error ?? first.result) : answers.map((answer) => answer.error ?? answer.result),
        undefined,
        2,
      ),
    );
    return texts.some(({ file, text }) => isMatch(session.review(text, file))) ? FOUND : NOTHING;
  },
  search: (session, words, { lang, limit }) => {
    const hits = session.search(words.join(' '), limit);
    for (const { study, why } of hits) {
      say(
        [
          study.id,
          `§${study.section}`,
          study.page > 0 ? `p. ${study.page}` : '',
          study.customer[lang],
          study.title[lang],
          why,
        ].join('\t'),
      );
    }
    return hits.length > 0 ? FOUND : NOTHING;
  },
};

/** The verdict that is printed. */
function isMatch({ thin }: Review): boolean {
  return thin.length === 0;
}

function reviewOfFiles(session: Session, files: readonly string[]): Review | undefined {
  const texts = readAll(files);
  return texts && session.reviewFiles(texts.map(({ file, text }) => session.signs(text, file)));
}

function readAll(files: readonly string[]): { file: string; text: string }[] | undefined {
  try {
    return files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  } catch (error) {
    fail(messageOf(error));
    return undefined;
  }
}

function open(): Session | undefined {
  try {
    const text = (name: string) => readFileSync(join(__dirname, name), 'utf8');
    const { session, problem } = openSession(text('library.json'), text('identifiers.tsv'));
    if (problem) fail(`the case library is damaged: ${problem.code}: ${problem.detail}`);
    return session;
  } catch (error) {
    fail(`the case library is missing: ${messageOf(error)}`);
    return undefined;
  }
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return FOUND;
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return MISUSE;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// `… | head` closes the pipe before we are done; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = run(process.argv.slice(2));
