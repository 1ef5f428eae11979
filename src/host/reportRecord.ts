// Hands out an architecture decision record: of an open question, or of one of the closest cases.
import * as vscode from 'vscode';

import { placeOf } from '../core/cite';
import type { Library } from '../core/library';
import type { Lang } from '../core/model';
import { adrForComparison, adrForQuestion } from '../core/review/adr';
import type { Review } from '../core/review/review';
import { questionWords } from '../core/review/reviewWords';
import { showMarkdown } from './report';
import type { Services } from './services';
import { contentLanguage } from './settings';

const MOST_CASES = 10;

/** Shows the record of a question, or of what the user picks. */
export async function showRecord(services: Services, review: Review | undefined, productId?: string): Promise<void> {
  const library = services.store.library();
  if (!library || !review) return;
  const lang = contentLanguage();
  const subjects = subjectsOf(review, library, lang);
  const subject = productId
    ? subjects.find((one) => one.productId === productId)
    : await vscode.window.showQuickPick(subjects, {
        placeHolder: vscode.l10n.t('What is to be decided?'),
        matchOnDescription: true,
      });
  if (subject) await showMarkdown(subject.write());
}

interface Subject extends vscode.QuickPickItem {
  readonly productId?: string;
  readonly write: () => string;
}

function subjectsOf(review: Review, library: Library, lang: Lang): Subject[] {
  const asked = [...review.questions, ...review.answered.map(({ question }) => question)];
  const questions = asked.map(
    (question): Subject => ({
      label: questionWords(question, library, lang),
      productId: question.productId,
      write: () => adrForQuestion(question, review, library, lang),
    }),
  );
  const cases = review.matches.slice(0, MOST_CASES).map(
    (match): Subject => ({
      label: match.study.customer[lang],
      description: `${placeOf(match.study)} · ${match.study.title[lang]}`,
      write: () => adrForComparison(match, review, library, lang),
    }),
  );
  return [...questions, ...cases];
}
