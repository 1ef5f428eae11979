// The first draft of a team case, made from what stands in an infrastructure file: its products with the lines where they
// were found, the open questions that were answered there, and places to write what only the team knows. The draft
// validates as it is.
import { type Library, productName, shortName } from '../library';
import type { Lang } from '../model';
import type { Answer } from '../review/questions';
import { chinese } from '../words';

/** A product of the file, with the lines that name it, from 1. */
export interface FoundProduct {
  readonly productId: string;
  readonly lines: readonly number[];
}

export interface SkeletonSource {
  /** Path within the workspace: `ros/shop.ros.yaml`. */
  readonly path: string;
  readonly products: readonly FoundProduct[];
  /** What the file says about products that it leaves out. */
  readonly answers?: readonly Answer[];
}

const TEXTS = {
  zh: {
    head: '团队案例：写好即并入案例库，标注为“团队”。一段文字同时用作中英文；也可写 {zh: …, en: …}。',
    title: '一句话标题',
    customer: '客户或项目',
    summary: '谁遇到了什么问题，用什么方案，得到什么结果。',
    challenge: '挑战',
    solution: '方案',
    outcome: '成效：写下数字和它的出处',
    role: '写明它的作用',
    line: '行',
    leftOut: '有意不用',
    colon: '：',
  },
  en: {
    head: 'A team case: merged into the library as you save it, marked as team. One text stands for both languages; or write {zh: …, en: …}.',
    title: 'One line on what was built',
    customer: 'Customer or project',
    summary: 'Who had which problem, what solved it, what came of it.',
    challenge: 'A challenge',
    solution: 'A part of the solution',
    outcome: 'An outcome: give the figure and its source',
    role: 'say what it does',
    line: 'line',
    leftOut: 'Left out on purpose:',
    colon: ': ',
  },
} as const;

/** YAML text; products in the order of the file, services in their own list, what the library does not know left out. */
export function teamCaseSkeleton(source: SkeletonSource, library: Library, lang: Lang): string {
  const texts = TEXTS[lang];
  const known = source.products.filter(({ productId }) => library.productById.has(productId));
  const isService = (id: string) => library.productById.get(id)?.kind === 'service';
  const products = known.filter(({ productId }) => !isService(productId));
  const services = known.filter(({ productId }) => isService(productId));
  const comment = ({ productId, lines }: FoundProduct) =>
    `# ${oneLine(productName(library, productId, lang))}, ${oneLine(source.path)} ${texts.line} ${lines.join(', ')}`;
  return [
    `# ${texts.head}`,
    `title: "${texts.title}"`,
    `customer: "${texts.customer}"`,
    `summary: "${texts.summary}"`,
    `# industry: ${library.data.industries.map((term) => term.id).join(' | ')}`,
    'challenges:',
    `  - "${texts.challenge}"`,
    'solution:',
    `  - "${texts.solution}"`,
    'outcomes:',
    `  - "${texts.outcome}"`,
    products.length === 0 ? 'products: []' : 'products:',
    ...products.flatMap((product) => [
      `  ${comment(product)}`,
      `  - id: ${product.productId}`,
      `    role: "${texts.role}"`,
    ]),
    ...(services.length === 0 ? [] : ['services:']),
    ...services.flatMap((service) => [`  ${comment(service)}`, `  - ${service.productId}`]),
    ...leftOut(source, library, lang),
    '',
  ].join('\n');
}

/** Each answered question as a note: the product that similar cases use, and why this one does not. */
function leftOut({ path, products, answers = [] }: SkeletonSource, library: Library, lang: Lang): string[] {
  const texts = TEXTS[lang];
  const used = new Set(products.map(({ productId }) => productId));
  const known = answers.filter(({ productId }) => library.productById.has(productId) && !used.has(productId));
  if (known.length === 0) return [];
  const note = ({ productId, reason }: Answer) => {
    const what = chinese`${texts.leftOut} ${shortName(library, productId, lang)}`;
    return JSON.stringify(oneLine(reason === '' ? what : what + texts.colon + reason));
  };
  return [
    'notes:',
    ...known.flatMap((answer) => [`  # ${oneLine(path)} ${texts.line} ${answer.line + 1}`, `  - ${note(answer)}`]),
  ];
}

/** A path may hold anything; a comment ends with its line. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ');
}
