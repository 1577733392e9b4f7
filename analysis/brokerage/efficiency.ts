import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';
import { triangles } from '#analysis/structure/triangles.ts';

/** The share of an organization's partners that are not redundant. */
export const efficiency = defineMeasure({
  level: 'organization',
  id: 'efficiency',
  label: 'Efficiency',
  family: 'brokerage',
  definition:
    'Effective size divided by the number of partners: 1 − 2t/d², with t ties among the d partners. 1 where no two of them are tied. Null for an isolate.',
  unit: 'share, > 0…1',
  cost: 'time O(m · √m), shared with clustering',
  references: ['Burt 1992, Structural Holes, Harvard University Press, chapter 2'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) =>
    triangles(graph).map((count, v) => {
      const d = degree(graph, v);
      return d === 0 ? NaN : (d - (2 * count) / d) / d;
    }),
});
