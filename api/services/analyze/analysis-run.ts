import { detect, type Detection, type DetectionMethod } from '#analysis/community/detect.ts';
import { silos, type SiloFinding } from '#analysis/findings/silos.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import type { MeasureContext } from '#analysis/measure.ts';
import type { LoadedNetwork } from '#api/services/load-network.ts';
import type { StepTimer } from '#api/services/step-timer.ts';

/** One analysis under way: what several findings share is computed once, when first asked for. */
export class AnalysisRun {
  readonly network: LoadedNetwork;
  readonly graph: Graph;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly timer: StepTimer;
  #detection: Promise<Detection> | undefined;
  #silos: Promise<SiloFinding> | undefined;

  constructor(network: LoadedNetwork, seed: number, timer: StepTimer, signal: AbortSignal) {
    this.network = network;
    this.graph = network.lensed.graph;
    this.seed = seed;
    this.timer = timer;
    this.signal = signal;
  }

  detection(): Promise<Detection> {
    this.#detection ??= this.timer.run('communities', (progress) =>
      detect(this.graph, { seed: this.seed, signal: this.signal, progress }),
    );
    return this.#detection;
  }

  /** A detection beside the one in use. */
  otherDetection(method: Exclude<DetectionMethod, 'leiden'>): Promise<Detection> {
    return this.timer.run(method, (progress) =>
      detect(this.graph, { seed: this.seed, method, signal: this.signal, progress }),
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
