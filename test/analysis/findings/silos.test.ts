import { describe, expect, it } from 'vitest';
import { detect } from '#analysis/community/detect.ts';
import { silos, type SiloFinding } from '#analysis/findings/silos.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { delta, hasDelta } from '#test/analysis/delta.ts';
import { plantedGraph, randomGraph } from '#test/analysis/findings/planted.ts';
import { complete, empty, fromTies, karate, star, type Pair } from '#test/analysis/graphs.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

const find = (graph: Graph, seed = 1, conductanceBelow = 0.5): SiloFinding =>
  silos(graph, detect(graph, { seed }), { seed, conductanceBelow });

const ids = (n: number): string[] => Array.from({ length: n }, (_, v) => String(v));
const caution = 'If these ties are themselves a projection, the certificate may overstate.';

/** Four groups of 10 that meet in fours of their own, and now and then in a pair across. */
function closedProjects(): ReturnType<typeof twoMode> {
  const random = new Random(4, 'projects');
  const parties: number[][] = [];
  for (let group = 0; group < 4; group++) {
    const own = Uint32Array.from({ length: 10 }, (_, v) => group * 10 + v);
    for (let i = 0; i < 10; i++) parties.push([...random.shuffle(own).subarray(0, 4)]);
    parties.push([group * 10, ((group + 1) % 4) * 10 + 1]);
  }
  return twoMode(parties);
}

describe('silos', () => {
  it('certifies planted groups, with what the certificate says', () => {
    const found = find(plantedGraph(4, 15, 0.4, 0.02, new Random(1, 'planted')));
    expect(found.null).toMatchObject({ kind: 'rewired', drawn: 199, degenerate: null });
    expect(found.silos).toHaveLength(4);
    for (const silo of found.silos) {
      expect(silo).toMatchObject({ certified: true, p: 0.005, ps: [0.005], collaborations: null });
      expect(silo.grade).toBe(silo.conductance! <= 0.3 ? 'closed' : 'silo');
      expect(silo.reasons).toEqual([
        'A group this closed appears in about one of 100 networks in which the same organizations have the same number of partners at random (p = 0.005), and it was found in every one of 30 repeats.',
        caution,
      ]);
    }
  });

  it('does not run the null where no candidate is left', () => {
    const found = find(randomGraph(60, 150, new Random(2, 'graph')), 1, 0.1);
    expect(found.null).toMatchObject({ drawn: 0, minima: [], degenerate: null });
    for (const silo of found.silos)
      expect(silo).toMatchObject({ p: null, ps: [], certified: false, grade: null });
    const reasons = found.silos.flatMap((silo) => silo.reasons).join('\n');
    expect(reasons).toMatch(/of the tie ends leave|Most tie ends leave/u);
    expect(reasons).toContain('Not tested against chance, as no group passes the other tests.');
  });

  it('does not test groups of fewer than four', () => {
    const found = find(fromTies(9, [[0, 1], [1, 2], [3, 4], [5, 6], [6, 7], [7, 8], [8, 5], [5, 7]])); // prettier-ignore
    const small = found.silos.filter((silo) => silo.size < 4);
    expect(small.map((silo) => silo.p)).toEqual([null, null]);
    expect(small[0]!.reasons[0]).toBe('Too small to be tested: three members, and a silo has at least four.');
    expect(small[1]!.reasons[0]).toBe('Too small to be tested: two members, and a silo has at least four.');
  });

  it('certifies nothing where the null is degenerate, and says why', () => {
    // Twelve who all know each other, and two others: hardly a swap is possible.
    const pairs: Pair[] = [[12, 13]];
    for (let u = 0; u < 12; u++) for (let v = u + 1; v < 12; v++) pairs.push([u, v]);
    const found = find(fromTies(14, pairs));
    expect(found.null).toMatchObject({ drawn: 0, minima: [] });
    expect(found.null.degenerate).toContain('Too few random networks');
    expect(found.silos[0]).toMatchObject({ size: 12, conductance: 0, certified: false, p: null });
    expect(found.silos[0]!.reasons).toEqual([`Not tested against chance: ${found.null.degenerate}`, caution]);
  });

  it('has nobody to keep from in a network of one group, and no candidate without a node', () => {
    const whole = find(complete(6));
    expect(whole.silos[0]).toMatchObject({ conductance: null, eiIndex: -1, certified: false, p: null });
    expect(whole.silos[0]!.reasons[0]).toContain('Nothing outside has a tie');
    expect(find(star(5)).silos.every((silo) => !silo.certified)).toBe(true);
    expect(find(empty(0)).silos).toEqual([]);
    expect(find(empty(2)).silos).toHaveLength(2);
  });

  it('rewires projects as a two-mode network and counts those that a silo rests on', () => {
    const graph = buildGraph(ids(40), { stated: noRows, projected: [closedProjects()] });
    const found = find(graph);
    expect(found.null.kind).toBe('two-mode');
    expect(found.silos).toHaveLength(4);
    for (const silo of found.silos) {
      expect(silo).toMatchObject({ certified: true, collaborations: 10, null: 'two-mode' });
      expect(silo.reasons[0]).toContain('join the same number of collaborations at random');
      expect(silo.reasons).toContain('Its ties inside rest on ten collaborations.');
      expect(silo.reasons).not.toContain(caution);
    }
  });

  it('rewires both where both contribute', () => {
    const across = Array.from({ length: 12 }, (_, i): Pair => [i * 3, (i * 7 + 11) % 40]);
    const { stated } = fromTies(40, across).origin;
    const found = find(buildGraph(ids(40), { stated, projected: [closedProjects()] }));
    expect(found.null.kind).toBe('both');
    const certified = found.silos.find((silo) => silo.certified)!;
    expect(certified.reasons[0]).toContain(
      'join the same number of collaborations and have the same number of partners',
    );
    expect(certified.reasons.join(' ')).toContain('collaborations, beside ties that are stated.');
  });

  it('gives p by the minima it shows, and the middle of five where the first is close', () => {
    for (const graph of [karate(), plantedGraph(3, 10, 0.5, 0.16, new Random(2, 'planted'))]) {
      const found = find(graph);
      for (const silo of found.silos.filter(({ ps }) => ps.length > 0)) {
        const hits = found.null.minima.filter(
          (minimum) => minimum !== null && minimum <= silo.eiIndex!,
        ).length;
        expect(silo.ps[0]).toBe((1 + hits) / (found.null.drawn + 1));
        expect(silo.p).toBe([...silo.ps].sort((one, two) => one - two)[(silo.ps.length - 1) / 2]);
        expect([1, 5]).toContain(silo.ps.length);
        if (silo.ps.length === 5) expect(silo.ps[0]! >= 0.01 && silo.ps[0]! <= 0.08).toBe(true);
      }
    }
  });

  it('ends the null early only where every candidate is beyond .08', () => {
    const found = find(randomGraph(60, 75, new Random(3, 'graph')));
    expect(found.null.drawn).toBeGreaterThan(0);
    expect(found.null.drawn).toBeLessThan(199);
    const left = found.silos.filter((s) => s.size >= 4 && s.conductance! < 0.5 && s.stability! >= 0.8);
    for (const silo of left) {
      expect(found.null.minima.filter((minimum) => minimum! <= silo.eiIndex!).length).toBeGreaterThanOrEqual(
        16,
      );
      expect(silo.reasons.join(' ')).toContain('Could be chance: a group this closed appears in about');
      expect(silo.reasons.join(' ')).toContain(`Only ${found.null.drawn} of 199 random networks were drawn`);
    }
  });

  it('gives the same bytes for the same seed', () => {
    expect(find(karate(), 3)).toEqual(find(karate(), 3));
  });

  it('ends when it is cancelled', () => {
    const graph = plantedGraph(4, 15, 0.4, 0.02, new Random(1, 'planted'));
    const detection = detect(graph, { seed: 1 });
    expect(() => silos(graph, detection, { seed: 1, signal: AbortSignal.abort() })).toThrow('cancelled');
  });
});

