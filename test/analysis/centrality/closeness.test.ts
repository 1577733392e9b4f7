import { describe, expect, it } from 'vitest';
import { closeness } from '#analysis/centrality/closeness.ts';
import { complete, fromTies, karate, path, star, empty } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('closeness', () => {
  it('of closed forms', () => {
    expect(nodeValues(closeness, path(3))).toEqual([2 / 3, 1, 2 / 3]);
    expect(nodeValues(closeness, star(3))).toEqual([1, 3 / 5, 3 / 5, 3 / 5]);
    expect(nodeValues(closeness, complete(4))).toEqual([1, 1, 1, 1]);
  });

  it('scales by the share of the network that is reached; an isolate has 0', () => {
    expect(
      nodeValues(
        closeness,
        fromTies(5, [
          [0, 1],
          [2, 3],
        ]),
      ),
    ).toEqual([0.25, 0.25, 0.25, 0.25, 0]);
    expect(nodeValues(closeness, empty(1))).toEqual([0]);
  });

  it('reads lengths where the lens asks for them', () => {
    const ties = [
      [0, 1, 2],
      [1, 2, 4],
    ] as const;
    expect(nodeValues(closeness, fromTies(3, ties, { distance: 'inverseStrength' }))[0]).toBeCloseTo(
      2 / 1.25,
      12,
    );
  });

  it('of the karate club', () => {
    expect(nodeValues(closeness, karate())[0]).toBeCloseTo(0.5689655172413793, 14);
  });
});
