import { AnalysisError } from '#analysis/errors.ts';
import { checkConveningOptions, type ConveningOptions } from '#analysis/findings/convening-options.ts';
import { DistanceRow } from '#analysis/findings/distance-row.ts';
import { expectedGain, type ExpectedGain } from '#analysis/findings/expected-gain.ts';
import { RoomGain } from '#analysis/findings/room-gain.ts';
import {
  bestOfAllRooms,
  bestRoomFound,
  drawRooms,
  type Room,
  type RoomRules,
} from '#analysis/findings/room-search.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';

/** What rooms drawn at random under the same rules gain. */
export interface RandomRooms {
  readonly rooms: number;
  readonly mean: number;
  readonly best: number;
  /** Rooms per step of gain: 24 equal steps from 0 to `best`; one step where none gains. */
  readonly counts: readonly number[];
}

/** Whom to bring into one room. */
export interface Convening {
  readonly seats: number;
  /** Ascending. */
  readonly invite: readonly number[];
  /** E_x with everybody in the room tied to everybody − E_x now: the best case. null: no pair across groups. */
  readonly gain: number | null;
  /** Per invited, what the room gains less while its seat stays empty. They do not add up. null as gain is. */
  readonly lostWithout: readonly number[] | null;
  /** Of the same room, where not every pair forms a tie; null where no chance was given, or as gain is. */
  readonly expected: ExpectedGain | null;
  /** E_x now, in hops. */
  readonly before: number | null;
  /** The same for the nodes of highest degree that keep the rules. */
  readonly bestConnectedGain: number | null;
  /** Share of the random rooms, 0…100, that gain less than the best-connected (equal ones count half). */
  readonly bestConnectedPercentile: number | null;
  readonly random: RandomRooms | null;
  /** Of `gain`, where the pairs counted are a sample; null: every pair is counted. */
  readonly standardError: number | null;
  /** Every room was looked at, over every pair. */
  readonly exact: boolean;
  /** Nodes that were looked at, and first nodes of the pairs counted; fewer than n above 300. */
  readonly candidates: number;
  readonly sources: number;
}

const roomsAtMost = 500_000;
const randomRooms = 1000;
const steps = 24;
const largeFrom = 300;
const candidatesAtMost = 120;
const sourcesAtMost = 300;
const pairsAtMost = 20_000;

/**
 * Convening planner: the room of k that brings the groups closest together, E_x(G + clique on A) − E_x(G), in hops.
 *
 * All rooms are tried while there are at most 500,000; else greedy rooms from the 20 best pairs and the best 10 of
 * 1,000 seeded random rooms are improved by single swaps. Never below the best of the random rooms.
 *
 * Input    1 ≤ must.length ≤ seats where given; groups frozen, −1 is in no pair.
 * Above 300 nodes: candidates are the best by harmonic centrality inside each group and the best-connected of every
 * component (about 120 and `must`); X is a seeded sample of about 20,000 pairs; exact is false.
 * Random   (seed, "convening").
 * Cost     rooms · (pairs + k · n); memory 10 bytes a counted pair.
 * Errors   PARAMETER_NOT_VALID, ABORTED
 */
export function convening(graph: Graph, groups: Groups, options: ConveningOptions): Convening {
  const { seats, must = [], chance, seed, signal = new AbortController().signal } = options;
  checkConveningOptions(graph, options);
  const random = new Random(seed, 'convening');
  const everyone = Array.from({ length: graph.n }, (_, v) => v);
  const isLarge = graph.n > largeFrom;
  const candidates = isLarge ? choose(graph, groups, must) : everyone;
  const sources = isLarge
    ? [...random.shuffle(Uint32Array.from(everyone))].slice(0, sourcesAtMost)
    : everyone;
  const share = isLarge ? pairsAtMost / (sources.length * graph.n) : 1;
  const takes = (): boolean => share >= 1 || random.float() < share;
  const gains = new RoomGain(graph, groups, candidates, sources, takes, signal);
  const gain = (room: readonly number[]): number => gains.of(room);
  const rules: RoomRules = { seats, must, candidates, fits: rulesOf(options) };
  const drawn = drawRooms(rules, gain, randomRooms, random);
  const isEvery = !isLarge && roomCount(candidates.length - must.length, seats - must.length) <= roomsAtMost;
  const found = isEvery ? bestOfAllRooms(rules, gain, signal) : bestRoomFound(rules, gain, drawn, signal);
  if (found === null) {
    throw new AnalysisError(
      'PARAMETER_NOT_VALID',
      `No room of ${seats} keeps the rules.`,
      'Fewer seats, or fewer pairs apart.',
    );
  }
  const invite = [...found.members].sort((a, b) => a - b);
  const room = { seats, invite, exact: isEvery, candidates: candidates.length, sources: sources.length };
  if (gains.before === null) return { ...room, ...nothingToGain };
  const connected = bestConnected(graph, rules, gain);
  const without = (v: number): number => gain(invite.filter((member) => member !== v));
  return {
    ...room,
    gain: found.gain,
    lostWithout: invite.map((v) => found.gain - without(v)),
    expected: chance === undefined ? null : expectedGain(gains, invite, { chance, seed, signal }),
    before: gains.before,
    bestConnectedGain: connected,
    bestConnectedPercentile: percentile(connected, drawn),
    random: summary(drawn),
    standardError: isLarge ? gains.error(invite) : null,
  };
}