describe.runIf(hasDelta)('silos of the Delta Science Tracker', () => {
  it('certifies none under the count projection, with reasons', () => {
    const { graph } = delta('count');
    const detection = detect(graph, { seed: 1 });
    const found = silos(graph, detection, { seed: 1 });
    expect(graph.ties.count).toBe(514);
    expect(detection.modularity).toBeGreaterThanOrEqual(0.24424);
    for (const silo of found.silos) {
      expect(silo.certified).toBe(false);
      expect(silo.reasons.length).toBeGreaterThan(0);
    }
  });

  it('certifies the five around Chapman under newman, closed, on two projects', () => {
    const { graph } = delta('newman');
    const detection = detect(graph, { seed: 1 });
    const found = silos(graph, detection, { seed: 1 });
    expect(detection.modularity).toBeGreaterThanOrEqual(0.32567);
    const sizes = found.silos
      .filter(({ size }) => size >= 4)
      .map((silo) => [silo.size, silo.inside, silo.leaving]);
    expect(sizes).toEqual([[34, 75, 114], [25, 59, 139], [23, 41, 94], [18, 36, 105], [13, 34, 58], [5, 8, 6]]); // prettier-ignore
    const [five, ...others] = found.silos.filter((silo) => silo.certified);
    expect(others).toEqual([]);
    expect(Array.from(five!.members, (v) => graph.ids[v])).toEqual([
      '49635',
      '49669',
      '49712',
      '49723',
      '49762',
    ]);
    expect(five!.conductance).toBeCloseTo(0.273, 3);
    expect(five!.eiIndex).toBeCloseTo(-0.143, 3);
    expect(five).toMatchObject({ stability: 1, grade: 'closed', collaborations: 2 });
    expect(five!.p).toBeGreaterThanOrEqual(0.015);
    expect(five!.p).toBeLessThanOrEqual(0.05);
    expect(five!.ps).toHaveLength(5);
  });
});
