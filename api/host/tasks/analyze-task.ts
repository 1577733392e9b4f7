import type { Analysis } from '#api/contract/analysis.ts';
import type { TaskContext } from '#api/host/job.ts';
import { analyze, type AnalyzeOptions } from '#api/services/analyze/analyze.ts';
import { loadNetwork } from '#api/services/load-network.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import { StepTimer, type StepTime } from '#api/services/step-timer.ts';

export interface AnalyzeInput extends NetworkRequest, AnalyzeOptions {}

export interface AnalyzeOutput {
  readonly analysis: Analysis;
  readonly times: readonly StepTime[];
}

export async function analyzeTask(
  input: AnalyzeInput,
  { signal, progress, environment }: TaskContext,
): Promise<AnalyzeOutput> {
  const timer = new StepTimer(progress);
  const network = await loadNetwork(input, timer, { signal, environment });
  const analysis = await analyze(network, input, timer, signal);
  return { analysis, times: timer.times };
}
