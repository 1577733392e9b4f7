/**
 * The graph: immutable compressed sparse rows of the undirected simple view, with the arcs beside it where the
 * network is directed. It knows nothing of stores, HTTP or the screen.
 *
 * Nodes are 0…n−1 in node order (first appearance in the file, or order of creation in the store).
 * Loops are left out, parallel ties merged by adding strengths, strengths of 0 left out; each is counted.
 */
export interface Graph {
  readonly n: number;
  /** Node index → record id (or a file's own id). Unique. */
  readonly ids: readonly string[];
  /** Ties of the undirected simple view, each once, a < b, sorted by (a, b). */
  readonly ties: Ties;
  /** n + 1 offsets into targets; offsets[n] === targets.length === 2 · ties.count. */
  readonly offsets: Uint32Array;
  /** Neighbours, ascending within a row. */
  readonly targets: Uint32Array;
  /** Strength per slot of targets, > 0; all 1 when not weighted. */
  readonly strengths: Float64Array;
  /** Tie index per slot of targets. */
  readonly tieAt: Uint32Array;
  /** Length of the step per slot (1/strength) when the lens says inverseStrength; null: every step is one hop. */
  readonly lengths: Float64Array | null;
  /** The directed simple view (an undirected or mutual tie is two arcs); null in an undirected network. */
  readonly arcs: Arcs | null;
  readonly directed: boolean;
  /** Whether any strength differs from 1. */
  readonly weighted: boolean;
  readonly counts: GraphCounts;
  /** Where the ties came from: what a null model rewires. */
  readonly origin: Origin;
  readonly options: GraphOptions;
}

export interface Ties {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly strength: Float64Array;
}

export interface Arcs {
  readonly count: number;
  readonly outOffsets: Uint32Array;
  readonly outTargets: Uint32Array;
  readonly inOffsets: Uint32Array;
  readonly inTargets: Uint32Array;
}

export interface GraphCounts {
  readonly loopsLeftOut: number;
  readonly parallelMerged: number;
  readonly zeroLeftOut: number;
}

export interface GraphOptions {
  /** ignore: every tie counts 1, however many rows it has. */
  readonly weights: 'strength' | 'ignore';
  readonly distance: 'hops' | 'inverseStrength';
}

/** Rows before merging: one a relationship or projected pair. */
export interface TieRows {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly strength: Float64Array;
  /** 1: an arc from → to; 0: undirected or mutual. */
  readonly directed: Uint8Array;
}

/** A two-mode part: events (collaborations or gatherings) and the distinct nodes that take part in each. */
export interface TwoMode {
  readonly events: number;
  /** events + 1 offsets into members. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** newman: each pair of an event of k members gains 1/(k−1); count: 1. */
  readonly projection: 'newman' | 'count';
  /** What the events are, for sentences: "collaborations", "gatherings". */
  readonly kind: string;
}

export interface Origin {
  /** Ties that parties state themselves. */
  readonly stated: TieRows;
  /** Ties projected from shared events. */
  readonly projected: readonly TwoMode[];
}

/** A partition in use: group index per node, −1 where the node is in none. */
export interface Groups {
  readonly of: Int32Array;
  readonly count: number;
  readonly names: readonly string[];
}

/** Degree of node v in the undirected simple view. */
export function degree(graph: Graph, v: number): number {
  return (graph.offsets[v + 1] ?? 0) - (graph.offsets[v] ?? 0);
}

export const noRows: TieRows = {
  from: new Uint32Array(0),
  to: new Uint32Array(0),
  strength: new Float64Array(0),
  directed: new Uint8Array(0),
};
