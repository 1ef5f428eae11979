// The evidence report as data: headed sections of paragraphs, lists and tables, in one language. Markdown and HTML are
// two renderings of it, so that both say the same; same input, same report. The sections themselves are written in
// reportSections.ts.
import type { Library } from '../library';
import type { Lang } from '../model';
import type { Report, ReportSection } from './reportBlocks';
import {
  caseBlocks,
  comparisonBlocks,
  comparisonTitle,
  productBlocks,
  questionBlocks,
  whatBlocks,
} from './reportSections';
import { sourceBlocks, unreadBlocks } from './reportSources';
import { nearestOf, type Review } from './review';

/** The report of a review; `title` names what was reviewed: `deploy/rds.yaml`. */
export function reportOf(review: Review, library: Library, title: string, lang: Lang): Report {
  const context = { review, library, lang };
  const zh = lang === 'zh';
  const nearest = nearestOf(review);
  const sections: (ReportSection | undefined)[] = [
    { id: 'what', title: zh ? '这是什么' : 'What this is', blocks: whatBlocks(context) },
    { id: 'products', title: zh ? '用到的产品' : 'Products', blocks: productBlocks(context) },
    { id: 'cases', title: zh ? '最接近的案例' : 'Closest cases', blocks: caseBlocks(context) },
    nearest && {
      id: 'comparison',
      title: comparisonTitle(nearest, lang),
      blocks: comparisonBlocks(nearest, context),
    },
    { id: 'questions', title: zh ? '待确认的问题' : 'Open questions', blocks: questionBlocks(context) },
    { id: 'not-recognised', title: zh ? '没有识别的部分' : 'What was not recognised', blocks: unreadBlocks(context) },
    { id: 'sources', title: zh ? '出处' : 'Sources', blocks: sourceBlocks(context) },
  ];
  return {
    title: zh ? `架构证据报告：${title}` : `Evidence report: ${title}`,
    lang,
    sections: sections.filter((section) => section !== undefined),
  };
}
