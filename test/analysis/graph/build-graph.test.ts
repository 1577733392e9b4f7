import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph, type TwoMode } from '#analysis/graph/graph.ts';
import { fromTies, type Pair } from '#test/analysis/graphs.ts';

const ties = (graph: Graph): number[][] =>
  Array.from({ length: graph.ties.count }, (_, tie) => [
    graph.ties.a[tie]!,
    graph.ties.b[tie]!,
    graph.ties.strength[tie]!,
  ]);

const arcsOf = (graph: Graph): number[][] => {
  const { outOffsets, outTargets } = graph.arcs!;
  return Array.from({ length: graph.n }, (_, v) =>
    [...outTargets.subarray(outOffsets[v], outOffsets[v + 1])].map((to) => [v, to]),
  ).flat();
};

describe('buildGraph', () => {
  it('merges parallel ties by adding strengths, leaves out loops and strengths of 0, and counts each', () => {
    const graph = fromTies(4, [
      [1, 0, 2],
      [0, 1, 0.5],
      [2, 2, 9],
      [2, 3, 0],
      [3, 1, 1],
      [1, 0, 1],
    ]);
    expect(ties(graph)).toEqual([
      [0, 1, 3.5],
      [1, 3, 1],
    ]);
    expect(graph.counts).toEqual({ loopsLeftOut: 1, zeroLeftOut: 1, parallelMerged: 2 });
    expect(graph.weighted).toBe(true);
  });

  it('counts every tie 1 where strengths are ignored, however many rows it has', () => {
    const graph = fromTies(
      3,
      [
        [0, 1, 7],
        [1, 0, 2],
        [1, 2, 0],
      ],
      { weights: 'ignore' },
    );
    expect(ties(graph)).toEqual([[0, 1, 1]]);
    expect(graph.weighted).toBe(false);
    expect(graph.counts).toEqual({ loopsLeftOut: 0, zeroLeftOut: 1, parallelMerged: 1 });
  });

  it('keeps distinct arcs where a row is directed; an undirected row is two', () => {
    const stated = {
      from: Uint32Array.of(0, 0, 1, 2, 2),
      to: Uint32Array.of(1, 1, 2, 0, 2),
      strength: Float64Array.of(1, 1, 1, 1, 1),
      directed: Uint8Array.of(1, 1, 0, 1, 1),
    };
    const graph = buildGraph(['a', 'b', 'c'], { stated, projected: [] });
    expect(graph.directed).toBe(true);
    expect(arcsOf(graph)).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 1],
    ]);
    expect(graph.arcs!.count).toBe(4);
    expect([...graph.arcs!.inOffsets]).toEqual([0, 1, 3, 4]);
    expect([...graph.arcs!.inTargets]).toEqual([2, 0, 2, 1]);
    expect(fromTies(2, [[0, 1]]).arcs).toBeNull();
  });

  it('gives each step its length where the lens asks for inverse strength', () => {
    const graph = fromTies(
      3,
      [
        [0, 1, 4],
        [1, 2, 0.5],
      ],
      { distance: 'inverseStrength' },
    );
    expect([...graph.lengths!]).toEqual([0.25, 0.25, 2, 2]);
    expect(fromTies(2, [[0, 1, 4]]).lengths).toBeNull();
  });

  it('adds projected ties to stated ones', () => {
    const event: TwoMode = {
      events: 1,
      offsets: Uint32Array.of(0, 3),
      members: Uint32Array.of(0, 1, 2),
      projection: 'newman',
      kind: 'collaborations',
    };
    const stated = {
      ...noRows,
      from: Uint32Array.of(0),
      to: Uint32Array.of(1),
      strength: Float64Array.of(2),
      directed: Uint8Array.of(0),
    };
    const graph = buildGraph(['a', 'b', 'c'], { stated, projected: [event] });
    expect(ties(graph)).toEqual([
      [0, 1, 2.5],
      [0, 2, 0.5],
      [1, 2, 0.5],
    ]);
    expect(graph.counts.parallelMerged).toBe(1);
  });

  it.each([
    [NaN, /between 0 and 1 has the strength NaN/],
    [-1, /between 0 and 1 has the strength -1/],
    [Infinity, /between 0 and 1 has the strength Infinity/],
  ])('refuses the strength %d by the name of the tie', (strength, message) => {
    expect(() => fromTies(2, [[0, 1, strength]])).toThrow(message);
    expect(() => fromTies(2, [[0, 1, strength]])).toThrow(
      expect.objectContaining({ code: 'STRENGTH_NOT_VALID' }),
    );
  });

  it('refuses a tie to a node that is not there', () => {
    expect(() =>
      fromTies(2, [
        [0, 1],
        [0, 2],
      ]),
    ).toThrow(/Tie 2 names node 2 of 2/);
  });

  it('answers for no node and for one', () => {
    for (const n of [0, 1]) {
      const graph = fromTies(n, []);
      expect([graph.n, graph.ties.count, graph.offsets.length, graph.targets.length]).toEqual([
        n,
        0,
        n + 1,
        0,
      ]);
    }
  });
});

