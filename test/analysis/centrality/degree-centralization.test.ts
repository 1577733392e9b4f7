import { describe, expect, it } from 'vitest';
import { degreeCentralization } from '#analysis/centrality/degree-centralization.ts';
import { complete, cycle, empty, karate, star } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('degreeCentralization', () => {
  it('is 1 for a star, 0 for a cycle, a complete and an empty network', () => {
    expect(networkValue(degreeCentralization, star(5))).toBe(1);
    for (const graph of [cycle(5), complete(4), empty(3)])
      expect(networkValue(degreeCentralization, graph)).toBe(0);
  });

  it('of the karate club', () => {
    expect(networkValue(degreeCentralization, karate())).toBeCloseTo(0.399621, 6);
  });

  it('does not exist below three', () => {
    expect(networkValue(degreeCentralization, complete(2))).toBeNull();
  });
});
