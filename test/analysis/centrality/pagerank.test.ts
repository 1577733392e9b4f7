import { describe, expect, it } from 'vitest';
import { pagerank } from '#analysis/centrality/pagerank.ts';
import { complete, empty, fromTies, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('pagerank', () => {
  it('of closed forms', () => {
    nodeValues(pagerank, complete(4)).forEach((value) => expect(value).toBeCloseTo(0.25, 13));
    // Hub h, leaf l: h = .15/5 + .85 · 4l, l = .15/5 + .85 h/4.
    const hub = (0.03 + 0.85 * 4 * 0.03) / (1 - 0.85 * 0.85);
    expect(nodeValues(pagerank, star(4))[0]).toBeCloseTo(hub, 13);
  });

  it('spreads the mass of isolates evenly', () => {
    expect(nodeValues(pagerank, empty(4))).toEqual([0.25, 0.25, 0.25, 0.25]);
    const [tied, , alone] = nodeValues(pagerank, fromTies(3, [[0, 1]]));
    // alone = .05 + .85 · alone/3
    expect(alone).toBeCloseTo(0.05 / (1 - 0.85 / 3), 13);
    expect(2 * tied! + alone!).toBeCloseTo(1, 13);
  });

  it('is even without damping, and follows strength with it', () => {
    const graph = fromTies(3, [
      [0, 1, 3],
      [0, 2, 1],
    ]);
    nodeValues(pagerank, graph, null, { damping: 0 }).forEach((value) =>
      expect(value).toBeCloseTo(1 / 3, 13),
    );
    const [, strong, weak] = nodeValues(pagerank, graph);
    expect(strong! - 0.05).toBeCloseTo(3 * (weak! - 0.05), 13);
  });

  it('refuses a damping of 1', () => {
    expect(() => nodeValues(pagerank, star(2), null, { damping: 1 })).toThrow(/damping/);
  });
});
