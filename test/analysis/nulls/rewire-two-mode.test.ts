import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import type { TwoMode } from '#analysis/graph/graph.ts';
import { rewireTwoMode } from '#analysis/nulls/rewire-two-mode.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

const activity = ({ members }: TwoMode, n: number): number[] => {
  const counts = new Array<number>(n).fill(0);
  for (const v of members) counts[v]!++;
  return counts;
};

describe('rewireTwoMode', () => {
  it('keeps activity and sizes, and puts nobody twice into an event', () => {
    const party = fc.uniqueArray(fc.nat(14), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(party, { minLength: 3, maxLength: 25 }), fc.integer(), (parties, seed) => {
        const part = twoMode(parties);
        const chain = rewireTwoMode(part, 15, new Random(seed));
        for (let sample = 0; sample < 3 && chain.next(); sample++) {
          expect(chain.part.offsets).toEqual(part.offsets);
          expect(activity(chain.part, 15)).toEqual(activity(part, 15));
          for (let event = 0; event < part.events; event++) {
            const members = chain.part.members.subarray(part.offsets[event], part.offsets[event + 1]);
            expect(new Set(members).size).toBe(members.length);
          }
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  it('visits all two-mode networks of the same margins about evenly', () => {
    // Rows and columns of a 4 × 4 table with one each: the 24 permutations.
    const chain = rewireTwoMode(twoMode([[0], [1], [2], [3]]), 4, new Random(5));
    const seen = new Map<string, number>();
    for (let sample = 0; sample < 4_800; sample++) {
      expect(chain.next()).toBe(true);
      const key = chain.part.members.join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    // Each swap is a transposition and a sample is four of them: only the even half is met.
    expect(seen.size).toBe(12);
    for (const count of seen.values()) expect(count).toBeGreaterThan(300);
  });

  it('is degenerate where nothing can move', () => {
    for (const parties of [
      [
        [0, 1, 2],
        [0, 1, 2],
      ],
      [[0, 1, 2, 3]],
      [],
    ]) {
      // prettier-ignore
      expect(rewireTwoMode(twoMode(parties), 4, new Random(1)).next()).toBe(false);
    }
  });

  it('gives the same bytes for the same seed and leaves the part alone', () => {
    const part = twoMode([[0, 1], [2, 3, 4], [0, 2, 5], [1, 5]]); // prettier-ignore
    const before = part.members.slice();
    const [one, two] = [1, 1].map((seed) => rewireTwoMode(part, 6, new Random(seed, 'null')));
    for (const chain of [one!, two!]) for (let sample = 0; sample < 3; sample++) chain.next();
    expect(one!.part.members).toEqual(two!.part.members);
    expect(part.members).toEqual(before);
  });
});
