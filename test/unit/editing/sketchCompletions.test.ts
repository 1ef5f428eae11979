// Completion in a sketch listens to what the sketch says of itself: the closer cases come first, the counts stay.
import { describe, expect, test } from 'vitest';

import { completionsAt } from '../../support/editing';

const sketch = (head: string, role = '') =>
  `architecture: x\n${head}components:\n  - product: ecs\n${role}  - product: oss\n  - product: $0\n`;
const rows = (marked: string) => completionsAt(marked).map(({ label, detail }) => `${label} ${detail}`);

/** The industries of the cases that each product lists, in their order. */
function industriesBy(marked: string) {
  return new Map(
    completionsAt(marked).flatMap(({ label, completion: { evidence } }) =>
      evidence.kind === 'votes' ? [[label, evidence.voters.map(({ industry }) => industry)] as const] : [],
    ),
  );
}

describe('products in a sketch', () => {
  const plain = rows(sketch(''));

  test.each([
    ['industry', sketch('industry: games # ours\n')],
    ['problems', sketch('problems: [latency, peak-traffic]\n')],
    ['role', sketch('', '    role: 游戏服务器\n')],
    ['role in English', sketch('', '    role: "game servers"\n')],
  ])('stand in another order with the %s', (_what, said) => {
    expect(rows(said)).not.toEqual(plain);
    expect(rows(said).length).toBe(plain.length);
  });

  test.each([
    ['an industry that no case has', sketch('industry: mining-of-asteroids\n')],
    ['an industry in a comment', sketch('# industry: games\n')],
    ['the role of nothing yet', sketch('').replace('product: $0', 'role: 游戏服务器\n    product: $0')],
  ])('stand as ever with %s', (_what, said) => {
    expect(rows(said)).toEqual(plain);
  });

  test('are proved by the cases of the same industry first', () => {
    const anyhow = industriesBy(sketch(''));
    const places = (list: readonly string[]) =>
      list.flatMap((industry, place) => (industry === 'games' ? [place] : []));
    let moved = 0;
    for (const [product, industries] of industriesBy(sketch('industry: games\n'))) {
      const before = anyhow.get(product) ?? industries;
      expect([...industries].sort()).toEqual([...before].sort());
      places(industries).forEach((place, i) => {
        expect(place).toBeLessThanOrEqual(places(before)[i] ?? -1);
        if (place < (places(before)[i] ?? -1)) moved += 1;
      });
    }
    expect(moved).toBeGreaterThan(0);
  });
});
