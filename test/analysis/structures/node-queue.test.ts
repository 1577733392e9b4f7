import { describe, expect, it } from 'vitest';
import { NodeQueue } from '#analysis/structures/node-queue.ts';

describe('NodeQueue', () => {
  it('gives nodes in order, each waiting once, around its ring', () => {
    const queue = new NodeQueue(Uint32Array.of(2, 0, 1));
    expect(queue.take()).toBe(2);
    queue.add(1);
    queue.add(2);
    queue.add(2);
    expect(queue.length).toBe(3);
    expect([queue.take(), queue.take(), queue.take()]).toEqual([0, 1, 2]);
    expect(queue.length).toBe(0);
  });
});
