import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { degree } from '#analysis/graph/graph.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { defaultLens } from '#data/model/lens.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

const folder = new URL('../../../data/examples/florentine/', import.meta.url);
const network = async (ties: string) => {
  const names = ['nodes.csv', ties];
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));
  return applyLens((await readFiles(files)).data, defaultLens);
};

describe('Florentine families', () => {
  it('16 families, 20 marriages, Pucci alone, Medici between the others', async () => {
    const { graph, nodes } = await network('marriages.csv');
    expect([graph.n, graph.ties.count]).toEqual([16, 20]);
    const alone = nodes.filter((_, v) => degree(graph, v) === 0);
    expect(alone.map(({ label }) => label)).toEqual(['Pucci']);
    const values = nodeValues(betweenness, graph);
    const medici = nodes.findIndex(({ label }) => label === 'Medici');
    expect(values[medici]).toBeCloseTo(47.5, 9);
    expect(Math.max(...values.map((value) => value ?? 0))).toBe(values[medici]);
  });

  it('15 business ties among eleven families', async () => {
    const { graph } = await network('business.csv');
    const inBusiness = Array.from({ length: graph.n }, (_, v) => degree(graph, v)).filter((ties) => ties > 0);
    expect([graph.ties.count, inBusiness.length]).toEqual([15, 11]);
  });
});
