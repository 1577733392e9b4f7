import { describe, expect, it } from 'vitest';
import { parseRules, rulesQuery } from '#viz/panels/convene/room.ts';

describe('the rules of a room', () => {
  it('stand in the address and are read back', () => {
    const rules = { seats: 8, must: ['a,b', 'ü'], apart: [['x:1', 'y']] as const, chance: 0.25 };
    const query = Object.fromEntries(
      Object.entries(rulesQuery(rules)).filter((entry): entry is [string, string] => entry[1] !== null),
    );
    expect(parseRules(query)).toEqual(rules);
  });

  it('are the usual ones where the address says none, or none that can be', () => {
    const usual = { seats: 6, must: [], apart: [], chance: 1 };
    expect(parseRules({})).toEqual(usual);
    expect(parseRules({ seats: 'many', apart: 'one', chance: '7' })).toEqual(usual);
    expect(parseRules({ seats: '1' }).seats).toBe(2);
    expect(rulesQuery(usual)).toEqual({ seats: null, must: null, apart: null, chance: null });
  });
});
