import { describe, expect, it } from 'vitest';
import { mapFacets } from '#api/services/map-facets.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { defaultLens } from '#data/model/lens.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';

const data: NetworkData = {
  ...emptyNetworkData(),
  organizations: [
    { id: 'a', name: 'A', topics: ['food'], place: { name: 'Valley' } },
    { id: 'b', name: 'B', place: { name: 'Valley' } },
    { id: 'c', name: 'C', place: { name: 'Harbour' } },
    { id: 'd', name: 'D' },
  ],
  collaborations: [
    {
      id: 'p',
      name: 'P',
      topics: ['care'],
      since: '2019-05',
      until: '2020-02-01',
      participants: [{ party: 'a' }, { party: 'b' }],
    },
    {
      id: 'q',
      name: 'Q',
      topics: ['care'],
      since: '2021',
      participants: [{ party: 'a' }, { party: 'b' }, { party: 'c' }],
    },
    { id: 'r', name: 'R', participants: [{ party: 'c' }, { party: 'd' }] },
  ],
  relationships: [
    { id: 's', from: 'c', to: 'b', kind: 'refers', direction: 'undirected', since: '2018-01-02' },
  ],
};

describe('mapFacets', () => {
  const lensed = applyLens(data, defaultLens);
  const facets = mapFacets(data, lensed);
  const tieOf = (a: number, b: number): number => {
    const { ties } = lensed.graph;
    return Array.from({ length: ties.count }, (_, t) => t).findIndex(
      (t) => ties.a[t] === Math.min(a, b) && ties.b[t] === Math.max(a, b),
    );
  };
  const begun = (a: number, b: number): readonly number[] | undefined => facets.begun[tieOf(a, b)];

  it('lists topics and places, most frequent first, and says who has them', () => {
    expect(facets.topics).toEqual(['care', 'food']);
    expect(facets.places).toEqual(['Valley', 'Harbour']);
    expect(facets.nodes).toEqual([
      { topics: [0, 1], place: 0 },
      { topics: [0], place: 0 },
      { topics: [0], place: 1 },
      { topics: [], place: null },
    ]);
  });

  it('says of each tie when what it rests on began; nothing where no date is known', () => {
    expect(begun(0, 1)).toEqual([2019, 2021]);
    expect(begun(1, 2)).toEqual([2018, 2021]);
    expect(begun(2, 3)).toEqual([]);
  });

  it('says from when until when that lasted', () => {
    expect(facets.spans[tieOf(0, 1)]).toEqual([
      [2019, 2020],
      [2021, null],
    ]);
    expect(facets.spans[tieOf(1, 2)]).toEqual([
      [2021, null],
      [2018, null],
    ]);
    expect(facets.spans[tieOf(2, 3)]).toEqual([[null, null]]);
  });

  it('counts what began in each year, years without anything too', () => {
    expect(facets.years).toEqual([
      { year: 2019, count: 1 },
      { year: 2020, count: 0 },
      { year: 2021, count: 1 },
    ]);
    expect(facets.counted).toBe('collaborations');
  });

  it('counts relationships where no collaboration has a date; nothing where nothing has', () => {
    const stated = { ...data, collaborations: [] };
    expect(mapFacets(stated, applyLens(stated, defaultLens))).toMatchObject({
      years: [{ year: 2018, count: 1 }],
      counted: 'relationships',
    });
    const undated = { ...stated, relationships: [] };
    expect(mapFacets(undated, applyLens(undated, defaultLens)).years).toEqual([]);
  });
});
