// An architecture decision record from a review: context, options, evidence, and an empty place for the decision. It
// decides nothing itself.
import { fullCitation } from '../cite';
import { type Library, productName } from '../library';
import { escapeMarkdown } from '../markdown';
import type { Lang } from '../model';
import type { OpenQuestion } from './questions';
import type { Review } from './review';
import { nameList, questionWords } from './reviewWords';

/** The record for one open question: use the product, or leave it out. */
export function adrForQuestion(question: OpenQuestion, review: Review, library: Library, lang: Lang): string {
  const name = productName(library, question.productId, lang);
  const zh = lang === 'zh';
  const used = nameList(
    library,
    review.architecture.products.map((product) => product.productId),
    lang,
  );
  const evidence = question.cases.map((study) => {
    const role = study.products.find((use) => use.id === question.productId)?.role[lang];
    return `- ${escapeMarkdown(fullCitation(study, library, lang))}${role ? escapeMarkdown(zh ? `：${role}` : `: ${role}`) : ''}`;
  });
  return `${[
    `# ADR: ${escapeMarkdown(name)}`,
    zh ? '## 背景' : '## Context',
    escapeMarkdown(
      zh
        ? `本架构使用 ${used}。${questionWords(question, library, lang)}`
        : `This architecture uses ${used}. ${questionWords(question, library, lang)}`,
    ),
    zh ? '## 选项' : '## Options',
    [
      `1. ${escapeMarkdown(zh ? `加入 ${name}` : `Add ${name}`)}`,
      `2. ${escapeMarkdown(zh ? `不使用 ${name}` : `Leave ${name} out`)}`,
    ].join('\n'),
    zh ? '## 证据' : '## Evidence',
    evidence.join('\n'),
    zh ? '## 决定' : '## Decision',
    zh ? '待定。' : 'To be decided.',
  ].join('\n\n')}\n`;
}
