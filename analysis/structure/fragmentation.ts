import { componentLabels } from '#analysis/structure/component-labels.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The share of pairs that cannot reach each other. */
export const fragmentation = defineMeasure({
  level: 'network',
  id: 'fragmentation',
  label: 'Fragmentation',
  family: 'structure',
  definition:
    'The share of the pairs of organizations that cannot reach each other: F = 1 − Σ over components of s(s−1) / n(n−1), with s members. 0 in one piece, 1 where all are isolates. Null below two organizations.',
  unit: 'share, 0…1',
  cost: 'time O(n + m), shared',
  references: ['Borgatti 2006, doi:10.1007/s10588-006-7084-x'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    const { n } = graph;
    if (n < 2) return null;
    let reachable = 0;
    for (const size of componentLabels(graph).sizes) reachable += size * (size - 1);
    return 1 - reachable / (n * (n - 1));
  },
});
