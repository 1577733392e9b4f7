import type { TaskContext } from '#api/host/job.ts';
import { drawnNetwork, type DrawInput } from '#api/host/tasks/draw-network.ts';
import { mapFacets } from '#api/services/map-facets.ts';
import { mapInput } from '#api/services/map-input.ts';

/** What the pages of a network show, as GET /view answers it: the whole analysis, and what the map is drawn from. */
export async function viewDocument(input: DrawInput, context: TaskContext) {
  const { network, analysis, name: title, words } = await drawnNetwork(input, 'all', context);
  return {
    analysis,
    map: mapInput(analysis, network.lensed, { title, words }),
    facets: mapFacets(network.data, network.lensed),
  };
}
