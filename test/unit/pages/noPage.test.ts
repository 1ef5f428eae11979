// A team's case or a document without pages has page 0: no page is known then, and none is shown, wherever a case is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { answerTool } from '../../../src/core/agents/tools';
import { CITATION_FORMS, citationAs, placeOf, spokenPlace } from '../../../src/core/cite';
import { commentStyle } from '../../../src/core/comments';
import { completionNote } from '../../../src/core/completions/note';
import { exportCases } from '../../../src/core/importing/exportCases';
import { caseMarkdown, casesMarkdown, comparisonMarkdown } from '../../../src/core/pages/caseMarkdown';
import { adrForComparison } from '../../../src/core/review/adr';
import { reportOf } from '../../../src/core/review/report';
import { reportHtml } from '../../../src/core/review/reportHtml';
import { reportMarkdown } from '../../../src/core/review/reportMarkdown';
import { search } from '../../../src/core/search/search';
import { buildSearch } from '../../../src/core/search/searchIndex';
import { sessionOn } from '../../../src/yaml/session';
import { completionsAt } from '../../support/editing';
import { realLibrary, withCases } from '../../support/library';
import { asDocument, everyPage } from './everyPage';

const library = withCases(
  realLibrary(),
  realLibrary().cases.map((study) => ({ ...study, page: 0 })),
);
const session = sessionOn(library, readFileSync('data/identifiers.tsv', 'utf8'));
const SHOP = 'test/fixtures/workspace/ros/shop.ros.yaml';
const review = session.reviewFiles([session.signs(readFileSync(SHOP, 'utf8'), SHOP)]);

const PAGE_NUMBER = /\bp\. ?\d|\bpages? ?\d|第 ?\d+ ?页|<dt>(?:Page|页码?)<|"page":\d/i;

/** The first thing in a text that says a page. */
function shown(text: string): string | undefined {
  return PAGE_NUMBER.exec(text)?.[0];
}

describe.each(['zh', 'en'] as const)('without a page, in %s', (lang) => {
  const cases = library.cases;

  test('none stands on a page of ours', () => {
    const showing = everyPage(library, lang).flatMap(([name, page, content]) => {
      const found = shown(asDocument(page, content, lang));
      return found ? [[name, found]] : [];
    });
    expect(showing).toEqual([]);
  });

  test('none stands in a citation', () => {
    const style = { lang, comment: commentStyle('yaml') };
    const texts = cases.flatMap((study) => [
      placeOf(study),
      spokenPlace(study, lang),
      ...CITATION_FORMS.map((form) => citationAs(form, study, library, style)),
    ]);
    expect(texts.flatMap((text) => shown(text) ?? [])).toEqual([]);
  });

  test('none stands in what is copied, exported or reported', () => {
    const report = reportOf(review, library, SHOP, lang);
    const nearest = review.matches[0];
    const texts = [
      ...cases.map((study) => caseMarkdown(study, library, lang)),
      casesMarkdown(cases, library, lang),
      comparisonMarkdown(cases.slice(0, 3), library, lang),
      exportCases(cases, library, 'md', lang),
      exportCases(cases, library, 'html', lang),
      reportMarkdown(report, library),
      reportHtml(report, library),
      nearest ? adrForComparison(nearest, review, library, lang) : '',
    ];
    expect(texts.flatMap((text) => shown(text) ?? [])).toEqual([]);
  });

  test('none stands beside a completion', () => {
    const entries = completionsAt('components:\n  - product: rds-mysql\n  - product: $0\n', {
      library,
      lang,
      fileName: 'architecture.yaml',
    });
    expect(entries.length).toBeGreaterThan(0);
    const request = { lang, commands: { openCase: 'x.case', openProduct: 'x.product', copyCitation: 'x.copy' } };
    const texts = entries.map(({ completion }) => completion.detail + completionNote(library, completion, request));
    expect(texts.flatMap((text) => shown(text) ?? [])).toEqual([]);
  });

  test('an agent is told none', () => {
    const asked = [
      answerTool('search_cases', { query: 'redis', language: lang }, session),
      answerTool('get_case', { id: 'inet-1.26', language: lang }, session),
      answerTool('cases_for_product', { product: 'oss', language: lang }, session),
    ];
    expect(asked.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    expect(shown(JSON.stringify(asked))).toBeUndefined();
  });
});

test('a case without a page is on no page that one searches for', () => {
  const index = buildSearch(library);
  expect(search(index, 'page:40')).toEqual([]);
});
