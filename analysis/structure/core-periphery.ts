import { bestCore } from '#analysis/structure/best-core.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How well the network is a core and a periphery. */
export const corePeriphery = defineMeasure({
  level: 'network',
  id: 'corePeriphery',
  label: 'Core–periphery',
  family: 'structure',
  definition:
    'How well the network is a core that ties everybody and a periphery without ties among itself: the Pearson correlation, over all pairs, of the ties with the 0/1 matrix that is 1 where either end is in the core. The core is the best that a deterministic search finds (cuts of the organizations by degree and by a greedy cover, improved by single moves and swaps), so that the value is a lower bound of the best there is. Null where all pairs or none are tied, and below three organizations.',
  unit: 'correlation, −1…1; a lower bound',
  cost: 'time O((n + m) · improving moves), memory O(n)',
  references: ['Borgatti, Everett 1999, doi:10.1016/S0378-8733(99)00019-2'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph, _, { signal }) => bestCore(graph, signal)?.correlation ?? null,
});