describe('the invariants of a graph', () => {
  const inputs = fc.integer({ min: 1, max: 9 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      directed: fc.boolean(),
      pairs: fc.array(
        fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 }), fc.constantFrom(0, 0.5, 1, 3)),
        { maxLength: 40 },
      ),
    }),
  );
  const always = (law: (graph: Graph, pairs: readonly Pair[]) => void): void => {
    fc.assert(
      fc.property(inputs, ({ n, directed, pairs }) => law(fromTies(n, pairs, { directed }), pairs)),
      { seed: 1, numRuns: 300 },
    );
  };

  it('offsets end at the last target, and there are two slots a tie', () => {
    always((graph) => {
      expect(graph.offsets).toHaveLength(graph.n + 1);
      expect(graph.offsets[0]).toBe(0);
      expect(graph.offsets[graph.n]).toBe(graph.targets.length);
      expect(graph.targets).toHaveLength(2 * graph.ties.count);
      expect(graph.strengths).toHaveLength(graph.targets.length);
    });
  });

  it('rows ascend without repeats or loops; both directions of a tie carry the same tie and strength', () => {
    always((graph) => {
      const seen = new Map<string, number>();
      for (let v = 0; v < graph.n; v++) {
        for (let slot = graph.offsets[v]!; slot < graph.offsets[v + 1]!; slot++) {
          const w = graph.targets[slot]!;
          expect(w).not.toBe(v);
          if (slot > graph.offsets[v]!) expect(w).toBeGreaterThan(graph.targets[slot - 1]!);
          const tie = graph.tieAt[slot]!;
          expect([graph.ties.a[tie], graph.ties.b[tie]]).toEqual([Math.min(v, w), Math.max(v, w)]);
          expect(graph.strengths[slot]).toBe(graph.ties.strength[tie]);
          seen.set(`${v} ${w}`, tie);
        }
      }
      for (const [key, tie] of seen) expect(seen.get(key.split(' ').reverse().join(' '))).toBe(tie);
    });
  });

  it('ties are sorted, a < b, and every row is a loop, of strength 0, merged or a tie', () => {
    always((graph, pairs) => {
      const keys = ties(graph).map(([a, b]) => a! * graph.n + b!);
      expect(keys).toEqual([...new Set(keys)].sort((one, two) => one - two));
      for (const [a, b] of ties(graph)) expect(a).toBeLessThan(b!);
      const { loopsLeftOut, zeroLeftOut, parallelMerged } = graph.counts;
      expect(loopsLeftOut).toBe(pairs.filter(([u, v]) => u === v).length);
      expect(zeroLeftOut).toBe(pairs.filter(([u, v, s]) => u !== v && s === 0).length);
      expect(loopsLeftOut + zeroLeftOut + parallelMerged + graph.ties.count).toBe(pairs.length);
    });
  });

  it('no strength is lost', () => {
    always((graph, pairs) => {
      const given = pairs.reduce((sum, [u, v, s]) => sum + (u === v ? 0 : s!), 0);
      expect(graph.ties.strength.reduce((a, b) => a + b, 0)).toBe(given);
    });
  });
});
