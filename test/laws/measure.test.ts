import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokerage } from '#analysis/brokerage/brokerage.ts';
import { constraint } from '#analysis/brokerage/constraint.ts';
import { effectiveSize } from '#analysis/brokerage/effective-size.ts';
import { efficiency } from '#analysis/brokerage/efficiency.ts';
import { eiIndex } from '#analysis/brokerage/ei-index.ts';
import { participation } from '#analysis/brokerage/participation.ts';
import { withinModuleZ } from '#analysis/brokerage/within-module-z.ts';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { closeness } from '#analysis/centrality/closeness.ts';
import { coreness } from '#analysis/centrality/coreness.ts';
import { eigenvector } from '#analysis/centrality/eigenvector.ts';
import { harmonic } from '#analysis/centrality/harmonic.ts';
import { pagerank } from '#analysis/centrality/pagerank.ts';
import { strength } from '#analysis/centrality/strength.ts';
import type { GraphOptions } from '#analysis/graph/graph.ts';
import { averageDistance } from '#analysis/paths/average-distance.ts';
import { crossEfficiency } from '#analysis/paths/cross-efficiency.ts';
import { diameter } from '#analysis/paths/diameter.ts';
import { articulation } from '#analysis/structure/articulation.ts';
import { assortativity } from '#analysis/structure/assortativity.ts';
import { bridges } from '#analysis/structure/bridges.ts';
import { clustering } from '#analysis/structure/clustering.ts';
import { corePeriphery } from '#analysis/structure/core-periphery.ts';
import { degreeAssortativity } from '#analysis/structure/degree-assortativity.ts';
import { fragmentation } from '#analysis/structure/fragmentation.ts';
import { fromTies, groupsOf } from '#test/analysis/graphs.ts';
import { columns, isClose, measureContext, networkValue, nodeValues } from '#test/analysis/run-measure.ts';
import * as slow from '#test/laws/slow-definitions.ts';

/** Up to seven nodes; loops and parallel ties come up by themselves, islands too. */
const networks = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    pairs: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.constantFrom(0.5, 1, 2, 3, 10),
      ),
      { maxLength: 14 },
    ),
    labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
  }),
);

const always = (
  law: (network: { n: number; pairs: [number, number, number][]; labels: number[] }) => void,
): void => {
  fc.assert(fc.property(networks, law), { seed: 20261124, numRuns: 300 });
};

function expectClose(found: readonly (number | null)[], wanted: readonly (number | null)[]): void {
  expect(found).toHaveLength(wanted.length);
  const differ = found.findIndex((value, v) => !isClose(value, wanted[v]));
  if (differ >= 0) expect(found).toEqual(wanted);
}

const hop = (): number => 1;
const inverse = (value: number): number => 1 / value;

