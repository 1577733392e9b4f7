import { buildGraph } from '#analysis/graph/build-graph.ts';
import type { GraphOptions } from '#analysis/graph/graph.ts';
import { always, dateSpan, overlaps } from '#data/lens/date-span.ts';
import { lensNotes } from '#data/lens/lens-notes.ts';
import type { EventPart, LensedNetwork, NodeInfo, SharedEvent } from '#data/lens/lensed-network.ts';
import { selectNodes } from '#data/lens/select-nodes.ts';
import {
  recordedGatherings,
  sharedCollaborations,
  sharedCommunities,
  sharedGatherings,
  twoModeOf,
  type EventContext,
} from '#data/lens/shared-events.ts';
import { addStatedTies } from '#data/lens/stated-ties.ts';
import { TieRowList } from '#data/lens/tie-row-list.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/**
 * Records + lens → graph, with its columns: the only bridge from data to analysis.
 *
 * Nodes      every party of the lens's kind that passes the filters, tied or not, in the order of the records.
 * Ties       stated relationships (stated-ties.ts), affiliations (strength 1, between people and organizations that
 *            are both nodes), and pairs projected from collaborations, gatherings and communities (shared-events.ts),
 *            each part with its own projection. Under "none" its events are nodes, after the parties, and taking part
 *            is an undirected tie of strength 1.
 * during     what has a day in common with it counts, each fact by its own dates.
 *
 * Input      lens: whole, from resolveLens; knownAt is for the store that gave the data. Ids unique among parties.
 * Output     see LensedNetwork. The same data and lens give the same bytes.
 * Random     none.
 * Cost       O(records) beside buildGraph; a collaboration of k parties makes k(k−1)/2 pairs.
 * Errors     STRENGTH_NOT_VALID (buildGraph)
 * Source     RECORDS, Lens
 */
export function applyLens(
  data: NetworkData,
  lens: Lens,
  { weights = 'strength' }: { readonly weights?: GraphOptions['weights'] } = {},
): LensedNetwork {
  const during = lens.during === 'all' ? always : dateSpan(...lens.during);
  const { nodes: parties, index } = selectNodes(data, lens, during);
  const context: EventContext = { data, lens, during, index };
  const events = eventParts(context);
  const nodes = [...parties];
  const rows = new TieRowList();
  const { unheard } = addStatedTies(rows, data, lens, during, index);
  addAffiliations(rows, context);
  for (const part of events) if (part.twoMode === null) addEventNodes(rows, nodes, part);
  const projected = events.flatMap(({ twoMode }) =>
    twoMode === null || twoMode.events === 0 ? [] : twoMode,
  );
  const graph = buildGraph(
    nodes.map(({ id }) => id),
    { stated: rows.rows(), projected },
    { weights, distance: lens.distance },
  );
  return {
    graph,
    nodes,
    events,
    gatherings: recordedGatherings(context),
    notes: lensNotes(data, lens, unheard),
  };
}

function eventParts(context: EventContext): EventPart[] {
  const { include } = context.lens;
  const parts: EventPart[] = [];
  const add = (
    of: EventPart['of'],
    asked: { readonly projection: 'newman' | 'count' | 'none' } | undefined,
    find: (context: EventContext) => SharedEvent[],
  ): void => {
    if (asked === undefined) return;
    const events = find(context);
    const { projection } = asked;
    parts.push({ of, events, twoMode: projection === 'none' ? null : twoModeOf(events, of, projection) });
  };
  add('collaborations', include.collaborations, sharedCollaborations);
  add('gatherings', include.gatherings, sharedGatherings);
  add('communities', include.communities, sharedCommunities);
  return parts;
}

function addAffiliations(rows: TieRowList, { data, lens, during, index }: EventContext): void {
  if (lens.include.affiliations !== true) return;
  for (const person of data.people) {
    const node = index.get(person.id);
    if (node === undefined) continue;
    for (const { organization, since, until } of person.affiliations ?? []) {
      const home = index.get(organization);
      if (home !== undefined && overlaps(dateSpan(since, until), during)) rows.add(node, home, 1, false);
    }
  }
}

const nodeKinds = {
  collaborations: 'collaboration',
  gatherings: 'gathering',
  communities: 'community',
} as const;

/** An id that a node already has is told apart by its kind: "collaboration:12". */
function addEventNodes(rows: TieRowList, nodes: NodeInfo[], part: EventPart): void {
  const kind = nodeKinds[part.of];
  const taken = new Set(nodes.map(({ id }) => id));
  for (const event of part.events) {
    const node = nodes.length;
    let id = event.id;
    while (taken.has(id)) id = `${kind}:${id}`;
    taken.add(id);
    nodes.push({ id, kind, label: event.name, topics: event.topics, custom: {} });
    for (const member of event.members) rows.add(member, node, 1, false);
  }
}
