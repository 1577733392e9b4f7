import type { PlainGraph } from '#data/formats/plain-graph/plain-graph.ts';

export interface PajekNetwork extends PlainGraph {
  /** From the *Network line, or the file's name. */
  readonly name: string;
  /** Whether a *Network line says it. */
  readonly named: boolean;
  readonly line: number;
  /** Nodes in all. */
  readonly size: number;
  /** Nodes of the first mode, where the file says “*Vertices 32 18”. */
  readonly firstMode?: number;
}

/** Values of the nodes 1, 2, … : a partition (whole numbers) or a vector. */
export interface PajekValues {
  readonly name: string;
  readonly line: number;
  readonly values: readonly number[];
}

/** What one Pajek file holds: a .paj many things, a .net a network, a .clu or .vec values. */
export interface PajekProject {
  readonly networks: PajekNetwork[];
  readonly values: PajekValues[];
}
