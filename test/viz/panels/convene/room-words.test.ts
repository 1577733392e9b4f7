import { describe, expect, it } from 'vitest';
import type { Room } from '#viz/panels/convene/room.ts';
import {
  closerShare,
  roomComparison,
  roomHeading,
  rulesCost,
  seatPoints,
} from '#viz/panels/convene/room-words.ts';

const room: Room = {
  seats: 3,
  invite: ['a', 'b', 'c'],
  gain: 0.02,
  lostWithout: [0.001, 0.008, 0.00001],
  before: 0.25,
  bestConnectedGain: 0.005,
  bestConnectedPercentile: 95.2,
  random: { rooms: 1000, mean: 0.004, best: 0.015, counts: [1000] },
  exact: true,
};

describe('words about a room', () => {
  it('closer is in per cent of today’s closeness, not of the greatest there could be', () => {
    expect(closerShare(room, room.gain)).toBeCloseTo(0.08, 12);
    expect(roomHeading(room)).toBe('These three bring the groups 8.0% closer');
    expect(roomComparison(room)).toBe(
      'The three best connected would reach 2.0%, more than 95 of 100 random rooms. Best case: every pair in the room forms a tie.',
    );
  });

  it('says what is to be expected where not every pair forms a tie', () => {
    const expected = { chance: 0.5, gain: 0.01, low: 0.005, high: 0.0175, draws: 400 };
    expect(roomHeading({ ...room, expected })).toBe('These three bring the groups 4.0% closer');
    expect(roomComparison({ ...room, expected })).toMatch(
      /^That is to be expected where one pair in two forms a tie: nine draws in ten end between 2\.0% and 7\.0%\. Best case, every pair: 8\.0%\. The three best connected/u,
    );
  });

  it('says that a room is the first way between groups, or no way', () => {
    expect(roomHeading({ ...room, before: 0 })).toBe('These three would be the first way between the groups');
    expect(roomHeading({ ...room, gain: 0 })).toBe('These three would bring the groups no closer');
  });

  it('gives points of that per cent to each seat', () => {
    expect([0, 1, 2].map((seat) => seatPoints(room, seat))).toEqual(['0.4', '3.2', 'under 0.1']);
  });

  it('says what the rules cost, and who would be there without them', () => {
    const free = { ...room, gain: 0.03, invite: ['a', 'd', 'e'] };
    expect(rulesCost(room, free, (id) => id.toUpperCase())).toBe(
      'Without your rules the room would reach 12.0%, with D and E in it.',
    );
    expect(rulesCost(room, room, (id) => id)).toMatch(/^Your rules cost nothing/u);
  });
});
