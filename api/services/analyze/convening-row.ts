import { AnalysisError } from '#analysis/errors.ts';
import { convening } from '#analysis/findings/convening.ts';
import type { Groups } from '#analysis/graph/graph.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import type { AnalysisRun } from '#api/services/analyze/analysis-run.ts';

export interface ConveningRequest {
  readonly seats: number;
  readonly must: readonly string[];
  readonly apart: readonly (readonly [string, string])[];
  /** That two of the room form a tie. */
  readonly chance?: number | undefined;
}

const noRooms = { rooms: 0, mean: null, best: null, counts: [] };

/** Errors: PARAMETER_NOT_VALID where an id is not in the network */
export async function conveningRow(
  run: AnalysisRun,
  groups: Groups,
  request: ConveningRequest,
): Promise<Analysis['convening']> {
  const indexOf = new Map(run.graph.ids.map((id, v) => [id, v]));
  const index = (id: string): number => {
    const v = indexOf.get(id);
    if (v === undefined) {
      throw new AnalysisError('PARAMETER_NOT_VALID', `No organization has the id ${JSON.stringify(id)}.`);
    }
    return v;
  };
  const found = await run.timer.run('convening', () =>
    convening(run.graph, groups, {
      seats: request.seats,
      must: request.must.map(index),
      apart: request.apart.map(([a, b]) => [index(a), index(b)] as const),
      ...(request.chance === undefined ? {} : { chance: request.chance }),
      seed: run.seed,
      signal: run.signal,
    }),
  );
  if (found.gain === null || found.before === null || found.lostWithout === null) return undefined;
  return {
    seats: found.seats,
    invite: found.invite.map((v) => run.graph.ids[v] ?? ''),
    gain: found.gain,
    lostWithout: [...found.lostWithout],
    ...(found.expected === null ? {} : { expected: found.expected }),
    before: found.before,
    bestConnectedGain: found.bestConnectedGain ?? 0,
    bestConnectedPercentile: found.bestConnectedPercentile,
    random: found.random === null ? noRooms : { ...found.random, counts: [...found.random.counts] },
    exact: found.exact,
  };
}
