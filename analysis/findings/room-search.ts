import { checkAborted } from '#analysis/errors.ts';
import type { Random } from '#analysis/graph/random.ts';

/** Who may sit in a room together. */
export interface RoomRules {
  readonly seats: number;
  /** In every room. */
  readonly must: readonly number[];
  readonly candidates: readonly number[];
  /** Whether a node may join those already in. */
  readonly fits: (room: readonly number[], node: number) => boolean;
}

export interface Room {
  readonly members: readonly number[];
  readonly gain: number;
}

type Gain = (room: readonly number[]) => number;

/** Every room there is; the best, of equal gain the first in candidate order. null: no room keeps the rules. */
export function bestOfAllRooms(rules: RoomRules, gain: Gain, signal: AbortSignal): Room | null {
  const open = rules.candidates.filter((node) => !rules.must.includes(node));
  let best: Room | null = null;
  const fill = (room: readonly number[], from: number): void => {
    if (room.length === rules.seats) {
      best = better(best, room, gain);
      return;
    }
    checkAborted(signal);
    for (let k = from; k <= open.length - (rules.seats - room.length); k++) {
      if (rules.fits(room, open[k]!)) fill([...room, open[k]!], k + 1);
    }
  };
  fill(rules.must, 0);
  return best;
}

/**
 * The best room found: greedy from each of the 20 best pairs and the best 10 of the random rooms, each improved by
 * single swaps until nothing gains.
 */
export function bestRoomFound(
  rules: RoomRules,
  gain: Gain,
  randomRooms: readonly Room[],
  signal: AbortSignal,
): Room | null {
  const starts = [
    ...bestPairs(rules, gain, signal).map((pair) => fillGreedily(rules, gain, pair, signal)),
    ...[...randomRooms]
      .sort((a, b) => b.gain - a.gain)
      .slice(0, 10)
      .map(({ members }) => members),
  ];
  const tried = new Map<string, Room>();
  let best: Room | null = null;
  for (const start of starts) {
    if (start.length !== rules.seats) continue;
    const improved = improveBySwaps(rules, gain, start, tried, signal);
    if (best === null || improved.gain > best.gain * (1 + same)) best = improved;
  }
  return best;
}

/** Seeded rooms that keep the rules, each drawn apart; fewer than asked where the rules leave hardly any. */
export function drawRooms(rules: RoomRules, gain: Gain, count: number, random: Random): Room[] {
  const rooms: Room[] = [];
  const order = Uint32Array.from(rules.candidates);
  for (let attempt = 0; attempt < count * 2 && rooms.length < count; attempt++) {
    random.shuffle(order);
    const room = [...rules.must];
    for (const node of order) {
      if (room.length === rules.seats) break;
      if (!room.includes(node) && rules.fits(room, node)) room.push(node);
    }
    if (room.length === rules.seats) rooms.push({ members: room, gain: gain(room) });
  }
  return rooms;
}

const same = 1e-9;

function better(best: Room | null, room: readonly number[], gain: Gain): Room {
  const value = gain(room);
  return best === null || value > best.gain * (1 + same) ? { members: room, gain: value } : best;
}

function bestPairs({ must, seats, candidates, fits }: RoomRules, gain: Gain, signal: AbortSignal) {
  const pairs: Room[] = [];
  const open = candidates.filter((node) => !must.includes(node));
  const spare = seats - must.length;
  if (spare === 0) return [must];
  for (let i = 0; i < open.length; i++) {
    checkAborted(signal);
    if (!fits(must, open[i]!)) continue;
    const one = [...must, open[i]!];
    if (spare === 1) pairs.push({ members: one, gain: gain(one) });
    for (let j = i + 1; spare > 1 && j < open.length; j++) {
      if (!fits(one, open[j]!)) continue;
      const two = [...one, open[j]!];
      pairs.push({ members: two, gain: gain(two) });
    }
  }
  return pairs
    .sort((a, b) => b.gain - a.gain)
    .slice(0, 20)
    .map(({ members }) => members);
}

function fillGreedily(rules: RoomRules, gain: Gain, start: readonly number[], signal: AbortSignal) {
  let room = start;
  while (room.length < rules.seats) {
    checkAborted(signal);
    let best: Room | null = null;
    for (const node of rules.candidates) {
      if (room.includes(node) || !rules.fits(room, node)) continue;
      best = better(best, [...room, node], gain);
    }
    if (best === null) return room;
    room = best.members;
  }
  return room;
}

/** Swaps until nothing gains. Starts that come to the same room go on alike: `tried` has what became of each. */
function improveBySwaps(
  rules: RoomRules,
  gain: Gain,
  start: readonly number[],
  tried: Map<string, Room>,
  signal: AbortSignal,
): Room {
  let room: Room = { members: inOrder(start), gain: gain(start) };
  for (;;) {
    checkAborted(signal);
    const key = room.members.join();
    const next = tried.get(key) ?? bestSwap(rules, gain, room);
    tried.set(key, next);
    if (next.gain <= room.gain) return room;
    room = next;
  }
}

/** The room itself where no swap of one seat gains. */
function bestSwap(rules: RoomRules, gain: Gain, room: Room): Room {
  let best = room;
  for (const leaving of room.members) {
    if (rules.must.includes(leaving)) continue;
    const rest = room.members.filter((member) => member !== leaving);
    for (const node of rules.candidates) {
      if (!room.members.includes(node) && rules.fits(rest, node)) best = better(best, [...rest, node], gain);
    }
  }
  return { members: inOrder(best.members), gain: best.gain };
}

function inOrder(members: readonly number[]): readonly number[] {
  return [...members].sort((a, b) => a - b);
}
