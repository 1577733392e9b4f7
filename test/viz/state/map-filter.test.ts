import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterQuery,
  filterSaid,
  isFiltered,
  type MapFilter,
  noFilter,
  parseFilter,
} from '#viz/state/map-filter.ts';

/** A query as the address holds it: without what is not chosen. */
const held = (filter: MapFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filterQuery(filter)).filter((entry): entry is [string, string] => entry[1] !== null),
  );

describe('the filter of the map in the address', () => {
  it('comes back as it was written, whatever sectors, topics and places are called', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' });
    const year = fc.option(fc.integer({ min: 0, max: 9999 }));
    const filter = fc.record({
      sectors: fc.array(fc.oneof(word, fc.constantFrom('Food, drink', '100%', '%2C', '%252C', ','))),
      topic: fc.option(word),
      place: fc.option(word),
      from: year,
      until: year,
    });
    fc.assert(
      fc.property(filter, (one) => {
        expect(parseFilter(held(one))).toEqual(one);
      }),
      { seed: 9, numRuns: 400 },
    );
  });

  it('leaves nothing in the address when nothing is chosen', () => {
    expect(held(noFilter)).toEqual({});
    expect(parseFilter({})).toEqual(noFilter);
    expect(parseFilter({ sectors: ',,', topic: '', place: '' })).toEqual(noFilter);
  });

  it('takes no year that is none', () => {
    for (const from of ['', '20x0', '-1', '20200', '2020.5', ' 2020'])
      expect(parseFilter({ from }).from, from).toBeNull();
    expect(parseFilter({ from: '2020', until: '850' })).toEqual({ ...noFilter, from: 2020, until: 850 });
  });

  it('is one as soon as anything is chosen', () => {
    expect(isFiltered(noFilter)).toBe(false);
    const chosen: readonly Partial<MapFilter>[] = [
      { sectors: ['Food'] },
      { topic: 'care' },
      { place: 'Harbour' },
      { from: 0 },
      { until: 2020 },
    ];
    for (const part of chosen) expect(isFiltered({ ...noFilter, ...part })).toBe(true);
  });
});

describe('filterSaid', () => {
  it.each([
    [noFilter, null],
    [{ ...noFilter, sectors: ['Food', 'Faith'], place: 'Quay' }, 'In colour: Food and Faith; place Quay.'],
    [
      { ...noFilter, topic: 'care', from: 2016, until: 2020 },
      'In colour: topic care; begun from 2016 to 2020.',
    ],
    [{ ...noFilter, from: 2016, until: 2016 }, 'In colour: begun in 2016.'],
    [{ ...noFilter, from: 2016 }, 'In colour: begun in 2016 or later.'],
    [{ ...noFilter, until: 2016 }, 'In colour: begun in 2016 or earlier.'],
  ])('says %o', (filter, said) => {
    expect(filterSaid(filter)).toBe(said);
  });
});
