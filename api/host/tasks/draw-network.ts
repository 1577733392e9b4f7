import type { Analysis } from '#api/contract/analysis.ts';
import type { TaskContext } from '#api/host/job.ts';
import { analyze } from '#api/services/analyze/analyze.ts';
import { knownAnalysis } from '#api/services/analyze/known-analysis.ts';
import { loadNetwork, type LoadedNetwork } from '#api/services/load-network.ts';
import type { ReportWords } from '#viz/report/report-input.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import { nameOfFiles } from '#api/services/name-of-files.ts';
import { reportWords } from '#api/services/report-words.ts';
import { StepTimer } from '#api/services/step-timer.ts';

export interface DrawInput extends NetworkRequest {
  readonly title: string | undefined;
  /** Where the whole analysis of the same look is kept, once somebody has asked for it. */
  readonly known?: string;
}

/** A picture or report as bytes, and what is to be said about it. */
export interface DrawOutput {
  readonly bytes: Uint8Array;
  readonly notes: Analysis['notes'];
}

/** What maps and reports begin with: the network and its analysis. */
export async function drawnNetwork(
  input: DrawInput,
  measures: string,
  { signal, progress, environment }: TaskContext,
): Promise<{ network: LoadedNetwork; analysis: Analysis; name: string; words: Partial<ReportWords> }> {
  const timer = new StepTimer(progress);
  const network = await loadNetwork(input, timer, { signal, environment });
  const analysis =
    (await knownAnalysis(input.known, measures)) ??
    (await analyze(network, { ...input, measures }, timer, signal));
  const name = input.title ?? network.data.network?.name ?? network.title ?? nameOfFiles(input.files);
  return { network, analysis, name, words: reportWords(network) };
}
