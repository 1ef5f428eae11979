// The four read-only questions that a coding agent may ask the library. Every answer carries id, section, page and
// "k of n", and says "no case" where there is none. One definition for the editor's tools, the MCP server and the CLI.
import { deepLink, fullCitation } from '../cite';
import type { VotingRoll } from '../kin';
import { evidenceFor, type Library, todayOf } from '../library';
import { type CaseStudy, type Lang, STATEMENT_PARTS } from '../model';
import { otherNames } from '../productNames';
import type { ArchitectureProduct } from '../review/architecture';
import type { Review } from '../review/review';
import { questionWords, thinWords } from '../review/reviewWords';

/** What the answers are made from. */
export interface ToolContext {
  readonly library: Library;
  readonly roll: VotingRoll;
  /** At most `limit` cases, best first. */
  readonly search: (query: string, limit: number) => readonly { readonly study: CaseStudy; readonly why: string }[];
  /** Reviews the text of an infrastructure file. */
  readonly review: (text: string, fileName: string) => Review;
}

/** A question with the schema of its input. */
export interface ToolDefinition {
  readonly name: ToolName;
  /** For the model: when to use it and what comes back. */
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<
      Record<string, { readonly type: string; readonly description: string; readonly enum?: readonly string[] }>
    >;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
}

export const TOOL_NAMES = ['search_cases', 'get_case', 'match_architecture', 'cases_for_product'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

const LANGUAGE = {
  type: 'string',
  description: 'Language of the answer: zh or en. Default: en.',
  enum: ['zh', 'en'],
} as const;
const CITE = 'Cite a case as "id § section p. page". When nothing is found, say that the library has no case.';

export const TOOLS: readonly ToolDefinition[] = [
  {
    name: 'search_cases',
    description: `Search real cloud customer cases by customer, product, problem or words, in Chinese or English. Returns id, section and page of each, and why it matched. ${CITE}`,
    inputSchema: schema(
      {
        query: text('What to look for.'),
        limit: number('The most cases to return (1 to 20). Default: 5.'),
        language: LANGUAGE,
      },
      ['query'],
    ),
  },
  {
    name: 'get_case',
    description: `Read one case: challenges, solution, outcomes with figures, products with their role, citation. ${CITE}`,
    inputSchema: schema({ id: text('Case id such as inet-1.26.'), language: LANGUAGE }, ['id']),
  },
  {
    name: 'match_architecture',
    description: `Find the cases like an infrastructure file (ROS, Kubernetes, compose, Serverless Devs, Pulumi, Crossplane, architecture.yaml). Returns recognised products with lines, the closest cases with shared, missing and extra products, and open questions. ${CITE}`,
    inputSchema: schema(
      {
        text: text('The whole text of the file.'),
        fileName: text('Its name, such as docker-compose.yml.'),
        language: LANGUAGE,
      },
      ['text'],
    ),
  },
  {
    name: 'cases_for_product',
    description: `List the cases that use a cloud product, with what it does in each. Accepts an id (rds-mysql), a name or an old name (ODPS). ${CITE}`,
    inputSchema: schema({ product: text('Id, name, old name or abbreviation of a product.'), language: LANGUAGE }, [
      'product',
    ]),
  },
];

function schema(
  properties: ToolDefinition['inputSchema']['properties'],
  required: readonly string[],
): ToolDefinition['inputSchema'] {
  return { type: 'object', properties, required, additionalProperties: false };
}

function text(description: string) {
  return { type: 'string', description };
}

function number(description: string) {
  return { type: 'number', description };
}

/** An answer is plain data; an error is a sentence that tells the model what to do instead. */
export type ToolAnswer = { readonly result: object; readonly error?: undefined } | { readonly error: string };

/** Answers a question; input that does not fit the schema gives an error, never an exception. */
export function answerTool(name: string, input: unknown, context: ToolContext): ToolAnswer {
  const tool = TOOLS.find((candidate) => candidate.name === name);
  if (!tool) return { error: `Unknown tool ${name}. Known tools: ${TOOL_NAMES.join(', ')}.` };
  const args = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const problem = inputProblem(tool, args);
  if (problem) return { error: problem };
  const lang: Lang = args.language === 'zh' ? 'zh' : 'en';
  return ANSWERS[tool.name](args, lang, context);
}

function inputProblem(tool: ToolDefinition, args: Record<string, unknown>): string | undefined {
  const { properties, required } = tool.inputSchema;
  const missing = required.find((key) => args[key] === undefined);
  if (missing) return `${tool.name} needs "${missing}".`;
  for (const [key, value] of Object.entries(args)) {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!property) return `${tool.name} does not know "${key.slice(0, 40)}".`;
    const given: string = typeof value;
    if (given !== property.type) return `"${key}" has to be a ${property.type}.`;
    if (property.enum && !property.enum.includes(String(value)))
      return `"${key}" has to be one of ${property.enum.join(', ')}.`;
  }
  return undefined;
}

type Answer = (args: Record<string, unknown>, lang: Lang, context: ToolContext) => ToolAnswer;

