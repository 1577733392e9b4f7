import type { Analysis } from '#api/contract/analysis.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { networkPath } from '#viz/client/records.ts';
import { type JobBody, runJob, type Tell } from '#viz/client/jobs.ts';
import { readJson } from '#viz/client/request.ts';
import type { Spotlight } from '#viz/findings/finding.ts';
import { type MapIndex, nodeAt, partner } from '#viz/findings/map-index.ts';
import { lookOf } from '#viz/panels/reports/look.ts';
import type { Query } from '#viz/state/address.ts';

/** The rules of a room, as they stand in the address. */
export interface RoomRules {
  readonly seats: number;
  readonly must: readonly string[];
  readonly apart: readonly (readonly [string, string])[];
  /** That two in the room form a tie; 1: the best case. */
  readonly chance: number;
}

export type Room = NonNullable<Analysis['convening']>;

const fewestSeats = 2;
const usualSeats = 6;
export const mostSeats = 30;

/** The chances one can choose from, as they stand in the address. */
export const chances = [0.25, 0.5, 1] as const;

/** "seats=6&must=a,b&apart=a:b&chance=0.5", each id encoded by itself. */
export function parseRules({ seats, must, apart, chance }: Query): RoomRules {
  const wanted = Number(seats ?? usualSeats);
  const whole = Number.isInteger(wanted) ? wanted : usualSeats;
  return {
    seats: Math.max(fewestSeats, Math.min(mostSeats, whole)),
    must: ids(must),
    chance: chances.find((one) => String(one) === chance) ?? 1,
    apart: (apart ?? '')
      .split(',')
      .map((pair) => pair.split(':').map(decodeURIComponent))
      .flatMap(([a, b]) => (a && b ? [[a, b] as const] : [])),
  };
}

/** The rules as the address holds them; null takes one out. */
export function rulesQuery({
  seats,
  must,
  apart,
  chance,
}: RoomRules): Readonly<Record<string, string | null>> {
  return {
    seats: seats === usualSeats ? null : String(seats),
    chance: chance === 1 ? null : String(chance),
    must: must.length === 0 ? null : must.map(encodeURIComponent).join(','),
    apart: apart.length === 0 ? null : apart.map((pair) => pair.map(encodeURIComponent).join(':')).join(','),
  };
}

function ids(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .filter((id) => id !== '')
    .map(decodeURIComponent);
}

/** Asks for the room that brings the groups closest under its rules. Errors: those of the API, as RequestFailed */
export async function askRoom(
  network: string,
  query: Query,
  rules: RoomRules,
  signal: AbortSignal,
  tell: Tell,
): Promise<Room> {
  const { seats, must, apart, chance } = rules;
  const convening = { seats, must, apart, ...(chance === 1 ? {} : { chance }) };
  const body = { measures: ['convening'], ...lookOf(query), params: { convening } };
  const { value, job } = await runJob<Analysis>(
    `${networkPath(network)}/analyses`,
    { method: 'POST', body, signal },
    tell,
  );
  const analysis = value ?? (await readJson<Analysis>(resultOf(job), signal));
  if (analysis.convening === undefined) throw new Error('The answer holds no room.');
  return analysis.convening;
}

function resultOf(job: JobBody | null): string {
  return (job?.result ?? '').replace(/^\/api\/v1/u, '');
}

/** Why somebody is in the room, in words: what it stands for. */
export function seatWords(index: MapIndex, id: string, asked: boolean): string {
  const node = nodeAt(index, id);
  const near = (index.tiesOf[node] ?? []).map((tie) => partner(index, tie, node));
  const group = index.map.nodes[node]?.group ?? -1;
  const others = new Set(near.map((other) => index.map.nodes[other]?.group ?? -1).filter((one) => one >= 0));
  const members = index.map.groups[group]?.members ?? [];
  const reached = withinTwo(index, node);
  const speaks =
    members.length === 0
      ? ''
      : `Speaks for ${index.map.groups[group]?.name ?? ''}: ${members.filter((one) => reached.has(one)).length} of the ${members.length} in it are within two steps.`;
  const partners =
    others.size > 1
      ? ` Partners in ${numberWords(others.size)} groups.`
      : near.length === 0
        ? ' Has no tie yet.'
        : '';
  return `${asked ? 'You asked for it. ' : ''}${speaks}${partners}`.trim();
}

function withinTwo(index: MapIndex, node: number): ReadonlySet<number> {
  const reached = new Set([node]);
  for (let step = 0; step < 2; step++) {
    for (const from of [...reached])
      for (const tie of index.tiesOf[from] ?? []) reached.add(partner(index, tie, from));
  }
  return reached;
}

/** The room on the map: its seats lit and named. */
export function roomSpotlight(index: MapIndex, invite: readonly string[]): Spotlight {
  const nodes = invite.map((id) => nodeAt(index, id)).filter((node) => node >= 0);
  return {
    lit: nodes,
    named: nodes,
    beside: [],
    ties: [],
    groups: [],
    ringed: nodes,
    proposed: null,
    caption: `The ${numberWords(nodes.length)} in the room`,
  };
}
