import { describe, expect, it } from 'vitest';
import { smallNetwork } from '#test/viz/findings/small-network.ts';
import { mapIndex } from '#viz/findings/map-index.ts';
import type { Spotlight } from '#viz/findings/finding.ts';
import { countShown, notKnown, shownPart, shownSpotlight } from '#viz/map/shown-part.ts';
import { type MapFilter, noFilter } from '#viz/state/map-filter.ts';

/** Two triangles, a–b–c (Food) and d–e–f (Health), joined by c–d; g has no tie and no sector. */
const index = mapIndex(smallNetwork());

/** Who is shown, as letters, and which ties. */
function seen(part: Partial<MapFilter>): readonly [who: string, ties: readonly string[]] {
  const shown = shownPart(index, { ...noFilter, ...part });
  if (shown === null) throw new Error('nothing is filtered');
  const { nodes, ties } = index.map;
  const letter = (node: number): string => nodes[node]?.id ?? '?';
  return [
    nodes.flatMap(({ id }, node) => (shown.nodes[node] === 1 ? [id] : [])).join(''),
    ties.flatMap(({ a, b }, tie) => (shown.ties[tie] === 1 ? [letter(a) + letter(b)] : [])),
  ];
}

describe('what passes a filter', () => {
  it('is everything where nothing is chosen', () => {
    expect(shownPart(index, noFilter)).toBeNull();
  });

  it('is who has the sector, with the ties that have both ends among them', () => {
    expect(seen({ sectors: ['Food'] })).toEqual(['abc', ['ab', 'ac', 'bc']]);
    expect(seen({ sectors: ['Food', 'Health (all)'] })[1]).toHaveLength(7);
    expect(seen({ sectors: [notKnown] })).toEqual(['g', []]);
    expect(seen({ sectors: ['Nobody'] })).toEqual(['', []]);
  });

  it('is who has the topic and the place; both where both are chosen', () => {
    expect(seen({ topic: 'care' })).toEqual(['ab', ['ab']]);
    expect(seen({ place: 'Harbour' })).toEqual(['abcd', ['ab', 'ac', 'bc', 'cd']]);
    expect(seen({ sectors: ['Health (all)'], place: 'Harbour' })).toEqual(['d', []]);
    // Known to the lists, but nobody's; and not known at all.
    expect(seen({ topic: 'food' })[0]).toBe('');
    expect(seen({ place: 'Nowhere', topic: 'nothing' })[0]).toBe('');
  });

  it('is what began in the years asked for; what has no date stays', () => {
    const undated = ['bc', 'de', 'df', 'ef', 'cd'];
    expect(seen({ from: 2019 })).toEqual(['abcdefg', ['ac', ...undated]]);
    expect(seen({ until: 2018 })[1]).toEqual(['ab', ...undated]);
    expect(seen({ from: 2018, until: 2019 })[1]).toEqual(['ab', 'ac', ...undated]);
    expect(seen({ from: 2030 })[1]).toEqual(undated);
  });
});

describe('a spotlight under a filter', () => {
  const spotlight: Spotlight = {
    caption: 'C and its partners',
    lit: [0, 1, 2, 3],
    named: [2, 3],
    beside: [4],
    ties: [1, 2, 6],
    groups: [],
    ringed: [2],
    proposed: null,
  };

  it('keeps what passes, and the one it is about in any case', () => {
    const shown = shownPart(index, { ...noFilter, sectors: ['Health (all)'] });
    expect(shownSpotlight(spotlight, shown)).toEqual({
      ...spotlight,
      lit: [2, 3],
      named: [2, 3],
      beside: [4],
      ties: [],
    });
  });

  it('is as it was without a filter', () => {
    expect(shownSpotlight(spotlight, null)).toBe(spotlight);
    expect(shownSpotlight(null, shownPart(index, { ...noFilter, from: 2019 }))).toBeNull();
  });
});

it('counts what is shown', () => {
  expect(countShown(Uint8Array.of(1, 0, 1, 1))).toBe(3);
  expect(countShown(new Uint8Array(0))).toBe(0);
});
