// What the sections of the evidence report say. Each takes the review and gives blocks; none knows how they are shown.
import { evidenceFor, type Library, productName, shortName } from '../library';
import type { Lang } from '../model';
import { chinese, comma, countOf, plural } from '../words';
import type { ArchitectureProduct } from './architecture';
import type { OpenQuestion } from './questions';
import type { Inline, ReportBlock, ReportContext } from './reportBlocks';
import { capped, joined, link, MOST_CITED, MOST_FILES, paragraph, placesOf, TOLD } from './reportParts';
import { nearestOf, type Review, type ReviewMatch } from './review';
import {
  confidenceWord,
  formatWord,
  nameList,
  POINTS_NOTE,
  questionWords,
  reasonWords,
  restsOnWords,
  scoreWords,
  sentenceList,
  thinWords,
  tierWord,
} from './reviewWords';

export function whatBlocks({ review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const { files, products, industry, problems } = review.architecture;
  const read = files.filter((file) => file.formats.length > 0);
  const counted = zh
    ? `${read.length} 个文件，识别出 ${products.length} 个产品。`
    : `${plural(products.length, 'product')} recognised in ${plural(read.length, 'file')}.`;
  const industryName = industry && (library.industryById.get(industry)?.[lang] ?? industry);
  const problemNames = problems.map((id) => library.problemById.get(id)?.[lang] ?? id);
  const said = [
    ...(industryName ? [zh ? `行业：${industryName}。` : `Industry: ${industryName}.`] : []),
    ...(problemNames.length > 0
      ? [zh ? `要解决的问题：${problemNames.join('、')}。` : `Problems: ${problemNames.join(', ')}.`]
      : []),
  ];
  const items = read.map((file): Inline[] => [{ code: file.file }, ` — ${formatsOf(file.documents, lang)}`]);
  return [
    paragraph([verdictOf(review, library, lang), counted, ...said].join(zh ? '' : ' ')),
    ...(items.length > 0 ? [{ kind: 'list' as const, items: capped(items, MOST_FILES, lang) }] : []),
  ];
}

/** The first sentence of the report: whether anybody built this. */
export function verdictOf({ matches, thin }: Review, library: Library, lang: Lang): string {
  const zh = lang === 'zh';
  const nearest = nearestOf({ matches });
  if (thin.length > 0 || !nearest) return zh ? '没有强匹配的案例。' : 'No strong match.';
  const strong = matches.filter((match) => match.confidence === 'strong').length;
  const shared = sentenceList(
    library,
    nearest.shared.map(({ productId }) => productId),
    lang,
  );
  const customer = nearest.study.customer[lang];
  return zh
    ? `${countOf(strong, library.cases.length, lang)}强匹配；最接近的是${customer}，${chinese`都用了 ${shared}`}。`
    : `${strong} of ${library.cases.length} cases ${strong === 1 ? 'is a strong match' : 'are strong matches'}; the closest is ${customer}, which shares ${shared}.`;
}

/** `ROS template (key ROSTemplateFormatVersion)`; of many documents each format once, with the first reason. */
function formatsOf(
  documents: ReportContext['review']['architecture']['files'][number]['documents'],
  lang: Lang,
): string {
  const known = documents.filter(({ format }) => format !== 'none');
  const first = known.filter(({ format }, i) => known.findIndex((other) => other.format === format) === i);
  const words = first.map((note) => {
    const count = known.filter(({ format }) => format === note.format).length;
    const name = formatWord(note.format, lang) + (count > 1 ? ` × ${count}` : '');
    return lang === 'zh' ? `${name}（${reasonWords(note, lang)}）` : `${name} (${reasonWords(note, lang)})`;
  });
  return words.join(comma(lang));
}

export function productBlocks({ review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const { products } = review.architecture;
  if (products.length === 0) return [paragraph(zh ? '没有识别出产品。' : 'No product was recognised.')];
  const head = zh ? ['产品', '依据', '位置', '用到它的案例'] : ['Product', 'Rests on', 'Where', 'Cases that use it'];
  const rows = products.map((product): Inline[][] => [
    [productName(library, product.productId, lang)],
    [tierWord(product.tier, lang), ...identifierOf(product)],
    placesOf(product.signs, review.architecture, lang),
    [evidenceWords(product.productId, library, lang)],
  ]);
  const images = products.filter(({ tier }) => tier === 'image');
  const note = zh
    ? `自建镜像（${nameList(
        library,
        images.map((one) => one.productId),
        lang,
      )}）按对应的托管产品计入；架构中并没有使用该产品。`
    : `A self-hosted image stands for its managed counterpart (${nameList(
        library,
        images.map((one) => one.productId),
        lang,
      )}); the architecture itself does not use that product.`;
  const without = nameList(library, review.withoutCase, lang);
  return [
    { kind: 'table', head, rows },
    ...(images.length > 0 ? [paragraph(note)] : []),
    ...(without === '' ? [] : [paragraph(zh ? `没有案例用到：${without}。` : `No case uses ${without}.`)]),
  ];
}

/** `20 of 85 cases`, and under which names where a family stands in: `20 of 85 cases (as SLB)`. */
function evidenceWords(id: string, library: Library, lang: Lang): string {
  const { cases, via } = evidenceFor(library, id);
  const count = countOf(cases.length, library.cases.length, lang);
  if (cases.length === 0 || via.every((one) => one === id)) return count;
  const names = nameList(library, via, lang);
  return lang === 'zh' ? chinese`${count}（以 ${names} 之名）` : `${count} (as ${names})`;
}

/** The identifier behind the surest sign. */
function identifierOf({ signs, tier }: ArchitectureProduct): Inline[] {
  const told = signs.find((sign) => sign.tier === tier)?.because;
  return told ? [' ', { code: told }] : [];
}

export function caseBlocks({ review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const told = review.matches.slice(0, TOLD);
  const weak = review.thin.map((reason) => thinWords(reason, library, lang));
  const nearest =
    told.length > 0 ? [zh ? '下面只是最接近的案例。' : 'The nearest cases are listed below all the same.'] : [];
  const verdict =
    weak.length > 0
      ? [paragraph([zh ? '没有强匹配的案例。' : 'No strong match.', ...weak, ...nearest].join(zh ? '' : ' '))]
      : [];
  if (told.length === 0) return verdict;
  const head = zh
    ? ['案例', '匹配', '共有', '仅本架构', '仅案例']
    : ['Case', 'Match', 'Shared', 'Only here', 'Only in the case'];
  const rows = told.map((match): Inline[][] => [
    [link(match.study, lang)],
    [confidenceWord(match.confidence, lang)],
    [scoreWords(match, library, lang)],
    [nameList(library, match.missing, lang) || '—'],
    [nameList(library, match.extra, lang) || '—'],
  ]);
  const brought = told.map((match): Inline[] => [
    link(match.study, lang),
    zh ? '：' : ': ',
    ...storyOf(match, { library, lang }),
  ]);
  const strong = review.matches.filter(({ confidence }) => confidence === 'strong').length;
  const first = zh ? `只列出前 ${TOLD} 个，共 ${strong} 个强匹配。` : `The first ${TOLD} of ${strong} strong matches:`;
  return [
    ...verdict,
    ...(strong > TOLD ? [paragraph(first)] : []),
    { kind: 'table', head, rows },
    paragraph(POINTS_NOTE[lang]),
    { kind: 'list', items: brought },
  ];
}

/** What it rests on, what the author's words have in common with it, and what it brought. */
function storyOf(match: ReviewMatch, { library, lang }: Pick<ReportContext, 'library' | 'lang'>): Inline[] {
  const zh = lang === 'zh';
  const problems = match.sameProblems.map((id) => library.problemById.get(id)?.[lang] ?? id);
  const common = [
    ...(match.sameIndustry ? [zh ? '同行业' : 'same industry'] : []),
    ...(problems.length > 0
      ? [zh ? `同样的问题：${problems.join('、')}` : `same problems: ${problems.join(', ')}`]
      : []),
  ];
  const rests = zh ? `共有产品的依据：${restsOnWords(match, lang)}` : `rests on ${restsOnWords(match, lang)}`;
  const outcomes = match.study.outcomes.slice(0, 2).map((statement) => statement[lang]);
  const brought =
    outcomes.length > 0 ? outcomes.join(zh ? '' : ' ') : zh ? '原文没有写成效。' : 'The source states no outcome.';
  const aside = [...common, rests].join(zh ? '；' : '; ');
  return [zh ? `${brought}（${aside}）` : `${brought} (${aside})`];
}

export function comparisonTitle(match: ReviewMatch, lang: Lang): string {
  const { customer, section } = match.study;
  return lang === 'zh'
    ? `与最接近的案例对照：${customer.zh}（§${section}）`
    : `Beside the nearest case: ${customer.en} (§${section})`;
}

export function comparisonBlocks(match: ReviewMatch, { review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const { study } = match;
  const where = (id: string) =>
    placesOf(
      review.architecture.products.find(({ productId }) => productId === id)?.signs ?? [],
      review.architecture,
      lang,
    );
  const role = (id: string): Inline[] => [study.products.find((use) => use.id === id)?.role[lang] ?? '—'];
  const name = (id: string) => shortName(library, id, lang);
  const there = (as: string) => (zh ? chinese`，案例中为 ${name(as)}` : `, there ${name(as)}`);
  const met = (id: string, as: string) => (as === id ? name(id) : name(id) + there(as));
  const side = zh ? ['两边都有', '仅案例', '仅本架构'] : ['both', 'only the case', 'only here'];
  const rows: Inline[][][] = [
    ...match.shared.map(({ productId, as }) => [[met(productId, as)], [side[0] ?? ''], where(productId), role(as)]),
    ...match.extra.map((id) => [[name(id)], [side[1] ?? ''], ['—'], role(id)]),
    ...match.missing.map((id) => [[name(id)], [side[2] ?? ''], where(id), ['—']]),
  ];
  const head = zh
    ? ['产品', '归属', '本架构中的位置', '案例中的作用']
    : ['Product', 'Side', 'Where here', 'Role in the case'];
  return [
    paragraph(study.summary[lang], zh ? '' : ' ', link(study, lang)),
    { kind: 'picture', study },
    { kind: 'table', head, rows },
  ];
}

export function questionBlocks({ review, library, lang }: ReportContext): ReportBlock[] {
  const zh = lang === 'zh';
  const open = review.questions.map((question) => askedWords(question, library, lang));
  const answered = review.answered.map(({ question, answer }): Inline[] => [
    ...askedWords(question, library, lang),
    `${zh ? '。答：' : '. Answer: '}${answer.reason || (zh ? '未写理由' : 'no reason given')}`,
  ]);
  if (open.length + answered.length === 0) return [paragraph(zh ? '没有。' : 'None.')];
  return [{ kind: 'list', items: [...open, ...answered] }];
}

/** A question and the cases that it rests on. */
function askedWords(question: OpenQuestion, library: Library, lang: Lang): Inline[] {
  const zh = lang === 'zh';
  const { length } = question.cases;
  const rest = zh ? ` 等 ${length} 个案例` : ` and ${length - MOST_CITED} more`;
  return [
    `${questionWords(question, library, lang)}${zh ? '' : ' '}`,
    ...joined(
      question.cases.slice(0, MOST_CITED).map((study) => link(study, lang)),
      lang,
    ),
    ...(length > MOST_CITED ? [rest] : []),
  ];
}
