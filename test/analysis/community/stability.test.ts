import { describe, expect, it } from 'vitest';
import { detect, type Detection } from '#analysis/community/detect.ts';
import { stability } from '#analysis/community/stability.ts';
import { karate } from '#test/analysis/graphs.ts';

describe('stability', () => {
  it('is the mean share of runs in which two members are together', () => {
    const runs = [Uint32Array.of(0, 0, 0, 1), Uint32Array.of(0, 0, 1, 1)];
    const detection: Detection = { membership: runs[0]!, count: 2, modularity: 0, runs, best: 0 };
    // Pairs of {0, 1, 2}: 01 in both runs, 02 and 12 in one.
    expect(stability(detection)).toEqual([(1 + 0.5 + 0.5) / 3, null]);
  });

  it('is what the slow sum over pairs gives', () => {
    const detection = detect(karate(), { seed: 3 });
    const slow = Array.from({ length: detection.count }, (_, community) => {
      const members = [...detection.membership.keys()].filter((v) => detection.membership[v] === community);
      const pairs = members.flatMap((u, i) => members.slice(i + 1).map((v) => [u, v] as const));
      const shares = pairs.map(
        ([u, v]) => detection.runs.filter((run) => run[u] === run[v]).length / detection.runs.length,
      );
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    });
    stability(detection).forEach((value, community) => expect(value).toBeCloseTo(slow[community]!, 12));
  });
});
