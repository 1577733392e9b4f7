import { defineMeasure, noParams } from '#analysis/measure.ts';
import { pathSums } from '#analysis/paths/path-sums.ts';

/** The sum of the reciprocal distances to all others. */
export const harmonic = defineMeasure({
  level: 'organization',
  id: 'harmonic',
  label: 'Harmonic centrality',
  family: 'centrality',
  definition:
    'H(v) = Σ over the others u of 1/d(v, u), 0 for one that is not reached: how much of the network is how near. Raw, not divided by n−1. An isolate has 0.',
  unit: '1/distance, 0…n−1 in hops',
  cost: 'time O(n · m), shared with betweenness',
  references: [
    'Marchiori, Latora 2000, doi:10.1016/S0378-4371(00)00311-3',
    'Boldi, Vigna 2014, doi:10.1080/15427951.2013.865686',
  ],
  needsGroups: false,
  reads: 'lengths',
  params: noParams,
  run: (graph, _, context) => pathSums(graph, context).near.slice(),
});
