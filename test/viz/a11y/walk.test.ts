import { describe, expect, it } from 'vitest';
import { smallNetwork } from '#test/viz/findings/small-network.ts';
import { spokenNode } from '#viz/a11y/spoken-node.ts';
import { walkFrom } from '#viz/a11y/walk.ts';
import { mapIndex } from '#viz/findings/map-index.ts';
import type { Places } from '#viz/scene/scene.ts';

const index = mapIndex(smallNetwork());
const places: Places = {
  x: Float64Array.from([0, 0, 10, 20, 30, 30, 11]),
  y: Float64Array.from([-4, 4, 0, 0, -4, 4, 1]),
  radius: new Float64Array(7).fill(1),
  reach: new Float64Array(7).fill(1),
  groups: [],
  strands: [],
  labels: [],
  titles: [],
  ties: [],
};

describe('walkFrom', () => {
  it('goes to the nearest partner in a direction, or to anybody', () => {
    expect(walkFrom(index, places, 2, 'ArrowRight', 'partners')).toBe(3);
    expect(walkFrom(index, places, 2, 'ArrowRight', 'all')).toBe(6);
    expect(walkFrom(index, places, 2, 'ArrowLeft', 'partners')).toBe(0);
  });

  it('stays where nobody is', () => {
    expect(walkFrom(index, places, 2, 'ArrowUp', 'partners')).toBe(-1);
    expect(walkFrom(index, places, 6, 'ArrowLeft', 'partners')).toBe(-1);
  });
});

describe('spokenNode', () => {
  it('says name, sector, partners and rank', () => {
    expect(spokenNode(index, 2)).toBe('C, Food. three partners in two groups. Bridge-builder, rank 1.');
    expect(spokenNode(index, 6)).toBe('G. No tie yet.');
  });
});