/** Where no pair is in different groups. */
const nothingToGain = {
  gain: null,
  lostWithout: null,
  expected: null,
  before: null,
  bestConnectedGain: null,
  bestConnectedPercentile: null,
  random: null,
  standardError: null,
} as const satisfies Partial<Convening>;

/** Whether a node may join a room: it sits apart from nobody there, and its party has a seat left. */
function rulesOf({ apart = [], cap = Infinity, party }: ConveningOptions): RoomRules['fits'] {
  const kept = new Map<number, Set<number>>();
  for (const [a, b] of apart) {
    kept.set(a, (kept.get(a) ?? new Set()).add(b));
    kept.set(b, (kept.get(b) ?? new Set()).add(a));
  }
  return (room, node) => {
    const away = kept.get(node);
    if (away !== undefined && room.some((member) => away.has(member))) return false;
    if (party === undefined) return true;
    return room.filter((member) => party[member] === party[node]).length < cap;
  };
}

/** C(n, k), or more than can matter. */
function roomCount(n: number, k: number): number {
  let rooms = 1;
  for (let i = 0; i < k && rooms <= roomsAtMost; i++) rooms = (rooms * (n - i)) / (i + 1);
  return rooms;
}

/** The nodes of highest degree, each if it may join those before it; null where they do not fill the room. */
function bestConnected(
  graph: Graph,
  { must, seats, candidates, fits }: RoomRules,
  gain: (room: readonly number[]) => number,
): number | null {
  const degree = (v: number): number => graph.offsets[v + 1]! - graph.offsets[v]!;
  const room = [...must];
  for (const node of [...candidates].sort((u, v) => degree(v) - degree(u) || u - v)) {
    if (room.length === seats) break;
    if (!room.includes(node) && fits(room, node)) room.push(node);
  }
  return room.length === seats ? gain(room) : null;
}

function percentile(value: number | null, rooms: readonly Room[]): number | null {
  if (value === null || rooms.length === 0) return null;
  let below = 0;
  for (const room of rooms) {
    if (Math.abs(room.gain - value) <= 1e-9 * Math.abs(value)) below += 0.5;
    else if (room.gain < value) below++;
  }
  return (100 * below) / rooms.length;
}

function summary(rooms: readonly Room[]): RandomRooms | null {
  if (rooms.length === 0) return null;
  const best = rooms.reduce((most, room) => Math.max(most, room.gain), 0);
  const counts = new Array<number>(best > 0 ? steps : 1).fill(0);
  for (const room of rooms)
    counts[best > 0 ? Math.min(steps - 1, Math.floor((steps * room.gain) / best)) : 0]!++;
  const mean = rooms.reduce((sum, room) => sum + room.gain, 0) / rooms.length;
  return { rooms: rooms.length, mean, best, counts };
}

/** Of a large network: the best by harmonic centrality inside each group, the best-connected of every component. */
function choose(graph: Graph, groups: Groups, must: readonly number[]): number[] {
  const row = new DistanceRow({ ...graph, lengths: null });
  const harmonic = new Float64Array(graph.n);
  const chosen = new Set(must);
  const seen = new Uint8Array(graph.n);
  const degree = (v: number): number => graph.offsets[v + 1]! - graph.offsets[v]!;
  for (let v = 0; v < graph.n; v++) {
    row.from(v);
    const own = groups.of[v]!;
    let best = v;
    for (let k = 0; k < row.reached; k++) {
      const node = row.order[k]!;
      if (node !== v && groups.of[node] === own) harmonic[v]! += 1 / row.values[node]!;
      if (degree(node) > degree(best) || (degree(node) === degree(best) && node < best)) best = node;
      if (seen[v] === 0 && k > 0) seen[node] = 1;
    }
    // An isolate or a component's first node: its best-connected is a candidate.
    if (seen[v] === 0 && row.reached > 1) chosen.add(best);
    seen[v] = 1;
  }
  const each = Math.max(1, Math.floor(candidatesAtMost / Math.max(1, groups.count)));
  for (let group = 0; group < groups.count && chosen.size < candidatesAtMost; group++) {
    const members = [...harmonic.keys()].filter((v) => groups.of[v] === group);
    members.sort((u, v) => harmonic[v]! - harmonic[u]! || u - v);
    for (const v of members.slice(0, each)) chosen.add(v);
  }
  return [...chosen].sort((a, b) => a - b);
}
