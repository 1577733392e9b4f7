import type { Graph, TwoMode } from '#analysis/graph/graph.ts';
import type { Problem } from '#data/model/problem.ts';

/** What a lens makes of a network's records: the graph, and the columns beside it. */
export interface LensedNetwork {
  readonly graph: Graph;
  /** In node order: organizations, people, then what stands as a node under projection "none". */
  readonly nodes: readonly NodeInfo[];
  /** What the lens includes of collaborations, gatherings and communities, in this order. */
  readonly events: readonly EventPart[];
  /** Who has ever been in one room, by node, whatever the lens includes; null: no gathering is recorded. */
  readonly gatherings: TwoMode | null;
  /** What the lens asks for and the records do not have, and what it leaves out without being asked. */
  readonly notes: readonly Problem[];
}

export type CustomValue = string | number | boolean | readonly string[];

export interface NodeInfo {
  readonly id: string;
  readonly kind: 'organization' | 'person' | 'collaboration' | 'gathering' | 'community';
  readonly label: string;
  readonly sector?: string;
  readonly topics: readonly string[];
  /** The name of its place. */
  readonly place?: string;
  readonly practice?: string;
  readonly custom: Readonly<Record<string, CustomValue>>;
}

export interface EventPart {
  readonly of: 'collaborations' | 'gatherings' | 'communities';
  /** Those with at least one node, in the order of the records; index = event of twoMode. */
  readonly events: readonly SharedEvent[];
  /** The same object as in graph.origin.projected (not there without events); null where the events are nodes. */
  readonly twoMode: TwoMode | null;
}

/** Something that nodes take part in together. */
export interface SharedEvent {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly topics: readonly string[];
  readonly since?: string;
  readonly until?: string;
  /** Distinct nodes, in the order in which they are first named. */
  readonly members: readonly number[];
  /** What each member's roles are, parallel to members. */
  readonly roles: readonly (readonly string[])[];
}
