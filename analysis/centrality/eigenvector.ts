import { leadingVector, type LeadingPair } from '#analysis/centrality/leading-vector.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';
import { componentLabels } from '#analysis/structure/component-labels.ts';

/** Two eigenvalues count as equal up to this, relative. */
const equality = 1e-9;

/** Central is who is tied with the central. */
export const eigenvector = defineMeasure({
  level: 'organization',
  id: 'eigenvector',
  label: 'Eigenvector centrality',
  family: 'centrality',
  definition:
    'Central is who is tied with the central: the vector x with λ x(v) = Σ over partners u of s(u, v) · x(u), for the largest λ; its largest entry is 1. Only the component with the largest λ has values (of equal ones the one with the first organization), all others have 0. Null for all where there is no tie.',
  unit: 'dimensionless, 0…1',
  cost: 'time O(m · steps), some tens of steps except on long chains; memory 8n words',
  references: ['Bonacich 1972, doi:10.1080/0022250X.1972.9989806'],
  needsGroups: false,
  reads: 'strengths',
  params: noParams,
  run: (graph, _, { signal }) => {
    if (graph.ties.count === 0) return new Float64Array(graph.n).fill(NaN);
    const values = new Float64Array(graph.n);
    let best: LeadingPair & { nodes: Uint32Array } = {
      value: 0,
      nodes: new Uint32Array(0),
      vector: new Float64Array(0),
    };
    for (const nodes of parts(graph)) {
      // λ is at most the greatest strength of a node: most small parts need no search.
      if (greatestStrength(graph, nodes) <= best.value * (1 + equality)) continue;
      const { value, vector } = leadingVector(graph, nodes, signal);
      if (value > best.value * (1 + equality)) best = { value, nodes, vector };
    }
    const largest = best.vector.reduce((a, b) => Math.max(a, b), 0);
    best.nodes.forEach((v, i) => (values[v] = best.vector[i]! / largest));
    return values;
  },
});

/** The nodes of each component, components by their first node. */
function parts(graph: Graph): Uint32Array<ArrayBuffer>[] {
  const { of, sizes } = componentLabels(graph);
  const lists = Array.from(sizes, (size) => new Uint32Array(size));
  const next = new Uint32Array(sizes.length);
  for (let v = 0; v < graph.n; v++) lists[of[v]!]![next[of[v]!]!++] = v;
  return lists;
}

function greatestStrength({ offsets, strengths }: Graph, nodes: Uint32Array): number {
  let greatest = 0;
  for (const v of nodes) {
    let sum = 0;
    for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) sum += strengths[slot]!;
    greatest = Math.max(greatest, sum);
  }
  return greatest;
}
