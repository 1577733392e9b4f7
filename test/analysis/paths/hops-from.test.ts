import { describe, expect, it } from 'vitest';
import { hopsFrom } from '#analysis/paths/hops-from.ts';
import { cycle, fromTies } from '#test/analysis/graphs.ts';

describe('hopsFrom', () => {
  it('gives hops, the nodes in the order in which they were reached, and how many', () => {
    const hops = new Int32Array(5);
    const queue = new Uint32Array(5);
    expect(hopsFrom(cycle(5), 1, hops, queue)).toBe(5);
    expect([...hops]).toEqual([1, 0, 1, 2, 2]);
    expect([...queue]).toEqual([1, 0, 2, 4, 3]);
  });

  it('marks what is not reached, also where the buffers were used before', () => {
    const hops = new Int32Array(4).fill(7);
    const queue = new Uint32Array(4).fill(3);
    expect(
      hopsFrom(
        fromTies(4, [
          [0, 1],
          [2, 3],
        ]),
        3,
        hops,
        queue,
      ),
    ).toBe(2);
    expect([...hops]).toEqual([-1, -1, 1, 0]);
    expect([...queue.subarray(0, 2)]).toEqual([3, 2]);
  });
});
