import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';
import { triangles } from '#analysis/structure/triangles.ts';

/** How many of an organization's partners are not redundant. */
export const effectiveSize = defineMeasure({
  level: 'organization',
  id: 'effectiveSize',
  label: 'Effective size',
  family: 'brokerage',
  definition:
    'How many partners an organization has, less what they repeat of each other: d − 2t/d, with t ties among its d partners. Null for an isolate.',
  unit: 'organizations, 1…n−1',
  cost: 'time O(m · √m), shared with clustering',
  references: [
    'Burt 1992, Structural Holes, Harvard University Press, chapter 2',
    'Borgatti 1997, Connections 20(1), 35–38 (this form)',
  ],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) =>
    triangles(graph).map((count, v) => {
      const d = degree(graph, v);
      return d === 0 ? NaN : d - (2 * count) / d;
    }),
});
