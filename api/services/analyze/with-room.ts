import type { Analysis } from '#api/contract/analysis.ts';
import { AnalysisRun } from '#api/services/analyze/analysis-run.ts';
import { conveningRow } from '#api/services/analyze/convening-row.ts';
import type { LoadedNetwork } from '#api/services/load-network.ts';
import type { StepTimer } from '#api/services/step-timer.ts';

/** Seats of the table that every report plans. */
const seats = 4;
/** To this size it is a matter of seconds; a larger network is asked with --measures convening. */
const organizationsAtMost = 1_000;

/**
 * A whole analysis with the best room of four beside it, where there are groups to bring together.
 *
 * Errors   ABORTED
 */
export async function withRoom(
  analysis: Analysis,
  network: LoadedNetwork,
  timer: StepTimer,
  signal: AbortSignal,
): Promise<Analysis> {
  const { organizations, receipt } = analysis;
  if (organizations.length <= seats || organizations.length > organizationsAtMost) return analysis;
  const of = Int32Array.from(organizations, ({ group }) => group ?? -1);
  const groups = { of, count: Math.max(...of) + 1, names: [] };
  const run = new AnalysisRun(network, receipt.seed, timer, signal);
  const convening = await conveningRow(run, groups, { seats, must: [], apart: [] });
  return convening ? { ...analysis, convening } : analysis;
}
