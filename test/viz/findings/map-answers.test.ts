import { describe, expect, it } from 'vitest';
import { plantedMap } from '#test/viz/planted-map.ts';
import { madeReport, pair } from '#test/viz/report/report-fixture.ts';
import { mapAnswers } from '#viz/findings/map-answers.ts';

const { analysis } = madeReport({ sizes: [6, 5], analysis: { silos: [] } });
const planted = plantedMap({ n: 60, groups: 3 });
const ringed = (...names: string[]) => ({
  ...planted,
  nodes: planted.nodes.map((node, at) => ({
    ...node,
    label: names[at] ?? node.label,
    bridge: at < names.length ? at + 1 : 0,
  })),
});

describe('the answers above a map', () => {
  it('say the groups, who holds them together, and the most surprising pair', () => {
    const sectorPairs = [
      pair('Health', 'Faith', {}),
      {
        ...pair('Food', 'Justice', { ties: 0, verdict: 'apart' }),
        sentence: 'Food and Justice have never met; chance would give eleven.',
      },
    ];
    expect(mapAnswers({ ...analysis, sectorPairs }, ringed('Ash', 'Birch', 'Cedar'))).toBe(
      'Three groups, none closed enough to be a silo. Ash and two others hold the groups together. Food and Justice have never met; chance would give eleven.',
    );
  });

  it('say one, two, nobody, and nothing of sectors that meet as chance would have it', () => {
    expect(mapAnswers(analysis, ringed('Ash'))).toMatch(/silo\. Ash holds the groups together\.$/u);
    expect(mapAnswers(analysis, ringed('Ash', 'Birch'))).toMatch(
      / Ash and Birch hold the groups together\.$/u,
    );
    expect(mapAnswers(analysis, ringed())).toMatch(/^Three groups, none closed enough to be a silo\.$/u);
  });
});
