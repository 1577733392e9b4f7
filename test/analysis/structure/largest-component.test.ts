import { describe, expect, it } from 'vitest';
import { largestComponent } from '#analysis/structure/largest-component.ts';
import { empty, fromTies, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('largestComponent', () => {
  it('is the size of the largest part', () => {
    expect(networkValue(largestComponent, path(5))).toBe(5);
    expect(networkValue(largestComponent, empty(3))).toBe(1);
    expect(
      networkValue(
        largestComponent,
        fromTies(6, [
          [0, 3],
          [1, 2],
          [2, 4],
        ]),
      ),
    ).toBe(3);
  });

  it('does not exist without an organization', () => {
    expect(networkValue(largestComponent, empty(0))).toBeNull();
  });
});
