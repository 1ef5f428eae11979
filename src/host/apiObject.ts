// The API as other extensions get it: plain data, made from the same core that the features ask.
import type { CasebookApi } from '../api';
import { casesLike } from '../core/match';
import type { CaseStudy } from '../core/model';
import { suggest } from '../core/suggest';
import { linesOf } from '../core/text';
import type { SearchHolder } from './searchHolder';
import type { Services } from './services';

export function createApi(services: Services, search: SearchHolder): CasebookApi {
  const { store, readings } = services;
  return {
    version: 1,
    cases: () => (store.library()?.cases ?? []).map(summaryOf),
    search: (query, limit = 20) =>
      search
        .query(String(query), limit)
        .map(({ study, score, why }) => ({ caseId: study.id, section: study.section, score, why: why.text })),
    recognise: (text, fileName) =>
      readings.ofText(linesOf(String(text)), String(fileName)).mentions.map(({ productId, span, tier, format }) => ({
        productId,
        line: span.line,
        column: span.start,
        length: span.end - span.start,
        tier,
        dialect: format,
      })),
    suggest: (productIds) => {
      const roll = store.roll();
      if (!roll) return [];
      return suggest(roll, productIds).map(({ productId, voters, of }) => ({
        productId,
        count: voters.length,
        of,
        cases: voters.map((study) => study.id),
      }));
    },
    casesLike: (productIds) => {
      const library = store.library();
      const roll = store.roll();
      if (!library || !roll) return [];
      const used = productIds.map((productId) => ({ productId }));
      return casesLike(library, roll, used).map(({ study, score, shared, missing, extra }) => ({
        caseId: study.id,
        section: study.section,
        score,
        shared: shared.map(({ productId }) => productId),
        missing,
        extra,
      }));
    },
  };
}

function summaryOf(study: CaseStudy) {
  const { id, volume, section, page, title, customer, industry, problems } = study;
  return {
    id,
    volume,
    section,
    page,
    title,
    customer,
    industry,
    problems,
    products: study.products.map((use) => use.id),
  };
}
