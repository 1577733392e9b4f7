export type PairVerdict = 'apart' | 'never met' | 'fewer' | 'as expected' | 'more';

/** Two sectors (topics, places), what is tied between them, and what chance would give. */
export interface SectorPair {
  /** Group indices, a < b. */
  readonly a: number;
  readonly b: number;
  /** Distinct ties. */
  readonly ties: number;
  readonly expected: number;
  /** Joint participations; the ties themselves where all are stated. */
  readonly joint: number;
  readonly expectedJoint: number;
  /** (1 + random networks with at most as many) / (N + 1), and its q over all pairs. */
  readonly p: number;
  readonly q: number;
  readonly pJoint: number;
  readonly qJoint: number;
  /** Gatherings with somebody of each; null where none is recorded. */
  readonly sharedGatherings: number | null;
  readonly verdict: PairVerdict;
  readonly sentence: string;
}
