import { describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import { nearPairs } from '#analysis/layout/near-pairs.ts';

describe('nearPairs', () => {
  it.each([0.5, 3, 40, 500])(
    'finds every pair nearer than %d, each once, as all against all does',
    (reach) => {
      const random = new Random(9, 'near pairs');
      const x = Float64Array.from({ length: 150 }, () => 100 * random.float());
      const y = Float64Array.from({ length: 150 }, () => 60 * random.float());
      const found: string[] = [];
      nearPairs(x, y, reach, (i, j) => found.push(`${Math.min(i, j)} ${Math.max(i, j)}`));
      const expected: string[] = [];
      for (let i = 0; i < 150; i++) {
        for (let j = i + 1; j < 150; j++) {
          if ((x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 < reach * reach) expected.push(`${i} ${j}`);
        }
      }
      expect(found.sort()).toEqual(expected.sort());
    },
  );

  it('finds nothing among none or one', () => {
    const fail = (): never => {
      throw new Error('a pair of nobody');
    };
    nearPairs(new Float64Array(0), new Float64Array(0), 1, fail);
    nearPairs(new Float64Array(1), new Float64Array(1), 1, fail);
  });
});
