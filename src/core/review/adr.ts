// An architecture decision record from a review: context, options, evidence, and the decision that the file states or an
// empty place for it. It decides nothing itself.
import { fullCitation, placeOf } from '../cite';
import { type Library, productName, shortName } from '../library';
import { escapeMarkdown } from '../markdown';
import type { CaseStudy, Lang } from '../model';
import { chinese } from '../words';
import type { Answer, OpenQuestion } from './questions';
import type { Review, ReviewMatch } from './review';
import { questionWords, scoreWords, sentenceList } from './reviewWords';

/** The record for one question: use the product, or leave it out; what the file answers is decided. */
export function adrForQuestion(question: OpenQuestion, review: Review, library: Library, lang: Lang): string {
  const name = productName(library, question.productId, lang);
  const zh = lang === 'zh';
  const answer = review.answered.find((one) => one.question.productId === question.productId)?.answer;
  return record(lang, {
    title: zh ? `是否使用${name}` : `Whether to use ${name}`,
    context: `${usedWords(review, library, lang)}${zh ? '' : ' '}${questionWords(question, library, lang)}`,
    options: [
      zh ? chinese`加入 ${name}` : `Add ${name}`,
      zh ? chinese`不使用 ${name}，并写明理由` : `Leave ${name} out, and say why`,
    ],
    evidence: question.cases.map((study) => evidenceOf(study, question.productId, library, lang)),
    ...(answer && { decision: decisionOf(name, answer, lang) }),
  });
}

function decisionOf(name: string, { reason }: Answer, lang: Lang): string {
  if (lang === 'zh') return reason ? `不使用 ${name}：${reason}` : `不使用 ${name}（未写理由）`;
  return reason ? `${name} is left out: ${reason}` : `${name} is left out (no reason given)`;
}

/** The record for a comparison: take over what the case has beyond the architecture, or keep it as it is. */
export function adrForComparison(match: ReviewMatch, review: Review, library: Library, lang: Lang): string {
  const { study, extra } = match;
  const zh = lang === 'zh';
  const customer = study.customer[lang];
  const place = `${customer} (${placeOf(study)})`;
  const more = sentenceList(library, extra, lang);
  const beyond = zh ? chinese`该案例还用了 ${more}。` : `The case also used ${more}.`;
  const outcomes = study.outcomes.map((statement) => escapeMarkdown(statement[lang]));
  return record(lang, {
    title: zh
      ? `参照${customer}（§${study.section}）的架构`
      : `Following the architecture of ${customer} (§${study.section})`,
    context: [
      usedWords(review, library, lang),
      zh
        ? `最接近的案例之一是 ${place}：${scoreWords(match, library, lang)}。`
        : `One of the closest cases is ${place}: ${scoreWords(match, library, lang)}.`,
      ...(extra.length > 0 ? [beyond] : []),
    ].join(zh ? '' : ' '),
    options: [
      ...(extra.length > 0 ? [zh ? chinese`照该案例加入 ${more}` : `Add ${more}, as the case did`] : []),
      zh ? '保持现状，并写明理由' : 'Keep the architecture as it is, and say why',
    ],
    evidence: [
      escapeMarkdown(fullCitation(study, library, lang)),
      ...extra.map(
        (id) =>
          `${escapeMarkdown(shortName(library, id, lang))}${zh ? '：' : ': '}${escapeMarkdown(roleOf(study, id, lang))}`,
      ),
      ...outcomes,
    ],
  });
}

interface RecordParts {
  readonly title: string;
  readonly context: string;
  readonly options: readonly string[];
  /** Markdown, already escaped. */
  readonly evidence: readonly string[];
  /** Absent while it is open. */
  readonly decision?: string;
}

function record(lang: Lang, { title, context, options, evidence, decision }: RecordParts): string {
  const zh = lang === 'zh';
  return `${[
    `# ADR${zh ? '：' : ': '}${escapeMarkdown(title)}`,
    zh ? '## 背景' : '## Context',
    escapeMarkdown(context),
    zh ? '## 选项' : '## Options',
    options.map((option, i) => `${i + 1}. ${escapeMarkdown(option)}`).join('\n'),
    zh ? '## 证据' : '## Evidence',
    evidence.map((item) => `- ${item}`).join('\n'),
    zh ? '## 决定' : '## Decision',
    decision === undefined ? (zh ? '待定。' : 'To be decided.') : escapeMarkdown(decision),
  ].join('\n\n')}\n`;
}

/** What a self-hosted image stands for is not used here. */
function usedWords({ architecture: { products } }: Review, library: Library, lang: Lang): string {
  const zh = lang === 'zh';
  const namesOf = (some: typeof products) =>
    sentenceList(
      library,
      some.map(({ productId }) => productId),
      lang,
    );
  const used = namesOf(products.filter(({ tier }) => tier !== 'image'));
  const images = namesOf(products.filter(({ tier }) => tier === 'image'));
  return [
    ...(used ? [zh ? chinese`本架构使用 ${used}。` : `This architecture uses ${used}.`] : []),
    ...(images
      ? [
          zh
            ? chinese`自建镜像对应 ${images}，未使用这些产品。`
            : `Self-hosted images stand for ${images}, not used here.`,
        ]
      : []),
  ].join(zh ? '' : ' ');
}

function evidenceOf(study: CaseStudy, id: string, library: Library, lang: Lang): string {
  const role = roleOf(study, id, lang);
  return escapeMarkdown(`${fullCitation(study, library, lang)}${role && (lang === 'zh' ? `：${role}` : `: ${role}`)}`);
}

function roleOf(study: CaseStudy, id: string, lang: Lang): string {
  return study.products.find((use) => use.id === id)?.role[lang] ?? '';
}
