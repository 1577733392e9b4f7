import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Address,
  formatAddress,
  keptQuery,
  pages,
  parseAddress,
  withQuery,
} from '#viz/state/address.ts';

const parsed = (text: string): Address | null => {
  const { pathname, search } = new URL(text, 'http://weft');
  return parseAddress(pathname, search);
};

describe('address', () => {
  it('reads the addresses of INTERFACES', () => {
    expect(parsed('/')).toEqual({ network: null, query: {} });
    expect(parsed('/n/county')).toEqual({ network: 'county', page: 'findings', id: null, query: {} });
    expect(parsed('/n/county/organizations/a%2Fb?steps=2')).toEqual({
      network: 'county',
      page: 'organizations',
      id: 'a/b',
      query: { steps: '2' },
    });
  });

  it('refuses what is no page', () => {
    for (const text of [
      '/x',
      '/n',
      '/n/county/nowhere',
      '/n/county/sectors/1',
      '/n/county/findings',
      '/n/a/silos/1/2',
    ])
      expect(parsed(text), text).toBeNull();
  });

  it('comes back as it was written, whatever the ids are', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.+$/u.test(text));
    const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), word);
    const address = fc.record({
      network: word,
      page: fc.constantFrom('organizations', 'silos'),
      id: word,
      query,
    });
    fc.assert(
      fc.property(address, (one) => {
        expect(parsed(formatAddress(one as Address))).toEqual(one);
      }),
      { seed: 5, numRuns: 300 },
    );
    for (const page of pages) {
      const one: Address = { network: 'n', page, id: null, query: { q: 'a b&c' } };
      expect(parsed(formatAddress(one))).toEqual(one);
    }
  });

  it('takes a broken percent sign as it stands', () => {
    expect(parseAddress('/n/50%', '')).toMatchObject({ network: '50%' });
  });

  it('changes and clears parts of the query, and keeps the lens when one goes on', () => {
    const one: Address = { network: null, query: { a: '1', lens: '{}' } };
    expect(withQuery(one, { a: null, b: '2' }).query).toEqual({ lens: '{}', b: '2' });
    expect(keptQuery({ camera: '1', lens: '{}', groups: 'sector' })).toEqual({
      lens: '{}',
      groups: 'sector',
    });
  });
});
