import { describe, expect, it } from 'vitest';
import { detect } from '#analysis/community/detect.ts';
import { silos } from '#analysis/findings/silos.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { plantedGraph, randomGraph, randomProjects } from '#test/analysis/findings/planted.ts';

/** MEASURES, finding 1: the bars that a certificate must keep, counted here on networks made from fixed seeds. */
function certified(graph: Graph, seed = 1): Uint32Array[] {
  const found = silos(graph, detect(graph, { seed }), { seed });
  return found.silos.filter((silo) => silo.certified).map((silo) => silo.members);
}

function countCertifying(networks: number, make: (random: Random) => Graph, name: string): number {
  let certifying = 0;
  for (let i = 0; i < networks; i++) {
    if (certified(make(new Random(i, name)), i + 1).length > 0) certifying++;
  }
  console.log(`${name}: ${certifying} of ${networks} certify anything`);
  return certifying;
}

/** How many networks have every planted group among the certified ones, with Jaccard ≥ .8. */
function countFound(networks: number, groups: number, size: number, inside: number, across: number): number {
  let found = 0;
  for (let i = 0; i < networks; i++) {
    const graph = plantedGraph(groups, size, inside, across, new Random(i, 'planted'));
    const silosFound = certified(graph, i + 1);
    const all = Array.from({ length: groups }, (_, group) =>
      silosFound.some((members) => {
        const common = members.filter((v) => Math.floor(v / size) === group).length;
        return common / (size + members.length - common) >= 0.8;
      }),
    );
    if (all.every(Boolean)) found++;
  }
  console.log(`planted ${groups} × ${size} at ${inside}/${across}: all found in ${found} of ${networks}`);
  return found;
}

describe('silo certificate', () => {
  it('certifies next to nothing in random graphs of 60 nodes and 75 ties', () => {
    expect(countCertifying(100, (random) => randomGraph(60, 75, random), '75 ties')).toBeLessThanOrEqual(10);
  });

  it('certifies next to nothing in random graphs of 60 nodes and 150 ties', () => {
    expect(countCertifying(100, (random) => randomGraph(60, 150, random), '150 ties')).toBeLessThanOrEqual(
      10,
    );
  });

  it('certifies next to nothing where projects are random', () => {
    const ids = Array.from({ length: 60 }, (_, v) => String(v));
    const make = (random: Random): Graph =>
      buildGraph(ids, { stated: noRows, projected: [randomProjects(60, 60, random)] });
    expect(countCertifying(40, make, 'random projects')).toBeLessThanOrEqual(4);
  });

  it('finds four planted groups of 15', () => {
    expect(countFound(20, 4, 15, 0.4, 0.02)).toBeGreaterThanOrEqual(19);
  });

  it('finds three planted groups of 18 that are hard to tell', () => {
    expect(countFound(10, 3, 18, 0.7, 0.24)).toBeGreaterThanOrEqual(9);
  });
});