const ANSWERS: Readonly<Record<ToolName, Answer>> = {
  search_cases: (args, lang, context) => {
    const limit = Math.min(20, Math.max(1, Math.floor(Number(args.limit ?? 5)) || 5));
    // All are asked for: the list is cut, the count is not.
    const hits = context.search(String(args.query), context.library.cases.length);
    return {
      result: {
        found: ofAll(hits.length, context.library),
        ...(hits.length > limit && { shown: limit }),
        cases: hits.slice(0, limit).map(({ study, why }) => ({ ...headOf(study, lang, context.library), why })),
        ...(hits.length === 0 && { note: 'The library has no case for this.' }),
      },
    };
  },
  get_case: (args, lang, { library }) => {
    const study = library.caseById.get(String(args.id));
    if (!study) return { error: `No case ${String(args.id).slice(0, 60)}. Use search_cases to find the id.` };
    return { result: wholeCase(study, lang, library) };
  },
  match_architecture: (args, lang, context) => {
    const review = context.review(String(args.text), String(args.fileName ?? 'file.yaml'));
    return { result: reviewAnswer(review, lang, context.library) };
  },
  cases_for_product: (args, lang, { library }) => {
    const product = findProduct(library, String(args.product));
    if (!product)
      return { error: `No product "${String(args.product).slice(0, 60)}" in the library. Try its English short name.` };
    const { cases, via } = evidenceFor(library, product.id);
    const today = todayOf(product, lang);
    return {
      result: {
        product: { id: product.id, name: product[lang], ...(today && { today }) },
        found: ofAll(cases.length, library),
        ...(via.some((id) => id !== product.id) && { via }),
        cases: cases.map((study) => ({
          ...headOf(study, lang, library),
          role: study.products
            .filter((use) => via.includes(use.id))
            .map((use) => use.role[lang])
            .join('; '),
        })),
        ...(cases.length === 0 && { note: 'The library has no case with this product.' }),
      },
    };
  },
};

function ofAll(count: number, library: Library): string {
  return `${count} of ${library.cases.length}`;
}

function headOf(study: CaseStudy, lang: Lang, library: Library) {
  return {
    id: study.id,
    section: study.section,
    ...(study.page > 0 && { page: study.page }),
    customer: study.customer[lang],
    title: study.title[lang],
    industry: library.industryById.get(study.industry)?.[lang] ?? study.industry,
    summary: study.summary[lang],
  };
}

function wholeCase(study: CaseStudy, lang: Lang, library: Library) {
  const statements = STATEMENT_PARTS.map((part) => [part, study[part].map((statement) => statement[lang])] as const);
  return {
    ...headOf(study, lang, library),
    problems: study.problems.map((id) => library.problemById.get(id)?.[lang] ?? id),
    ...Object.fromEntries(statements),
    products: study.products.map((use) => ({
      id: use.id,
      name: library.productById.get(use.id)?.[lang] ?? use.id,
      role: use.role[lang],
      listed: use.listed,
    })),
    replaced: study.replaced.map((entry) => ({ what: entry.what[lang], by: entry.by, relation: entry.relation })),
    notes: study.notes.map((note) => note[lang]),
    citation: fullCitation(study, library, lang),
    link: deepLink(study),
  };
}

const MOST_MATCHES = 5;

/** A review as plain data; of several files each place names its file. */
export function reviewAnswer(review: Review, lang: Lang, library: Library) {
  const { files, products } = review.architecture;
  const isLone = files.length === 1;
  const placesOf = ({ signs }: ArchitectureProduct) =>
    isLone
      ? { lines: [...new Set(signs.map(({ line }) => line + 1))] }
      : { places: [...new Set(signs.map(({ file, line }) => `${file}:${line + 1}`))] };
  return {
    ...(!isLone && { files: files.map(({ file }) => file) }),
    formats: [...new Set(files.flatMap((file) => file.formats))],
    products: products.map((product) => ({ id: product.productId, tier: product.tier, ...placesOf(product) })),
    verdict: review.thin.length > 0 ? 'no strong match' : 'match',
    why: review.thin.map((reason) => thinWords(reason, library, lang)),
    cases: review.matches.slice(0, MOST_MATCHES).map((match) => ({
      ...headOf(match.study, lang, library),
      confidence: match.confidence,
      shared: match.shared.map(({ productId }) => productId),
      missing: match.missing,
      extra: match.extra,
    })),
    questions: review.questions.map((question) => ({
      question: questionWords(question, library, lang),
      found: `${question.count} of ${question.of}`,
      cases: question.cases.map((study) => study.id),
    })),
  };
}

/** By id, short name, either name or an alias; case and blanks do not matter. */
export function findProduct(library: Library, asked: string) {
  const key = folded(asked);
  if (key === '') return undefined;
  const { products } = library.data;
  return (
    products.find((product) => folded(product.id) === key) ??
    products.find((product) => [product.short, product.zh, product.en].some((name) => folded(name) === key)) ??
    products.find((product) => otherNames(product).some((name) => folded(name) === key))
  );
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・_-]+/g, '');
}
