import type { BackupBounds } from '#analysis/findings/backup-bounds.ts';
import type { Levels } from '#analysis/findings/levels.ts';
import type { LostPairs } from '#analysis/findings/lost-pairs.ts';
import type { Graph } from '#analysis/graph/graph.ts';

/** What the search for a backup tie reads; distances are those without `removed` unless said. */
export interface BackupQuestion {
  readonly graph: Graph;
  readonly removed: number;
  /** Distances from the removed node, in the whole graph. */
  readonly fromRemoved: Float64Array;
  /** Component per node without the removed one. */
  readonly component: Int32Array;
  readonly lost: LostPairs;
  readonly bounds: BackupBounds;
  readonly levels: Levels;
  /** Length of a new tie: one hop, or 1/strength of a tie of strength 1. */
  readonly newLength: number;
  /** Elementary steps after which the search keeps the best found. */
  readonly effort: number;
  readonly signal: AbortSignal;
}
