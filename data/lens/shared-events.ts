import type { TwoMode } from '#analysis/graph/graph.ts';
import type { EventInfo, NodeInfo } from '#data/lens/lensed-network.ts';
import { overlaps, type ValidTime } from '#data/lens/partial-days.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/** An event with its parties, before the lens. */
interface Shared extends EventInfo {
  readonly parties: readonly string[];
}

/** One kind of shared event as the lens sees it. */
export interface SharedPart {
  readonly kind: NodeInfo['kind'];
  readonly projection: 'newman' | 'count' | 'none';
  readonly part: TwoMode;
  readonly events: readonly EventInfo[];
}

/** Collaborations, gatherings and communities that the lens includes, each with its distinct parties that are nodes. */
export function sharedEvents(
  data: NetworkData,
  lens: Lens,
  indexOf: ReadonlyMap<string, number>,
): SharedPart[] {
  const { collaborations, gatherings, communities } = lens.include;
  const parts: SharedPart[] = [];
  const add = (
    kind: NodeInfo['kind'],
    many: string,
    projection: SharedPart['projection'],
    shared: readonly Shared[],
  ): void => {
    parts.push({ kind, projection, ...twoMode(shared, indexOf, many, projection) });
  };
  if (collaborations)
    add('collaboration', 'collaborations', collaborations.projection, sharedCollaborations(data, lens));
  if (gatherings) add('gathering', 'gatherings', gatherings.projection, sharedGatherings(data, lens.during));
  if (communities) add('community', 'communities', communities.projection, sharedCommunities(data, lens));
  return parts;
}

/** All recorded gatherings, whether or not the lens makes ties of them; null where none is recorded. */
export function recordedGatherings(data: NetworkData, indexOf: ReadonlyMap<string, number>): TwoMode | null {
  if (data.gatherings.length === 0) return null;
  return twoMode(sharedGatherings(data, 'all'), indexOf, 'gatherings', 'count').part;
}

function sharedCollaborations(data: NetworkData, lens: Lens): Shared[] {
  const { kinds, roles } = lens.include.collaborations ?? {};
  return data.collaborations
    .filter(({ kind }) => kinds === undefined || (kind !== undefined && kinds.includes(kind)))
    .map((collaboration) => ({
      ...collaboration,
      parties: (collaboration.participants ?? [])
        .filter(({ role }) => roles === undefined || (role !== undefined && roles.includes(role)))
        .filter((participant) => overlaps(ownTime(participant, collaboration), lens.during))
        .map(({ party }) => party),
    }));
}

/** A participation's own dates, else the collaboration's. */
function ownTime(participant: ValidTime, collaboration: ValidTime): ValidTime {
  return participant.since !== undefined || participant.until !== undefined ? participant : collaboration;
}

/** Attendees, and the organizations that they attend for. */
function sharedGatherings(data: NetworkData, during: Lens['during']): Shared[] {
  return data.gatherings
    .map((gathering) => ({
      ...gathering,
      since: gathering.at.slice(0, 10),
      until: (gathering.until ?? gathering.at).slice(0, 10),
    }))
    .filter((gathering) => overlaps(gathering, during))
    .map(({ id, name, since, until, attendees }) => ({
      id,
      name,
      since,
      until,
      parties: (attendees ?? []).flatMap(({ party, via }) => (via === undefined ? [party] : [party, via])),
    }));
}

function sharedCommunities(data: NetworkData, lens: Lens): Shared[] {
  return data.communities.map(({ id, name, members }) => ({
    id,
    name,
    parties: (members ?? []).filter((member) => overlaps(member, lens.during)).map(({ party }) => party),
  }));
}

/** Events with at least one node; a party that stands twice counts once. */
function twoMode(
  shared: readonly Shared[],
  indexOf: ReadonlyMap<string, number>,
  kind: string,
  projection: SharedPart['projection'],
): { part: TwoMode; events: EventInfo[] } {
  const offsets = [0];
  const members: number[] = [];
  const events: EventInfo[] = [];
  for (const { id, name, since, until, parties } of shared) {
    const present = new Set(
      parties.map((party) => indexOf.get(party)).filter((index) => index !== undefined),
    );
    if (present.size === 0) continue;
    members.push(...present);
    offsets.push(members.length);
    events.push({ id, name, since, until });
  }
  return {
    part: {
      events: events.length,
      offsets: Uint32Array.from(offsets),
      members: Uint32Array.from(members),
      projection: projection === 'none' ? 'count' : projection,
      kind,
    },
    events,
  };
}
