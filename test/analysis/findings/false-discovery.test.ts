import { describe, expect, it } from 'vitest';
import { falseDiscovery } from '#analysis/findings/false-discovery.ts';

describe('falseDiscovery', () => {
  it('gives min over j ≥ i of p K / j', () => {
    const rounded = (p: readonly number[]): number[] => falseDiscovery(p).map((q) => Number(q.toFixed(12)));
    expect(rounded([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
    expect(rounded([0.001, 0.8, 0.03, 0.03, 0.5])).toEqual([0.005, 0.8, 0.05, 0.05, 0.625]);
  });

  it('is monotone in p, never below it, at most 1; of nothing nothing', () => {
    const p = Array.from({ length: 50 }, (_, i) => ((i * 37) % 50) / 49);
    const q = falseDiscovery(p);
    for (let i = 0; i < 50; i++) {
      expect(q[i]).toBeGreaterThanOrEqual(p[i]! - 1e-12);
      expect(q[i]).toBeLessThanOrEqual(1);
      for (let j = 0; j < 50; j++) if (p[i]! < p[j]!) expect(q[i]).toBeLessThanOrEqual(q[j]!);
    }
    expect(falseDiscovery([])).toEqual([]);
  });
});
