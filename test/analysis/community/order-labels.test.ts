import { describe, expect, it } from 'vitest';
import { orderLabels } from '#analysis/community/order-labels.ts';

describe('orderLabels', () => {
  it('names by size, then by first member', () => {
    const labels = Uint32Array.of(5, 2, 2, 4, 4, 1, 4);
    expect(orderLabels(labels)).toBe(4);
    expect([...labels]).toEqual([2, 1, 1, 0, 0, 3, 0]);
    expect(orderLabels(new Uint32Array(0))).toBe(0);
  });
});