describe('by their slow definitions', () => {
  it.each<[string, (strength: number) => number, Partial<GraphOptions>]>([
    ['hops', hop, {}],
    ['inverse strength', inverse, { distance: 'inverseStrength' }],
  ])('betweenness, closeness, harmonic, mean distance and diameter in %s', (_, length, options) => {
    always(({ n, pairs, labels }) => {
      const graph = fromTies(n, pairs, options);
      const matrix = slow.matrixOf(n, pairs);
      const d = slow.distances(matrix, length);
      const finite = d.map((row, v) => row.filter((value, u) => u !== v && value < Infinity));
      const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
      expectClose(nodeValues(betweenness, graph), slow.betweennessSlowly(matrix, length));
      expectClose(
        nodeValues(closeness, graph),
        finite.map((row) => (row.length === 0 ? 0 : (row.length / (n - 1)) * (row.length / total(row)))),
      );
      expectClose(
        nodeValues(harmonic, graph),
        finite.map((row) => total(row.map((value) => 1 / value))),
      );
      const largest = Math.max(...finite.map((row) => row.length));
      const first = finite.findIndex((row) => row.length === largest);
      const inside = finite.filter((_row, v) => v === first || d[first]![v]! < Infinity).flat();
      expectClose(
        [networkValue(averageDistance, graph)],
        [inside.length ? total(inside) / inside.length : null],
      );
      expectClose([networkValue(diameter, graph)], [Math.max(0, ...inside)]);
      const crossing = d.flatMap((row, u) => row.filter((_d, v) => u < v && labels[u] !== labels[v]));
      expectClose(
        [networkValue(crossEfficiency, graph, groupsOf(labels))],
        [crossing.length ? total(crossing.map((value) => 1 / value)) / crossing.length : null],
      );
    });
  });

  it('articulation points, bridges and fragmentation', () => {
    always(({ n, pairs }) => {
      const graph = fromTies(n, pairs);
      const matrix = slow.matrixOf(n, pairs);
      const before = slow.partsWithout(matrix, []);
      const points = articulation.run(graph, {}, measureContext());
      const cuts = bridges.run(graph, {}, measureContext());
      // Without an isolate there is one part less; without an articulation point, more than before.
      for (let v = 0; v < n; v++) expect(points[v] === 1).toBe(slow.partsWithout(matrix, [v]) > before);
      for (let tie = 0; tie < graph.ties.count; tie++) {
        const ends = [graph.ties.a[tie]!, graph.ties.b[tie]!];
        expect(cuts[tie] === 1).toBe(slow.partsWithout(matrix, [], ends) > before);
      }
      const unreached = slow
        .distances(matrix, hop)
        .flat()
        .filter((d) => d === Infinity).length;
      expectClose([networkValue(fragmentation, graph)], [n < 2 ? null : unreached / (n * (n - 1))]);
    });
  });

  it('core number, clustering, constraint, effective size and efficiency', () => {
    always(({ n, pairs }) => {
      const graph = fromTies(n, pairs);
      const matrix = slow.matrixOf(n, pairs);
      expectClose(nodeValues(coreness, graph), slow.corenessSlowly(matrix));
      expectClose(nodeValues(clustering, graph), slow.clusteringSlowly(matrix));
      expectClose(nodeValues(constraint, graph), slow.constraintSlowly(matrix));
      const sizes = slow.effectiveSizeSlowly(matrix);
      expectClose(nodeValues(effectiveSize, graph), sizes);
      const degrees = matrix.map((row) => row.filter((value) => value > 0).length);
      expectClose(
        nodeValues(efficiency, graph),
        sizes.map((size, v) => (size === null ? null : size / degrees[v]!)),
      );
    });
  });

  it.each([false, true])('brokerage roles (directed: %s)', (directed) => {
    always(({ n, pairs, labels }) => {
      const arcs = new Set(
        pairs.flatMap(([u, v]) => (directed ? [`${u} ${v}`] : [`${u} ${v}`, `${v} ${u}`])),
      );
      const graph = fromTies(n, pairs, { directed });
      const found = columns(brokerage, graph, measureContext({ groups: groupsOf(labels) }));
      const wanted = slow.rolesSlowly(labels, (a, b) => arcs.has(`${a} ${b}`));
      for (const [role, values] of Object.entries(found))
        expectClose(
          values,
          wanted.map((roles) => roles[role]!),
        );
    });
  });

  it('degree and attribute assortativity are Pearson correlations over both ends', () => {
    always(({ n, pairs, labels }) => {
      const graph = fromTies(n, pairs);
      const { a, b } = graph.ties;
      const ends = [...a, ...b];
      const others = [...b, ...a];
      const degree = (v: number): number => graph.offsets[v + 1]! - graph.offsets[v]!;
      const varies = (values: readonly number[]): boolean => new Set(values).size > 1;
      const degrees = slow.pearson(ends.map(degree), others.map(degree));
      expectClose([networkValue(degreeAssortativity, graph)], [varies(ends.map(degree)) ? degrees : null]);
      // With two groups the coefficient is the correlation of the two labels.
      const two = labels.map((label) => Math.min(label, 1));
      const sides = slow.pearson(
        ends.map((v) => two[v]!),
        others.map((v) => two[v]!),
      );
      const found = networkValue(assortativity, graph, groupsOf(two));
      expectClose([found], [varies(ends.map((v) => two[v]!)) ? sides : null]);
    });
  });

  it('the core found is never better than the best of all, and the best in 95 of 100 small networks', () => {
    let best = 0;
    let all = 0;
    always(({ n, pairs }) => {
      const found = networkValue(corePeriphery, fromTies(n, pairs));
      if (found === null) return;
      const wanted = slow.bestCoreSlowly(slow.matrixOf(n, pairs));
      expect(found).toBeLessThanOrEqual(wanted + 1e-12);
      all++;
      if (isClose(found, wanted)) best++;
    });
    expect(best / all).toBeGreaterThanOrEqual(0.95);
  });
});

