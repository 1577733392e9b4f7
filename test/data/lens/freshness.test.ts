import { describe, expect, it } from 'vitest';
import { networkOf, organizations, relationship, says, seen, tiesOf } from '#test/data/lens/networks.ts';
import type { NetworkData } from '#data/model/network-data.ts';

const halfLife = { 'works with': 12 };

function network(fields: Partial<NetworkData>): NetworkData {
  return networkOf({ organizations: organizations('abcd'), ...fields });
}

describe('half-life', () => {
  it('halves a strength every so many months since it was last confirmed', () => {
    const data = network({
      relationships: [
        relationship('ab', { statements: [says('a', { strength: 4, at: '2018-06-30T10:00:00Z' })] }),
        relationship('cd', { kind: 'funds', strength: 4, since: '2010' }),
      ],
    });
    const given = { halfLife, during: ['2019', '2019-06-30'] };
    expect(tiesOf(seen(data, given).graph)).toEqual(['a–b 2', 'c–d 4']);
    expect(tiesOf(seen(data, { ...given, during: ['2019', '2020-06-30'] }).graph)).toEqual([
      'a–b 1',
      'c–d 4',
    ]);
  });

  it('counts to the latest recorded date where no window is given, and not to an end that may lie ahead', () => {
    const data = network({
      relationships: [
        relationship('ab', { since: '2018-06-15', until: '2090' }),
        relationship('cd', { statements: [says('c', { at: '2019-06-15T23:59:00+02:00' })] }),
      ],
    });
    expect(tiesOf(seen(data, { halfLife }).graph)).toEqual(['a–b 0.5', 'c–d 1']);
    data.gatherings = [{ id: 'g', name: 'Later', at: '2020-06-15T18:00:00Z' }];
    expect(tiesOf(seen(data, { halfLife }).graph)).toEqual(['a–b 0.25', 'c–d 0.5']);
  });

  it('goes by the latest agreeing statement; what is dated later, or not at all, counts in full', () => {
    const data = network({
      relationships: [
        relationship('ab', {
          statements: [
            says('a', { at: '2015-01-01T00:00:00Z' }),
            says('b', { at: '2019-01-01T00:00:00Z' }),
            { by: 'a', agrees: false, at: '2020-01-01T00:00:00Z' },
          ],
        }),
        relationship('bc', { statements: [says('b', { at: '2023-01-01T00:00:00Z' })] }),
        relationship('cd'),
      ],
    });
    const given = { halfLife, during: ['2015', '2020-01-01'] };
    expect(tiesOf(seen(data, given).graph)).toEqual(['a–b 0.5', 'b–c 1', 'c–d 1']);
  });
});
