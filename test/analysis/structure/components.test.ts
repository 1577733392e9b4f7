import { describe, expect, it } from 'vitest';
import { components } from '#analysis/structure/components.ts';
import { empty, fromTies, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('components', () => {
  it('counts separate parts, isolates among them', () => {
    expect(networkValue(components, path(5))).toBe(1);
    expect(networkValue(components, empty(3))).toBe(3);
    expect(
      networkValue(
        components,
        fromTies(5, [
          [0, 3],
          [1, 2],
        ]),
      ),
    ).toBe(3);
    expect(networkValue(components, empty(0))).toBe(0);
  });

  it('does not look at directions', () => {
    expect(
      networkValue(
        components,
        fromTies(
          3,
          [
            [0, 1],
            [2, 1],
          ],
          { directed: true },
        ),
      ),
    ).toBe(1);
  });
});
