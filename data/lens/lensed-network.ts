import type { Graph } from '#analysis/graph/graph.ts';

/** A node of the graph as people know it. */
export interface NodeInfo {
  readonly id: string;
  readonly kind: 'organization' | 'person' | 'collaboration' | 'gathering' | 'community';
  readonly label: string;
  readonly sector?: string | undefined;
  readonly topics: readonly string[];
  readonly place?: string | undefined;
  readonly custom: Readonly<Record<string, unknown>>;
}

/** An event of a two-mode part, in the part's order. */
export interface EventInfo {
  readonly id: string;
  readonly name: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** What a lens makes of records: the graph, who its nodes are, and what its events are. */
export interface LensedNetwork {
  readonly graph: Graph;
  /** By node index. */
  readonly nodes: readonly NodeInfo[];
  /** For each part of graph.origin.projected. */
  readonly events: readonly (readonly EventInfo[])[];
}
