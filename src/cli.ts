// `node dist/cli.js report|match|search …`: the same evidence in a pipeline. Results on stdout, problems on stderr;
// exit code 0 found, 1 nothing found or no strong match, 2 wrong use or unreadable input.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { reviewAnswer } from './core/agents/tools';
import type { Lang } from './core/model';
import { reportOf } from './core/review/report';
import { reportHtml } from './core/review/reportHtml';
import { reportMarkdown } from './core/review/reportMarkdown';
import type { Review } from './core/review/review';
import { problemWords } from './core/search/problemWords';
import { comma } from './core/words';
import { openSession, type Session } from './yaml/session';

const USAGE = `Usage: cloud-casebook report FILE... [--format md|html|json] [--lang zh|en]
       cloud-casebook match FILE... [--lang zh|en]
       cloud-casebook search WORDS... [--limit N] [--lang zh|en]

A FILE of - is the standard input. match answers in JSON.`;

const STANDARD_INPUT = 0;

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
  const { format = 'md', lang, limit = '10', help } = parsed.values;
  if (help) return say(USAGE);
  if (!['md', 'html', 'json'].includes(format)) return fail(`unknown format: ${format}\n${USAGE}`);
  const needless = needlessOption(command, parsed.values);
  if (needless) return fail(`${command} takes no --${needless}\n${USAGE}`);
  if (!['zh', 'en'].includes(lang)) return fail(`unknown language: ${lang}\n${USAGE}`);
  if (!/^[1-9]\d{0,5}$/.test(limit)) return fail(`not a number of cases: ${limit}\n${USAGE}`);
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
      format: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      limit: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

/** An option that would change nothing is a mistake of whoever gave it. */
function needlessOption(command: string | undefined, given: { format?: string; limit?: string }): string | undefined {
  if (command === 'match' && given.format === 'json') return undefined;
  if (command !== 'report' && given.format !== undefined) return 'format';
  return command !== 'search' && given.limit !== undefined ? 'limit' : undefined;
}

const HANDLERS: Readonly<Record<string, (session: Session, words: readonly string[], options: Options) => number>> = {
  report: (session, files, { lang, format }) => {
    const review = reviewOfFiles(session, files);
    if (!review) return MISUSE;
    const { library } = session;
    const report = reportOf(review, library, titleOf(files, lang), lang);
    if (format === 'json') say(JSON.stringify(report, undefined, 2));
    else say((format === 'html' ? reportHtml(report, library) : reportMarkdown(report, library)).trimEnd());
    return foundIn(review);
  },
  match: (session, files, { lang }) => {
    const review = reviewOfFiles(session, files);
    if (!review) return MISUSE;
    say(JSON.stringify(reviewAnswer(review, lang, session.library), undefined, 2));
    return foundIn(review);
  },
  search: (session, words, { lang, limit }) => {
    const query = words.join(' ');
    const hits = session.search(query, limit);
    for (const problem of session.problemsOf(query)) note(problemWords(problem, lang));
    if (hits.length === 0) note(lang === 'zh' ? `没有案例符合“${query}”。` : `No case answers “${query}”.`);
    for (const hit of hits) say(hitLine(hit, lang));
    return hits.length > 0 ? FOUND : NOTHING;
  },
};

function hitLine({ study, why, missing }: ReturnType<Session['search']>[number], lang: Lang): string {
  const without = missing.join(comma(lang));
  const lacks = lang === 'zh' ? `——缺少 ${without}` : ` — without ${without}`;
  return [
    study.id,
    `§${study.section}`,
    study.page > 0 ? `p. ${study.page}` : '',
    study.customer[lang],
    study.title[lang],
    missing.length > 0 ? why + lacks : why,
  ].join('\t');
}

/** Names what is reported on as the editor does: many files by their number. */
function titleOf(files: readonly string[], lang: Lang): string {
  if (files.length <= 3) return files.join(', ');
  return lang === 'zh' ? `${files.length} 个文件` : `${files.length} files`;
}

function foundIn({ thin }: Review): number {
  return thin.length === 0 ? FOUND : NOTHING;
}

function reviewOfFiles(session: Session, files: readonly string[]): Review | undefined {
  const texts = readAll(files);
  return texts && session.reviewFiles(texts.map(({ file, text }) => session.signs(text, file)));
}

function readAll(files: readonly string[]): { file: string; text: string }[] | undefined {
  const folder = files.find((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory());
  if (folder !== undefined) {
    fail(`a folder, not a file: ${folder}; name the files in it: ${join(folder, '*.yaml')}`);
    return undefined;
  }
  try {
    return files.map((file) => ({ file, text: readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8') }));
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
  note(text);
  return MISUSE;
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// `… | head` closes the pipe before we are done; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = run(process.argv.slice(2));
