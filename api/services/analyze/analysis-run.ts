import { detect, type Detection, type DetectionMethod } from '#analysis/community/detect.ts';
import { silos, type SiloFinding } from '#analysis/findings/silos.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import type { Level, MeasureContext, MeasureOf, MeasureResults } from '#analysis/measure.ts';
import type { AnalysisEngine } from '#api/services/analyze/analysis-engine.ts';
import type { LoadedNetwork } from '#api/services/load-network.ts';
import type { StepTimer } from '#api/services/step-timer.ts';

/** One analysis under way: what several findings share is computed once, when first asked for. */
export class AnalysisRun {
  readonly network: LoadedNetwork;
  readonly graph: Graph;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly timer: StepTimer;
  /** What computes in place of this process; null: nothing does. */
  readonly engine: AnalysisEngine | null;
  #detection: Promise<Detection> | undefined;
  #silos: Promise<SiloFinding> | undefined;

  constructor(
    network: LoadedNetwork,
    seed: number,
    timer: StepTimer,
    signal: AbortSignal,
    engine: AnalysisEngine | null = null,
  ) {
    this.network = network;
    this.graph = network.lensed.graph;
    this.seed = seed;
    this.timer = timer;
    this.signal = signal;
    this.engine = engine;
  }

  /** A measure as a step of its own. */
  compute<L extends Level>(measure: MeasureOf<L>, groups: Groups | null): Promise<MeasureResults[L]> {
    return this.timer.run(measure.id, (progress) =>
      this.engine
        ? this.engine.compute(measure)
        : measure.run(this.graph, {}, this.context(groups, progress)),
    );
  }

  detection(): Promise<Detection> {
    this.#detection ??= this.timer.run('communities', (progress) =>
      this.engine
        ? this.engine.detect('leiden', this.seed, progress)
        : detect(this.graph, { seed: this.seed, signal: this.signal, progress }),
    );
    return this.#detection;
  }

  /** A detection beside the one in use. */
  otherDetection(method: Exclude<DetectionMethod, 'leiden'>): Promise<Detection> {
    return this.timer.run(method, (progress) =>
      this.engine && method === 'louvain'
        ? this.engine.detect(method, this.seed, progress)
        : detect(this.graph, { seed: this.seed, method, signal: this.signal, progress }),
    );
  }

  silos(): Promise<SiloFinding> {
    this.#silos ??= this.detection().then((detection) =>
      this.timer.run('silos', (progress) =>
        silos(this.graph, detection, { seed: this.seed, signal: this.signal, progress }),
      ),
    );
    return this.#silos;
  }

  context(groups: Groups | null, progress: (done: number) => void): MeasureContext {
    return { seed: this.seed, signal: this.signal, groups, progress };
  }
}
