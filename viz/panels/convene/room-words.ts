import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import type { Room } from '#viz/panels/convene/room.ts';

/**
 * A gain as a share: of today's mean of 1/steps between groups; where there is no way between them yet, of what
 * neighbours have.
 */
export function closerShare({ before }: Pick<Room, 'before'>, gain: number): number {
  return before > 0 ? gain / before : gain;
}

/** The heading of the page: what the room would do. */
export function roomHeading(room: Room): string {
  const these = `These ${numberWords(room.invite.length)}`;
  if (room.gain <= 0) return `${these} would bring the groups no closer`;
  if (room.before === 0) return `${these} would be the first way between the groups`;
  const { gain } = room.expected ?? room;
  return `${these} bring the groups ${percent(closerShare(room, gain), 1)} closer`;
}

/** The same beside the best connected, and how sure it is. */
export function roomComparison(room: Room): string {
  const { expected } = room;
  const reached = (gain: number): string => percent(closerShare(room, gain), 1);
  const better = room.bestConnectedPercentile;
  const than = better === null ? '' : `, ${betterThan(Math.round(better))}`;
  const connected = `The ${numberWords(room.seats)} best connected would reach ${reached(room.bestConnectedGain)}${than}.`;
  if (expected === undefined) return `${connected} Best case: every pair in the room forms a tie.`;
  return `That is to be expected where one pair in ${numberWords(Math.round(1 / expected.chance))} forms a tie: nine draws in ten end between ${reached(expected.low)} and ${reached(expected.high)}. Best case, every pair: ${reached(room.gain)}. ${connected}`;
}

function betterThan(percentile: number): string {
  if (percentile === 0) return 'less than any random room';
  return percentile === 100 ? 'more than any random room' : `more than ${percentile} of 100 random rooms`;
}

/** What a seat adds, in points of the heading's per cent: "0.8". */
export function seatPoints(room: Room, seat: number): string {
  const points = 100 * closerShare(room, room.lostWithout[seat] ?? 0);
  return points > 0 && points < 0.05 ? 'under 0.1' : points.toFixed(1);
}

/** What the rules cost: this room beside the one without them. */
export function rulesCost(room: Room, free: Room, nameOf: (id: string) => string): string {
  if (free.gain <= room.gain) return 'Your rules cost nothing: without them no better room was found.';
  const others = free.invite.filter((id) => !room.invite.includes(id)).map(nameOf);
  const reach = percent(closerShare(free, free.gain), 1);
  return `Without your rules the room would reach ${reach}, with ${listNames(others)} in it.`;
}
