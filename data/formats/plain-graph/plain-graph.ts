import type { InputPlace } from '#data/formats/input-problems.ts';

/** What an attribute of a node or tie holds: the values that a custom field takes. */
export type AttributeValue = string | number | boolean | string[];

export interface PlainNode {
  readonly id: string;
  readonly label?: string | undefined;
  readonly attributes: Map<string, AttributeValue>;
  readonly place: InputPlace;
}

export interface PlainTie {
  readonly id?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly kind?: string | undefined;
  readonly direction: 'directed' | 'mutual' | 'undirected';
  /** As the file writes it; the builder of records checks it. */
  readonly strength?: string | number | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly place: InputPlace;
}

/** What a graph file says, before it becomes records: the same for every graph format. */
export interface PlainGraph {
  readonly nodes: PlainNode[];
  readonly ties: PlainTie[];
}
