import type { TwoMode } from '#analysis/graph/graph.ts';
import { dateSpan, overlaps, type DateSpan } from '#data/lens/date-span.ts';
import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';

export interface EventContext {
  readonly data: NetworkData;
  readonly lens: Lens;
  readonly during: DateSpan;
  /** Which parties are nodes. */
  readonly index: ReadonlyMap<string, number>;
}

/** Somebody in an event, before it is asked whether they are a node. */
interface Standing {
  readonly node: number | undefined;
  readonly role?: string | undefined;
}

/**
 * Collaborations with the nodes that take part in each, after kinds, roles and dates: a participation's own since and
 * until, each else the collaboration's. Who stands in one twice counts once, with both roles.
 */
export function sharedCollaborations({ data, lens, during, index }: EventContext): SharedEvent[] {
  const { kinds, roles } = lens.include.collaborations ?? {};
  return keptEvents(
    data.collaborations.filter(({ kind }) => isAmong(kind, kinds)),
    lens.hide,
    (record) => ({
      topics: record.topics ?? [],
      standings: (record.participants ?? [])
        .filter(({ role }) => isAmong(role, roles))
        .filter(({ since, until }) =>
          overlaps(dateSpan(since ?? record.since, until ?? record.until), during),
        )
        .map(({ party, role }) => ({ node: index.get(party), role })),
    }),
  );
}

/**
 * Gatherings with who was in the room: attendees and conveners. Somebody who is no node stands for the organization
 * they came for (via). The days are the ones written, in the gathering's own offset.
 */
export function sharedGatherings({ data, lens, during, index }: EventContext): SharedEvent[] {
  const held = data.gatherings.map((record) => {
    const { at, until, ...rest } = record;
    return { ...rest, since: at.slice(0, 10), until: (until ?? at).slice(0, 10) };
  });
  return keptEvents(
    held.filter(({ since, until }) => overlaps(dateSpan(since, until), during)),
    lens.hide,
    (record) => ({
      topics: record.topics ?? [],
      standings: [
        ...(record.conveners ?? []).map((party) => ({ node: index.get(party), role: 'convener' })),
        ...(record.attendees ?? []).map(({ party, via }) => ({
          node: index.get(party) ?? (via === undefined ? undefined : index.get(via)),
        })),
      ],
    }),
  );
}

/**
 * Who has ever been in one room, whatever the lens says: every gathering recorded, with attendees, the organizations
 * they came for, and conveners. "Never met" is said against this. Null: no gathering is recorded.
 */
export function recordedGatherings({ data, index }: EventContext): TwoMode | null {
  if (data.gatherings.length === 0) return null;
  const rooms = keptEvents(data.gatherings, [], ({ attendees = [], conveners = [] }) => ({
    topics: [],
    standings: [...conveners, ...attendees.flatMap(({ party, via }) => [party, via ?? party])].map(
      (party) => ({
        node: index.get(party),
      }),
    ),
  }));
  return twoModeOf(rooms, 'gatherings', 'count');
}

/** Communities with their members at the time. */
export function sharedCommunities({ data, lens, during, index }: EventContext): SharedEvent[] {
  return keptEvents(data.communities, lens.hide, (record) => ({
    topics: record.domain ?? [],
    standings: (record.members ?? [])
      .filter(({ since, until }) => overlaps(dateSpan(since, until), during))
      .map(({ party, role }) => ({ node: index.get(party), role })),
  }));
}

/** The events as compressed rows. */
export function twoModeOf(
  events: readonly SharedEvent[],
  kind: string,
  projection: TwoMode['projection'],
): TwoMode {
  const offsets = new Uint32Array(events.length + 1);
  events.forEach(({ members }, event) => {
    offsets[event + 1] = offsets[event]! + members.length;
  });
  return {
    events: events.length,
    offsets,
    members: Uint32Array.from(events.flatMap(({ members }) => members)),
    projection,
    kind,
  };
}

interface EventRecord {
  readonly id: string;
  readonly name: string;
  readonly kind?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

function isAmong(value: string | undefined, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value));
}

/** Those that are not hidden and have at least one node. */
function keptEvents<Body extends EventRecord>(
  records: readonly Body[],
  hide: readonly string[] | undefined,
  read: (record: Body) => { topics: readonly string[]; standings: readonly Standing[] },
): SharedEvent[] {
  const hidden = new Set(hide);
  const kept: SharedEvent[] = [];
  for (const record of records) {
    if (hidden.has(record.id)) continue;
    const { topics, standings } = read(record);
    const roles = rolesByNode(standings);
    if (roles.size === 0) continue;
    const { id, name, kind, since, until } = record;
    kept.push({
      id,
      name,
      ...(kind === undefined ? {} : { kind }),
      topics,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      members: [...roles.keys()],
      roles: [...roles.values()],
    });
  }
  return kept;
}

function rolesByNode(standings: readonly Standing[]): Map<number, string[]> {
  const roles = new Map<number, string[]>();
  for (const { node, role } of standings) {
    if (node === undefined) continue;
    const own = roles.get(node) ?? [];
    if (role !== undefined && !own.includes(role)) own.push(role);
    roles.set(node, own);
  }
  return roles;
}
