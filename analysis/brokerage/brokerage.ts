import { checkAborted } from '#analysis/errors.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

const keys = ['coordinator', 'gatekeeper', 'representative', 'consultant', 'liaison'] as const;

/** Between whom an organization stands: the five roles of Gould and Fernandez. */
export const brokerage = defineMeasure({
  level: 'organizationRecord',
  id: 'brokerage',
  label: 'Brokerage roles',
  family: 'brokerage',
  keys,
  definition:
    'Between whom an organization b stands: the ordered triples a → b → c in which a → c is absent, by the groups of the three. Coordinator: all in one group. Consultant: a and c in one group, b in another. Gatekeeper: a outside, b and c in one group. Representative: c outside, a and b in one group. Liaison: three groups. In an undirected network each pair {a, c} counts in both orders, as sna::brokerage counts a symmetric matrix, so that gatekeeper = representative. Triples with an organization that is in no group are left out; null for an organization that is itself in none.',
  unit: 'ordered triples, ≥ 0',
  cost: 'time O(Σ over nodes of in-degree · out-degree + Σ over arcs of degree), memory 2n words',
  references: ['Gould, Fernandez 1989, doi:10.2307/270949', 'sna::brokerage (R package sna)'],
  needsGroups: true,
  reads: 'arcs',
  params: noParams,
  run: (graph, _, { groups, signal }) => {
    const { n } = graph;
    const column = (): Float64Array => new Float64Array(n).fill(NaN);
    const roles = keys.map(column);
    const record = Object.fromEntries(keys.map((key, role) => [key, roles[role]!]));
    if (groups === null) return record;
    const arcs = bothWays(graph);
    const { of } = groups;
    /** marked[c] = a: the arc a → c is there. */
    const marked = new Int32Array(n).fill(-1);
    for (let v = 0; v < n; v++) if (of[v]! >= 0) for (const values of roles) values[v] = 0;
    for (let a = 0; a < n; a++) {
      checkAborted(signal);
      if (of[a]! < 0) continue;
      const start = arcs.outOffsets[a]!;
      const end = arcs.outOffsets[a + 1]!;
      for (let slot = start; slot < end; slot++) marked[arcs.outTargets[slot]!] = a;
      marked[a] = a;
      for (let slot = start; slot < end; slot++) {
        const b = arcs.outTargets[slot]!;
        if (of[b]! < 0) continue;
        for (let two = arcs.outOffsets[b]!; two < arcs.outOffsets[b + 1]!; two++) {
          const c = arcs.outTargets[two]!;
          if (marked[c] === a || of[c]! < 0) continue;
          roles[roleOf(of[a]!, of[b]!, of[c]!)]![b]!++;
        }
      }
    }
    return record;
  },
});

/** The place in keys of the role of b. */
function roleOf(a: number, b: number, c: number): number {
  if (a === b) return b === c ? 0 : 2;
  if (b === c) return 1;
  return a === c ? 3 : 4;
}

function bothWays(graph: Graph): { outOffsets: Uint32Array; outTargets: Uint32Array } {
  return graph.arcs ?? { outOffsets: graph.offsets, outTargets: graph.targets };
}
