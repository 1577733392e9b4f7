import { describe, expect, it } from 'vitest';
import { withinModuleZ } from '#analysis/brokerage/within-module-z.ts';
import { complete, groupsOf, karate, karateClub, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('withinModuleZ', () => {
  it('of a star in one group: degrees 3, 1, 1, 1 have mean 1.5 and standard deviation √.75', () => {
    const [hub, leaf] = nodeValues(withinModuleZ, star(3), groupsOf([0, 0, 0, 0]));
    expect(hub).toBeCloseTo(1.5 / Math.sqrt(0.75), 14);
    expect(leaf).toBeCloseTo(-0.5 / Math.sqrt(0.75), 14);
  });

  it('does not exist where all members are alike, nor in no group', () => {
    expect(nodeValues(withinModuleZ, complete(3), groupsOf([0, 0, 0]))).toEqual([null, null, null]);
    expect(nodeValues(withinModuleZ, star(3), groupsOf([0, 0, -1, 0]))[2]).toBeNull();
  });

  it('counts ties inside the group alone', () => {
    const values = nodeValues(withinModuleZ, karate(), karateClub());
    expect(values[0]).toBeCloseTo(3.34653254947745, 12);
  });
});
