import { degree } from '#analysis/graph/graph.ts';
import { triangles } from '#analysis/structure/triangles.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How often the partner of a partner is a partner. */
export const transitivity = defineMeasure({
  level: 'network',
  id: 'transitivity',
  label: 'Transitivity',
  family: 'structure',
  definition:
    'How often the partner of a partner is a partner: 3 · triangles / connected triples (a pair of partners of one organization is one). Null without a connected triple.',
  unit: 'share, 0…1',
  cost: 'time O(m · √m), shared with clustering',
  references: [
    'Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 6.6',
    'Newman, Watts, Strogatz 2002, doi:10.1073/pnas.012582999',
  ],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    const counts = triangles(graph);
    let closed = 0;
    let triples = 0;
    for (let v = 0; v < graph.n; v++) {
      const d = degree(graph, v);
      closed += counts[v]!;
      triples += (d * (d - 1)) / 2;
    }
    return triples === 0 ? null : closed / triples;
  },
});
