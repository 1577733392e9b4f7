import { describe, expect, it } from 'vitest';
import { SeenPairs } from '#analysis/structures/seen-pairs.ts';

describe('SeenPairs', () => {
  it('knows a pair in either order until it forgets, through its growth', () => {
    const seen = new SeenPairs();
    for (let round = 0; round < 3; round++) {
      for (let u = 0; u < 60; u++) for (let v = 0; v < u; v++) expect(seen.isNew(u, v)).toBe(true);
      for (let u = 0; u < 60; u++) for (let v = 0; v < u; v++) expect(seen.isNew(v, u)).toBe(false);
      seen.forgetAll();
    }
  });
});
