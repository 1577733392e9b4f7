import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairSet } from '#analysis/structures/pair-set.ts';

describe('pairSet', () => {
  // Few pairs of a small range are bits; the same of a huge range are a table.
  for (const [name, side] of [
    ['bits', 12],
    ['table', 100_000],
  ] as const) {
    it(`is a set (${name})`, () => {
      const steps = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 400 });
      fc.assert(
        fc.property(steps, (pairs) => {
          const set = pairSet(side, side, 12 * 12);
          const model = new Set<string>();
          for (const [row, column] of pairs) {
            const key = `${row} ${column}`;
            expect(set.has(row, column)).toBe(model.has(key));
            if (model.delete(key)) set.remove(row, column);
            else {
              set.add(row, column);
              model.add(key);
            }
          }
          for (let row = 0; row < 12; row++) {
            for (let column = 0; column < 12; column++) {
              if (set.has(row, column) !== model.has(`${row} ${column}`)) return false;
            }
          }
          return true;
        }),
        { seed: 31, numRuns: 60 },
      );
    });
  }
});
