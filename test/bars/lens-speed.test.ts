import { describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import { emptyNetworkData } from '#data/model/network-data.ts';

describe('records to graph', () => {
  it('20,000 organizations and 100,000 relationships, half with statements: under 1 s of processor time', () => {
    const data = emptyNetworkData();
    const random = new Random(1, 'lens speed');
    for (let node = 0; node < 20_000; node++)
      data.organizations.push({ id: `org-${node}`, name: `Org ${node}` });
    for (let tie = 0; tie < 100_000; tie++) {
      const from = `org-${random.below(20_000)}`;
      const to = `org-${random.below(20_000)}`;
      const statements = [
        { by: from, agrees: true, strength: 3, trust: { reliability: 3 } },
        { by: to, agrees: true, strength: 4 },
      ] as const;
      data.relationships.push({
        id: `tie-${tie}`,
        from,
        to,
        kind: `kind ${random.below(7)}`,
        direction: 'undirected',
        since: '2016',
        ...(tie % 2 === 0 ? {} : { statements: [...statements] }),
      });
    }
    const lens = resolveLens({ given: { during: ['2016', '2017'] } });
    const before = process.cpuUsage();
    const { graph } = applyLens(data, lens);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1_000_000;
    console.log(`records to graph: ${graph.n} nodes, ${graph.ties.count} ties, ${seconds.toFixed(2)} s`);
    expect(graph.n).toBe(20_000);
    expect(graph.ties.count).toBeGreaterThan(99_000);
    expect(seconds).toBeLessThan(1);
  });
});
