import { buildGraph } from '#analysis/graph/build-graph.ts';
import type { TieRows } from '#analysis/graph/graph.ts';
import { joinRows } from '#analysis/graph/projection.ts';
import type { LensedNetwork, NodeInfo } from '#data/lens/lensed-network.ts';
import { selectNodes } from '#data/lens/select-nodes.ts';
import { sharedEvents, type SharedPart } from '#data/lens/shared-events.ts';
import { statedTies } from '#data/lens/stated-ties.ts';
import { TieRowsBuilder } from '#data/lens/tie-rows.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/**
 * Records and a lens make a graph: the only bridge from data to analysis.
 *
 * Input    data: one network's records; lens: whole (mergeLens); weights ignore: every tie counts 1.
 * Output   nodes in the order of the records, tied or not; where shared events stay nodes (projection none) they
 *          follow the parties.
 * Cost     O(records + statements + Σ k² over projected events of k parties)
 * Errors   STRENGTH_NOT_VALID
 */
export function applyLens(
  data: NetworkData,
  lens: Lens,
  options: { readonly weights: 'strength' | 'ignore' } = { weights: 'strength' },
): LensedNetwork {
  const parties = selectNodes(data, lens).map(({ id, kind, label, sector, topics, place, custom }) => ({
    id,
    kind,
    label,
    sector,
    topics,
    place,
    custom,
  }));
  const indexOf = new Map(parties.map(({ id }, index) => [id, index]));
  const parts = sharedEvents(data, lens, indexOf);
  const kept = parts.filter(({ projection }) => projection === 'none');
  const projected = parts.filter(({ projection }) => projection !== 'none');
  const nodes = [...parties, ...kept.flatMap(eventNodes)];
  const stated = joinRows([statedTies(data, lens, indexOf), ...participations(kept, parties.length)]);
  return {
    graph: buildGraph(
      nodes.map(({ id }) => id),
      { stated, projected: projected.map(({ part }) => part) },
      { weights: options.weights, distance: lens.distance },
    ),
    nodes,
    events: projected.map(({ events }) => events),
  };
}

function eventNodes({ kind, events }: SharedPart): NodeInfo[] {
  return events.map(({ id, name }) => ({ id, kind, label: name, topics: [], custom: {} }));
}

/** One tie of strength 1 from each party to each event that stays a node. */
function participations(parts: readonly SharedPart[], firstEvent: number): TieRows[] {
  let event = firstEvent;
  return parts.map(({ part }) => {
    const builder = new TieRowsBuilder();
    for (let index = 0; index < part.events; index++, event++) {
      for (const member of part.members.subarray(part.offsets[index], part.offsets[index + 1])) {
        builder.add(member, event, 1, false);
      }
    }
    return builder.rows;
  });
}
