/**
 * All shortest paths from one source at a time, and what depends on the nodes between (Brandes 2001,
 * doi:10.1080/0022250X.2001.9990249). One object serves many sources without allocating.
 */
export interface ShortestPaths {
  /** Distance of each node reached by the last search; what it holds for the others is not defined. */
  readonly distance: Int32Array | Float64Array;
  /** The nodes reached, in the order of their distance, the source first; the first `reached` are valid. */
  readonly order: Uint32Array;
  readonly reached: number;
  /** Finds every shortest path from a source. */
  search(source: number): void;
  /**
   * Adds to each node v the dependency of the last source on it: Σ over targets t of the share of the shortest paths
   * from the source to t that lead through v (v neither end).
   */
  accumulate(into: Float64Array): void;
}