describe('laws', () => {
  it('PageRank sums to 1 and solves its equation', () => {
    always(({ n, pairs }) => {
      const graph = fromTies(n, pairs);
      const ranks = nodeValues(pagerank, graph) as number[];
      const matrix = slow.matrixOf(n, pairs);
      const totals = nodeValues(strength, graph) as number[];
      const idle = ranks.reduce((sum, rank, v) => sum + (totals[v] === 0 ? rank : 0), 0);
      expect(ranks.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      const solved = ranks.map((_, v) => {
        const sent = ranks.reduce(
          (sum, rank, u) => sum + (totals[u]! > 0 ? (rank * matrix[u]![v]!) / totals[u]! : 0),
          0,
        );
        return 0.15 / n + 0.85 * (sent + idle / n);
      });
      expectClose(ranks, solved);
    });
  });

  it('the eigenvector solves its equation, its largest entry is 1', () => {
    always(({ n, pairs }) => {
      const values = nodeValues(eigenvector, fromTies(n, pairs));
      const matrix = slow.matrixOf(n, pairs);
      if (matrix.flat().every((value) => value === 0)) {
        expect(values.every((value) => value === null)).toBe(true);
        return;
      }
      const x = values as number[];
      expect(Math.max(...x)).toBe(1);
      const image = matrix.map((row) => row.reduce((sum, value, u) => sum + value * x[u]!, 0));
      const lambda = image[x.indexOf(1)]!;
      image.forEach((value, v) =>
        expect(Math.abs(value - lambda * x[v]!)).toBeLessThanOrEqual(1e-9 * lambda),
      );
      // No other vector stretches more: the largest row sum is a bound, the mean strength a lower one.
      expect(lambda).toBeGreaterThanOrEqual(matrix.flat().reduce((a, b) => a + b, 0) / n - 1e-9);
    });
  });

  it('participation is in [0, 1), E-I in [−1, 1], within-group z averages 0', () => {
    always(({ n, pairs, labels }) => {
      const graph = fromTies(n, pairs);
      const groups = groupsOf(labels);
      for (const value of nodeValues(participation, graph, groups)) {
        if (value !== null) expect(value >= 0 && value < 1).toBe(true);
      }
      for (const value of nodeValues(eiIndex, graph, groups)) {
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }
      const z = nodeValues(withinModuleZ, graph, groups);
      for (const group of new Set(labels)) {
        const members = z.filter((value, v) => labels[v] === group && value !== null) as number[];
        expect(members.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 10);
      }
    });
  });

  it('betweenness adds up to the steps that the pairs need beyond one', () => {
    always(({ n, pairs }) => {
      const graph = fromTies(n, pairs);
      const d = slow.distances(slow.matrixOf(n, pairs), hop);
      const beyond = d
        .flatMap((row, u) => row.filter((value, v) => u < v && value < Infinity))
        .map((value) => value - 1);
      const found = (nodeValues(betweenness, graph) as number[]).reduce((a, b) => a + b, 0);
      expectClose([found], [beyond.reduce((a, b) => a + b, 0)]);
    });
  });
});
