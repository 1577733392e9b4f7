import type { Detection } from '#analysis/community/detect.ts';
import type { Level, MeasureOf, MeasureResults } from '#analysis/measure.ts';

/** What computes in place of this process, of the graph that it was given. */
export interface AnalysisEngine {
  /** Name and version, for the receipt. */
  readonly name: string;
  /** Measure and finding ids that it has. */
  readonly ids: ReadonlySet<string>;
  compute<L extends Level>(measure: MeasureOf<L>): Promise<MeasureResults[L]>;
  detect(method: 'leiden' | 'louvain', seed: number, progress: (done: number) => void): Promise<Detection>;
}
