import { describe, expect, it } from 'vitest';
import { smallNetwork } from '#test/viz/findings/small-network.ts';
import { mapIndex } from '#viz/findings/map-index.ts';
import { comparedYears, compareYears } from '#viz/map/compare-years.ts';

// Ties ab (2018 only), ac (since 2019), and five of no known date.
const index = mapIndex(smallNetwork());

describe('compareYears', () => {
  it('says which ties ended, which began, and how many are in both', () => {
    const { before, after, ended, begun, kept } = compareYears(index, 2018, 2019);
    expect([ended, begun, kept]).toEqual([[0], [1], 5]);
    expect([...before.ties]).toEqual([1, 0, 1, 1, 1, 1, 1]);
    expect([...after.ties]).toEqual([0, 1, 1, 1, 1, 1, 1]);
    expect([...before.nodes]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('takes a tie for under way while anything is that it rests on', () => {
    const { facets } = index;
    const spans = facets.spans.map((list, tie) =>
      tie === 0 ? [...list, [2020, 2021] as [number, number]] : list,
    );
    const again = { ...index, facets: { ...facets, spans } };
    expect(compareYears(again, 2018, 2021)).toMatchObject({ ended: [], begun: [1], kept: 6 });
    expect(compareYears(again, 2018, 2019).ended).toEqual([0]);
  });
});

describe('comparedYears', () => {
  it.each([
    ['2018,2019', [2018, 2019]],
    ['2019,2018', [2018, 2019]],
    [undefined, [2018, 2019]],
    ['2018', [2018, 2019]],
    ['1066,2019', [2018, 2019]],
    ['2019,2019', [2018, 2019]],
    ['x,y', [2018, 2019]],
  ])('reads %s', (text, years) => {
    expect(comparedYears(index, text)).toEqual(years);
  });
});
