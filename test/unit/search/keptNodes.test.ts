import { describe, expect, test } from 'vitest';

import { hitNodes, placeOfHit, whyNodes } from '../../../src/core/search/keptNodes';
import { ask } from './check';

const QUERIES = ['直播', 'huya', 'redis 高并发', 'live streaming', 'oss'];

describe.each(QUERIES)('kept results of %s', (query) => {
  const hits = ask(query, { limit: 20 });
  const nodes = hitNodes(hits);

  test('are the hits in their order, each opening where its row of the search opens', () => {
    expect(nodes.map(({ caseId, place }) => [caseId, place])).toEqual(
      hits.map((hit) => [hit.study.id, placeOfHit(hit)]),
    );
  });

  test('open at a place wherever a reason has one', () => {
    for (const { hit, place } of nodes) {
      expect(place === undefined).toBe([hit.why, ...hit.whys].every((why) => why.place === undefined));
    }
  });

  test('say each reason once', () => {
    for (const node of nodes) {
      const reasons = whyNodes(node).map(({ why }) => `${why.place} ${why.text}`);
      expect(new Set(reasons).size).toBe(reasons.length);
    }
  });
});
