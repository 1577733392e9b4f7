import { describe, expect, it } from 'vitest';
import { DataError } from '#data/errors.ts';
import { resolveLens, type LensLayers } from '#data/lens/resolve-lens.ts';
import { defaultLens } from '#data/model/lens.ts';

function refusal(layers: LensLayers): DataError {
  try {
    resolveLens(layers);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('The lens was taken.');
}

describe('resolveLens', () => {
  it('is the default where nothing is given, and does not change it', () => {
    const before = JSON.stringify(defaultLens);
    expect(resolveLens()).toEqual(defaultLens);
    expect(resolveLens({ network: {}, given: {} })).toEqual(defaultLens);
    resolveLens({ given: { include: { relationships: null, gatherings: { projection: 'count' } } } });
    expect(JSON.stringify(defaultLens)).toBe(before);
  });

  it('merges the default, the network’s own, then what is given', () => {
    const lens = resolveLens({
      network: { nodes: 'both', include: { collaborations: { projection: 'count', kinds: ['grant'] } } },
      given: { include: { collaborations: { projection: 'newman' } }, distance: 'inverseStrength' },
    });
    expect(lens).toEqual({
      during: 'all',
      nodes: 'both',
      include: {
        relationships: { rule: 'union' },
        collaborations: { projection: 'newman', kinds: ['grant'] },
      },
      distance: 'inverseStrength',
    });
  });

  it('removes by null: an included kind, one rule of it, a filter', () => {
    expect(resolveLens({ given: { include: { relationships: null } } }).include).toEqual({
      collaborations: { projection: 'newman' },
    });
    const network = { filter: { sectors: ['Food'], text: 'co-op' }, halfLife: { funds: 12, refers: 24 } };
    const lens = resolveLens({ network, given: { filter: { text: null }, halfLife: { funds: null } } });
    expect(lens).toMatchObject({ filter: { sectors: ['Food'] }, halfLife: { refers: 24 } });
    expect(lens.filter).not.toHaveProperty('text');
    expect(lens.halfLife).not.toHaveProperty('funds');
  });

  it('falls back to the default where something necessary is removed or left away', () => {
    const network = { during: ['2019', '2020'], nodes: 'people', distance: 'inverseStrength' };
    const given = { during: null, nodes: null, distance: null, include: null };
    expect(resolveLens({ network, given })).toEqual(defaultLens);
    expect(
      resolveLens({ given: { include: { relationships: { minTrust: 3 }, gatherings: {}, communities: {} } } })
        .include,
    ).toEqual({
      relationships: { rule: 'union', minTrust: 3 },
      collaborations: { projection: 'newman' },
      gatherings: { projection: 'newman' },
      communities: { projection: 'newman' },
    });
    const removed = { include: { collaborations: { projection: null } } };
    expect(resolveLens({ given: removed }).include.collaborations).toEqual({ projection: 'newman' });
  });

  it('puts the day asked for above everything', () => {
    const network = { during: ['2010', '2012'] };
    expect(resolveLens({ network, given: { during: 'all' }, asOf: '2019-06' }).during).toEqual([
      '2019-06',
      '2019-06',
    ]);
  });

  it.each([
    [{ during: 'always' }, 'during is "always"; accepted: "all" or [from, until]'],
    [{ during: ['2020', '2019'] }, 'a first date that is not after the second'],
    [{ during: ['2020-02-30', '2021'] }, 'during[0] is "2020-02-30"; accepted: "all" or [from, until]'],
    [{ during: ['2020'] }, 'during is ["2020"]'],
    [{ nodes: 'organisations' }, 'nodes is "organisations"; accepted: "organizations", "people" or "both".'],
    [
      { include: { relationships: { rule: 'both' } } },
      'include.relationships.rule is "both"; accepted: "union" or',
    ],
    [
      { include: { relationships: { minTrust: 5 } } },
      'include.relationships.minTrust is 5; accepted: a number from 1 to 4.',
    ],
    [
      { include: { relationships: true } },
      'include.relationships is true; accepted: null or an object of kinds',
    ],
    [
      { include: { collaboration: {} } },
      'include.collaboration is {}; accepted: an object of relationships, coll',
    ],
    [{ include: { gatherings: { projection: 'sum' } } }, 'include.gatherings.projection is "sum"'],
    [{ sectors: ['Food'] }, 'sectors is ["Food"]; accepted: an object of during, knownAt'],
    [{ filter: { sectors: 'Food' } }, 'filter.sectors is "Food"; accepted: a list of texts.'],
    [{ filter: { sectors: ['Food', 7] } }, 'filter.sectors[1] is 7; accepted: a list of texts.'],
    [{ filter: { text: '' } }, 'filter.text is ""; accepted: a text of 1 to 500'],
    [
      { halfLife: { funds: 0 } },
      'halfLife.funds is 0; accepted: null or an object from kinds of tie to months',
    ],
    [JSON.parse('{"__proto__": 1}'), '__proto__ is 1; accepted: an object of during, knownAt'],
    [{ constructor: 1 }, 'constructor is 1; accepted: an object of during, knownAt'],
    [{ knownAt: -1 }, 'knownAt is -1; accepted: a revision'],
    [[], 'The lens is []; accepted: an object of'],
    ['all', 'The lens is "all"'],
    [null, 'The lens is null'],
  ])('refuses %j', (given, message) => {
    const error = refusal({ given });
    expect(error.code).toBe('LENS_NOT_VALID');
    expect(error.message).toContain(message);
  });

  it('names everything that is wrong at once', () => {
    const { message } = refusal({ given: { nodes: 'all', distance: 'km', include: { affiliations: 1 } } });
    expect(message).toContain('nodes is "all"');
    expect(message).toContain('distance is "km"');
    expect(message).toContain('include.affiliations is 1');
  });

  it('cuts a long value short', () => {
    expect(refusal({ given: { nodes: 'x'.repeat(10_000) } }).message.length).toBeLessThan(250);
  });

  it.each(['yesterday', '2019-13', '2019-02-30', ''])('refuses --as-of %j', (asOf) => {
    const { message } = refusal({ asOf });
    expect(message).toContain(
      `The date of --as-of is ${JSON.stringify(asOf)}; accepted: YYYY, YYYY-MM or YYYY-MM-DD.`,
    );
  });
});
