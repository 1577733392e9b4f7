import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';
import { triangles } from '#analysis/structure/triangles.ts';

/** How many of an organization's partners are partners of each other. */
export const clustering = defineMeasure({
  level: 'organization',
  id: 'clustering',
  label: 'Clustering',
  family: 'structure',
  definition:
    'The share of the pairs of partners of an organization that are tied themselves: 2t / d(d−1), with t ties among its d partners. Null where it has fewer than two.',
  unit: 'share, 0…1',
  cost: 'time O(m · √m), shared with transitivity and effective size',
  references: ['Watts, Strogatz 1998, doi:10.1038/30918'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) =>
    triangles(graph).map((count, v) => {
      const d = degree(graph, v);
      return d < 2 ? NaN : (2 * count) / (d * (d - 1));
    }),
});
