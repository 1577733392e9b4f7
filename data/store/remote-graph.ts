/** Ties as columns, each once between two of n nodes; strength null: all count 1. */
export interface RemoteTies {
  readonly n: number;
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly strength: Float64Array | null;
}

/** What a database computes of one graph that was sent to it, undirected; nodes are called by their index. */
export interface RemoteGraph {
  /** Name and version of what computes, for the receipt. */
  readonly engine: string;
  /** The number of the weakly connected component, or of the community, of each node. */
  components(): Promise<Float64Array>;
  leiden(seed: number): Promise<Float64Array>;
  louvain(): Promise<Float64Array>;
  /** Not normalized: an isolate has 1 − damping. */
  pagerank(damping: number): Promise<Float64Array>;
  coreness(): Promise<Float64Array>;
  /** Each pair of nodes once, in hops. */
  betweenness(): Promise<Float64Array>;
  /** In hops, scaled by the share of nodes that are reached (Wasserman and Faust). */
  closeness(): Promise<Float64Array>;
  articulationPoints(): Promise<readonly number[]>;
  bridges(): Promise<readonly (readonly [number, number])[]>;
  /** Takes the graph out of the database's memory again, whatever comes of it. */
  drop(): Promise<void>;
}
