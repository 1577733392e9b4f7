import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NodeHeap } from '#analysis/structures/node-heap.ts';

it('gives nodes back by their keys, also after keys have fallen', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 30 }), (given) => {
      const keys = Float64Array.from(given, ([key]) => key);
      const heap = new NodeHeap(keys);
      given.forEach((_, node) => heap.add(node));
      given.forEach(([, fall], node) => {
        keys[node]! -= fall;
        heap.add(node);
      });
      expect(heap.size).toBe(given.length);
      const taken: number[] = [];
      while (heap.size > 0) taken.push(heap.take());
      expect([...taken].sort((u, v) => u - v)).toEqual([...given.keys()]);
      const order = taken.map((node) => keys[node]!);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
    { seed: 1 },
  );
});

it('serves again after it was emptied', () => {
  const keys = Float64Array.of(2, 1);
  const heap = new NodeHeap(keys);
  for (let round = 0; round < 2; round++) {
    heap.add(0);
    heap.add(1);
    expect([heap.take(), heap.take(), heap.size]).toEqual([1, 0, 0]);
  }
});
