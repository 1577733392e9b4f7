import { describe, expect, it } from 'vitest';
import { bridge, pair, silo, smallNetwork } from '#test/viz/findings/small-network.ts';
import { allFindings } from '#viz/findings/all-findings.ts';
import { findSpotlight } from '#viz/findings/find-spotlight.ts';
import { type Finding, plainText } from '#viz/findings/finding.ts';
import { focusSpotlight } from '#viz/findings/focus-spotlight.ts';
import { mapIndex } from '#viz/findings/map-index.ts';
import { probability, unitInterval } from '#viz/findings/numbers.ts';
import { pageHeading, pageLead } from '#viz/findings/page-heading.ts';
import { emphasized } from '#viz/findings/pair-finding.ts';
import { backupWords, whatDependsOnIt, whatItJoins } from '#viz/findings/profile.ts';
import { sectorMatrix, whoKnowsBoth } from '#viz/findings/sector-matrix.ts';

const view = smallNetwork();
const index = mapIndex(view);
const findings = allFindings(view, index);
const strong = ({ said }: Finding): string[] => said.filter((piece) => piece.strong).map(({ text }) => text);

describe('allFindings', () => {
  it('says each finding in a sentence that leads to its view, kinds taking turns', () => {
    expect(findings.map(({ said }) => plainText(said))).toEqual([
      'The group around C keeps to itself: 1 of its 4 ties leaves it.',
      'Without C, 6 pairs of organizations lose their only path.',
      pair.sentence,
      'One organization has no tie yet.',
    ]);
    expect(findings.map(({ page, pageId }) => [page, pageId])).toEqual([
      ['silos', '0'],
      ['organizations', 'c'],
      ['sectors', null],
      ['organizations', null],
    ]);
  });

  it('makes the numbers and names strong', () => {
    expect(strong(findings[0]!)).toEqual(['C', '1', '4']);
    expect(strong(findings[2]!)).toEqual(['Food', 'Health (all)', '4.2']);
    expect(plainText(emphasized(pair.sentence, ['Food', 'Health (all)']))).toBe(pair.sentence);
  });

  it('lights what a finding is about', () => {
    const [closed, holds] = findings;
    expect(closed!.spotlight).toMatchObject({ groups: [0], ties: [6], named: [2], beside: [3] });
    expect([...closed!.spotlight.lit].sort()).toEqual([0, 1, 2, 3]);
    expect(holds!.spotlight).toMatchObject({ ringed: [2], proposed: [1, 3] });
    expect([...holds!.spotlight.ties].sort()).toEqual([1, 2, 6]);
  });

  it('lights the same by its id, and nothing by an id that is not there', () => {
    for (const finding of findings) expect(findSpotlight(view, index, finding.id)).toEqual(finding.spotlight);
    for (const id of [undefined, 'silo-9', 'bridge-2', 'pair-x-y', 'anything'])
      expect(findSpotlight(view, index, id)).toBeNull();
  });

  it('says nothing where nothing was found', () => {
    const none = smallNetwork({
      silos: [{ ...silo, certified: false, grade: null }],
      bridgeBuilders: [{ ...bridge, loss: 0, parted: 0 }],
      sectorPairs: [{ ...pair, verdict: 'as expected' }],
    });
    expect(allFindings(none, mapIndex(none)).map(({ id }) => id)).toEqual(['alone']);
  });
});

describe('headings', () => {
  it('state the answer', () => {
    expect(pageHeading(view.analysis, view.map)).toBe('Two groups; one keeps to itself');
    expect(pageLead(view.analysis)).toBe('7 organizations and seven ties.');
    expect(pageHeading({ ...view.analysis, silos: [] }, view.map)).toBe(
      'Two groups, none closed enough to be a silo',
    );
    const { receipt } = view.analysis;
    expect(pageHeading({ ...view.analysis, receipt: { ...receipt, nodes: 0 } }, view.map)).toBe(
      'Nobody is recorded yet',
    );
  });

  it('write a probability as the field does', () => {
    expect([probability(0.005), probability(0.0004), unitInterval(1, 2), unitInterval(-0.25, 2)]).toEqual([
      '.005',
      '< .001',
      '1.00',
      '−.25',
    ]);
  });
});

describe('profile', () => {
  it('says what it joins, what depends on it, and who could open the door', () => {
    expect(plainText(whatItJoins(index, 2))).toBe(
      'It has 3 partners in two groups, and carries the only tie by which its own group reaches anyone else.',
    );
    expect(plainText(whatItJoins(index, 0))).toBe('It has 2 partners, all in its own group.');
    expect(plainText(whatItJoins(index, 6))).toBe('It has no tie yet.');
    expect(plainText(whatDependsOnIt(bridge)!)).toBe(
      'Without it 6 pairs lose their only path, and the groups stand 40.0% further apart.',
    );
    expect(plainText(backupWords(view, index, bridge)!)).toBe(
      'B with D restores 90% of what would be lost. They have no tie. B already works with C and could open the door. One other tie is as good.',
    );
  });

  it('lights all within its steps, and only the ties that lead outward', () => {
    const one = focusSpotlight(index, 2, 1, null);
    expect([...one.lit].sort()).toEqual([0, 1, 2, 3]);
    expect([...one.ties].sort()).toEqual([1, 2, 6]);
    const two = focusSpotlight(index, 2, 2, null);
    expect([...two.lit].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...two.ties].sort()).toEqual([1, 2, 3, 4, 6]);
  });
});

describe('sectorMatrix', () => {
  it('counts ties inside, finds a pair from either side, and who knows both', () => {
    const matrix = sectorMatrix(view, index);
    expect(matrix.inside.get('Food')).toBe(3);
    expect(matrix.pair('Health (all)', 'Food')).toBe(pair);
    expect(whoKnowsBoth(index, matrix.nodes, 'Food', 'Health (all)', 5)).toEqual([
      { node: 2, a: 2, b: 1 },
      { node: 3, a: 1, b: 2 },
    ]);
  });
});
