import { describe, expect, it } from 'vitest';
import { smallNetwork } from '#test/viz/findings/small-network.ts';
import { mapIndex } from '#viz/findings/map-index.ts';
import { shownNetwork } from '#viz/map/shown-network.ts';
import { shownPart } from '#viz/map/shown-part.ts';
import { noFilter } from '#viz/state/map-filter.ts';

// Ties: ab ac bc de df ef cd; c is node 2.
const index = mapIndex(smallNetwork());

describe('shownNetwork', () => {
  it('is everything where nothing is lit or filtered', () => {
    expect(shownNetwork(index, null, null)).toEqual({
      nodes: [0, 1, 2, 3, 4, 5, 6],
      ties: [0, 1, 2, 3, 4, 5, 6],
    });
  });

  it('is who passes the filter, with their ties', () => {
    const shown = shownPart(index, { ...noFilter, sectors: ['Food'], from: 2019 });
    expect(shownNetwork(index, null, shown)).toEqual({ nodes: [0, 1, 2], ties: [1, 2] });
  });

  it('is what is lit with all ties between them, drawn or not, that pass the filter', () => {
    const light = { lit: [2, 0, 1, 3] };
    expect(shownNetwork(index, light, null)).toEqual({ nodes: [0, 1, 2, 3], ties: [0, 1, 2, 6] });
    const shown = shownPart(index, { ...noFilter, until: 2018 });
    expect(shownNetwork(index, light, shown).ties).toEqual([0, 2, 6]);
  });
});
