import type { Graph } from '#analysis/graph/graph.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import { ApiError } from '#api/errors.ts';
import type { TaskContext } from '#api/host/job.ts';
import { analyze, type AnalyzeOptions } from '#api/services/analyze/analyze.ts';
import { chooseMeasures } from '#api/services/analyze/choose-measures.ts';
import { GdsEngine, gdsIds } from '#api/services/analyze/gds-engine.ts';
import { loadNetwork } from '#api/services/load-network.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import { StepTimer, type StepTime } from '#api/services/step-timer.ts';
import { openRemoteGraph } from '#data/store/open-remote-graph.ts';
import type { RemoteGraph } from '#data/store/remote-graph.ts';

export interface AnalyzeInput extends NetworkRequest, AnalyzeOptions {
  /** gds: measures are computed in the Neo4j of the stored network; absent: in this process. */
  readonly engine?: 'gds';
}

export interface AnalyzeOutput {
  readonly analysis: Analysis;
  readonly times: readonly StepTime[];
}

export async function analyzeTask(
  input: AnalyzeInput,
  { signal, progress, environment }: TaskContext,
): Promise<AnalyzeOutput> {
  const timer = new StepTimer(progress);
  if (input.engine === 'gds') chooseMeasures(input.measures, { name: 'gds', ids: gdsIds });
  const network = await loadNetwork(input, timer, { signal, environment });
  const remote = input.engine === 'gds' ? await sent(input, network.lensed.graph, timer, environment) : null;
  try {
    const engine = remote && new GdsEngine(remote, network.lensed.graph);
    return { analysis: await analyze(network, input, timer, signal, engine), times: timer.times };
  } finally {
    await remote?.drop();
  }
}

/** The graph of the lens in the database of its store: a step of its own. */
async function sent(
  { stored }: AnalyzeInput,
  { n, ties, weighted }: Graph,
  timer: StepTimer,
  environment: TaskContext['environment'],
): Promise<RemoteGraph> {
  if (!stored) throw new ApiError('USAGE', '--engine gds computes where a network is stored.', engineUsage);
  const { store, storeDirectory: directory } = stored;
  return await timer.run('send', () =>
    openRemoteGraph(
      store,
      { directory, environment },
      { n, ...ties, strength: weighted ? ties.strength : null },
    ),
  );
}

const engineUsage = '--network NAME --store neo4j://USER@HOST:PORT/DATABASE, in place of files.';
