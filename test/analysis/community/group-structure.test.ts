import { describe, expect, it } from 'vitest';
import { groupStructure } from '#analysis/community/group-structure.ts';
import { complete, empty, fromTies, karate, karateClub, star } from '#test/analysis/graphs.ts';

describe('groupStructure', () => {
  it('counts the karate club: 11 ties across, 67 inside, E-I −.717949 in all', () => {
    const groups = groupStructure(karate(), karateClub().of, 2);
    expect(groups.map((group) => group.leaving)).toEqual([11, 11]);
    const inside = groups[0]!.inside + groups[1]!.inside;
    expect(inside).toBe(67);
    expect((11 - inside) / (11 + inside)).toBeCloseTo(-0.717949, 6);
    expect(groups[0]!.conductance).toBeCloseTo(11 / Math.min(groups[0]!.volume, groups[1]!.volume), 12);
  });

  it('has its closed forms', () => {
    const [hub, leaves] = groupStructure(star(4), [0, 1, 1, 1, 1], 2);
    expect(hub).toEqual({
      size: 1,
      inside: 0,
      leaving: 4,
      volume: 4,
      conductance: 1,
      eiIndex: 1,
      density: null,
    });
    expect(leaves).toMatchObject({ inside: 0, leaving: 4, density: 0 });
    const [half] = groupStructure(complete(4), [0, 0, 1, 1], 2);
    expect(half).toMatchObject({ inside: 1, leaving: 4, conductance: 4 / 6, eiIndex: 3 / 5, density: 1 });
  });

  it('counts ties, not strengths', () => {
    const [group] = groupStructure(fromTies(3, [[0, 1, 7], [1, 2, 9]]), [0, 0, 1], 2); // prettier-ignore
    expect(group).toMatchObject({ inside: 1, leaving: 1, eiIndex: 0 });
  });

  it('has no conductance where one side has no tie', () => {
    const [all, island] = groupStructure(fromTies(3, [[0, 1]]), [0, 0, 1], 2);
    expect(all).toMatchObject({ conductance: null, eiIndex: -1 });
    expect(island).toMatchObject({ conductance: null, eiIndex: null });
    expect(groupStructure(empty(0), [], 0)).toEqual([]);
  });

  it('lets ties to nodes in no group leave', () => {
    const [group] = groupStructure(fromTies(3, [[0, 1], [1, 2]]), [0, 0, -1], 1); // prettier-ignore
    expect(group).toMatchObject({ size: 2, inside: 1, leaving: 1, conductance: 1 });
  });
});
