import { describe, expect, it } from 'vitest';
import { harmonic } from '#analysis/centrality/harmonic.ts';
import { complete, fromTies, path, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('harmonic', () => {
  it('of closed forms', () => {
    expect(nodeValues(harmonic, path(3))).toEqual([1.5, 2, 1.5]);
    expect(nodeValues(harmonic, star(3))).toEqual([3, 2, 2, 2]);
    expect(nodeValues(harmonic, complete(4))).toEqual([3, 3, 3, 3]);
  });

  it('adds nothing for what is not reached', () => {
    expect(nodeValues(harmonic, fromTies(3, [[0, 1]]))).toEqual([1, 1, 0]);
  });

  it('reads lengths where the lens asks for them', () => {
    expect(nodeValues(harmonic, fromTies(2, [[0, 1, 4]], { distance: 'inverseStrength' }))).toEqual([4, 4]);
  });
});
