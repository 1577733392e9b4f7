import { AnalysisError } from '#analysis/errors.ts';
import type { Graph } from '#analysis/graph/graph.ts';

export interface ConveningOptions {
  /** 2 or more. */
  readonly seats: number;
  /** Who is there in any case. */
  readonly must?: readonly number[];
  /** Pairs that do not sit together. */
  readonly apart?: readonly (readonly [number, number])[];
  /** At most so many of one party (people of one organization); needs `party`. */
  readonly cap?: number;
  /** Party per node. */
  readonly party?: readonly number[];
  /** That two of the room form a tie, 0 < chance ≤ 1: asks for `expected`. */
  readonly chance?: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** Whether a convening can be asked for so. Errors: PARAMETER_NOT_VALID */
export function checkConveningOptions(graph: Graph, options: ConveningOptions): void {
  const { seats, cap, party, chance = 1 } = options;
  if (!Number.isInteger(seats) || seats < 2 || seats > graph.n) {
    refuse(`seats is ${seats}.`, `A whole number from 2 to ${graph.n}, the number of organizations.`);
  }
  if (!(chance > 0 && chance <= 1)) refuse(`chance is ${chance}.`, 'A number above 0, up to 1.');
  if (cap !== undefined && (party === undefined || cap < 1)) {
    refuse(`cap is ${cap}.`, 'A whole number of 1 or more, together with the party of every node.');
  }
  checkInvited(graph, options);
}

function checkInvited(graph: Graph, { seats, must = [], apart = [] }: ConveningOptions): void {
  if (must.length > seats)
    refuse(`${must.length} must be invited to ${seats} seats.`, 'At most as many as seats.');
  if (new Set(must).size < must.length) refuse('must names somebody twice.', 'Each once.');
  for (const node of [...must, ...apart.flat()]) {
    if (!Number.isInteger(node) || node < 0 || node >= graph.n) refuse(`There is no node ${node}.`, '0…n−1');
  }
  const clash = apart.find(([a, b]) => must.includes(a) && must.includes(b));
  if (clash) {
    const names = clash.map((node) => graph.ids[node]).join(' and ');
    refuse(`${names} must be invited and must sit apart.`, 'One or the other.');
  }
}

function refuse(detail: string, hint: string): never {
  throw new AnalysisError('PARAMETER_NOT_VALID', detail, hint);
}
