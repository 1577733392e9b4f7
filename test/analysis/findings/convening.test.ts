import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convening } from '#analysis/findings/convening.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import { benchNetwork, mediumShape } from '#test/bench/graph.ts';
import { empty, fromTies, groupsOf, karate, karateClub, path, type Pair } from '#test/analysis/graphs.ts';

describe('karate, groups = club (MEASURES)', () => {
  it.each([
    [3, 0.0467],
    [4, 0.0599],
  ])('%i seats gain %f', (seats, gain) => {
    const found = convening(karate(), karateClub(), { seats, seed: 1 });
    expect(found.gain).toBeCloseTo(gain, 4);
    expect(found.exact).toBe(true);
    expect(found.invite).toHaveLength(seats);
  });

  it('the search finds what enumeration would have found', () => {
    // C(34, 5) = 278,256 rooms are tried, C(34, 6) = 1,344,904 are not.
    const found = convening(karate(), karateClub(), { seats: 6, seed: 1 });
    expect(found.exact).toBe(false);
    expect(found.gain).toBeGreaterThanOrEqual(found.random!.best);
    expect(found.gain).toBeGreaterThan(0.0599);
  });

  it('counts the random rooms by what they gain', () => {
    const {
      rooms: drawn,
      counts,
      mean,
      best,
    } = convening(karate(), karateClub(), { seats: 6, seed: 1 }).random!;
    expect(counts).toHaveLength(24);
    expect(counts.reduce((sum, count) => sum + count)).toBe(drawn);
    expect(counts.at(-1)).toBeGreaterThan(0);
    const middle = counts.reduce((sum, count, step) => sum + (count * (step + 0.5) * best) / 24, 0) / drawn;
    expect(Math.abs(middle - mean)).toBeLessThan(best / 48);
  });

  it('is the same for the same seed', () => {
    const options = { seats: 6, seed: 5 };
    expect(convening(karate(), karateClub(), options)).toEqual(convening(karate(), karateClub(), options));
  });
});

describe('against the definition', () => {
  const networks = fc.record({
    pairs: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), {
      maxLength: 12,
    }),
    labels: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 }),
    seats: fc.integer({ min: 2, max: 4 }),
  });

  it('every room of small random networks, by rebuilding the graph', () => {
    fc.assert(
      fc.property(networks, ({ pairs, labels, seats }) => {
        const graph = fromTies(8, pairs);
        const groups = groupsOf(labels);
        const found = convening(graph, groups, { seats, seed: 1 });
        const before = meanCloseness(graph, groups, []);
        if (before === null) {
          expect(found.gain).toBeNull();
          return;
        }
        const gains = rooms(8, seats).map((room) => meanCloseness(graph, groups, room)! - before);
        expect(found.before).toBeCloseTo(before, 12);
        expect(found.gain).toBeCloseTo(Math.max(...gains), 9);
        expect(meanCloseness(graph, groups, found.invite)! - before).toBeCloseTo(found.gain!, 9);
        for (const [seat, invited] of found.invite.entries()) {
          const others = found.invite.filter((one) => one !== invited);
          const lost = found.gain! - (meanCloseness(graph, groups, others)! - before);
          expect(found.lostWithout![seat]).toBeCloseTo(lost, 9);
        }
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});

describe('where not every pair in the room forms a tie', () => {
  it('is what all outcomes weigh together, by rebuilding the graph for each', () => {
    const graph = path(9);
    const groups = groupsOf([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    const found = convening(graph, groups, { seats: 3, chance: 0.3, seed: 1 });
    const before = meanCloseness(graph, groups, [])!;
    const pairs: Pair[] = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map(([a, b]) => [found.invite[a!]!, found.invite[b!]!]);
    const gains = Array.from({ length: 8 }, (_, outcome) => {
      const tied = pairs.filter((__, bit) => (outcome >> bit) & 1);
      const ties = [...graph.ties.a].map((a, tie): Pair => [a, graph.ties.b[tie]!]);
      const after = meanCloseness(fromTies(9, [...ties, ...tied]), groups, [])! - before;
      return { after, share: 0.3 ** tied.length * 0.7 ** (3 - tied.length) };
    });
    const exact = gains.reduce((sum, { after, share }) => sum + after * share, 0);
    const spread = Math.sqrt(gains.reduce((sum, { after, share }) => sum + share * (after - exact) ** 2, 0));
    expect(found.expected).toMatchObject({ chance: 0.3, low: 0, draws: 400 });
    // Four standard errors of the mean of 400 draws.
    expect(Math.abs(found.expected!.gain - exact)).toBeLessThan((4 * spread) / 20);
    expect(gains.some(({ after }) => Math.abs(after - found.expected!.high) < 1e-12)).toBe(true);
    expect(found.expected!.high).toBeGreaterThan(exact);
  });

  it('is the best case where every pair does, and less where fewer do', () => {
    const gainAt = (chance: number) =>
      convening(karate(), karateClub(), { seats: 4, chance, seed: 2 }).expected!;
    const best = gainAt(1);
    expect([best.low, best.high, best.gain]).toEqual([best.gain, best.gain, best.gain]);
    expect(best.gain).toBeCloseTo(0.0599, 4);
    expect(gainAt(0.999999).gain).toBeCloseTo(best.gain, 9);
    expect(gainAt(0.5).gain).toBeLessThan(best.gain);
    expect(gainAt(0.25).gain).toBeLessThan(gainAt(0.5).gain);
    expect(convening(karate(), karateClub(), { seats: 4, seed: 2 }).expected).toBeNull();
  });
});

describe('rules of a room', () => {
  it('invites those who must be there, and seats apart those who should be', () => {
    const found = convening(karate(), karateClub(), { seats: 3, must: [11], apart: [[11, 33]], seed: 1 });
    expect(found.invite).toContain(11);
    expect(found.invite).not.toContain(33);
  });

  it('keeps the cap of a party', () => {
    const party = Array.from({ length: 34 }, (_, v) => v % 3);
    const found = convening(karate(), karateClub(), { seats: 3, cap: 1, party, seed: 1, must: [0] });
    expect(found.invite.filter((v) => party[v] === 0)).toEqual([0]);
  });

  it('refuses what cannot be', () => {
    const ask = (options: Partial<Parameters<typeof convening>[2]>) => () =>
      convening(path(4), groupsOf([0, 0, 1, 1]), { seats: 2, seed: 1, ...options });
    expect(ask({ seats: 1 })).toThrow(/seats is 1/);
    expect(ask({ seats: 5 })).toThrow(/seats is 5/);
    expect(ask({ must: [0, 1, 2] })).toThrow(/3 must be invited to 2 seats/);
    expect(ask({ must: [9] })).toThrow(/no node 9/);
    expect(ask({ must: [0, 2], apart: [[0, 2]] })).toThrow(/0 and 2 must be invited and must sit apart/);
    expect(ask({ chance: 0 })).toThrow(/chance is 0/);
    expect(ask({ chance: 1.5 })).toThrow(/chance is 1.5/);
    expect(ask({ cap: 1 })).toThrow(/cap is 1/);
  });

  it('gives null where no pair is in different groups', () => {
    const found = convening(empty(3), groupsOf([0, 0, 0]), { seats: 2, seed: 1 });
    expect(found).toMatchObject({
      gain: null,
      before: null,
      lostWithout: null,
      expected: null,
      bestConnectedGain: null,
    });
  });
});

describe('a network of 400', () => {
  it('chooses candidates and a sample of pairs, says so, and never falls below the random rooms', () => {
    const network = benchNetwork({ ...mediumShape, nodes: 400, ties: 1200 });
    const pairs = [...network.rows.from.keys()].map((row): Pair => [
      network.rows.from[row]!,
      network.rows.to[row]!,
    ]);
    const found = convening(fromTies(400, pairs), groupsOf([...network.groups]), { seats: 3, seed: 1 });
    expect(found).toMatchObject({ exact: false, sources: 300 });
    expect(found.candidates).toBeLessThanOrEqual(130);
    expect(found.standardError).toBeGreaterThan(0);
    expect(found.gain).toBeGreaterThanOrEqual(found.random!.best);
  });
});

function rooms(n: number, seats: number, from = 0): number[][] {
  if (seats === 0) return [[]];
  const found: number[][] = [];
  for (let v = from; v < n; v++) for (const rest of rooms(n, seats - 1, v + 1)) found.push([v, ...rest]);
  return found;
}

/** E_x by Floyd and Warshall, with a clique on the room; null without a pair across groups. */
function meanCloseness(graph: Graph, groups: Groups, room: readonly number[]): number | null {
  const nodes = Array.from({ length: graph.n }, (_, v) => v);
  const d = nodes.map((u) => nodes.map((v) => (u === v ? 0 : Infinity)));
  for (const [tie, u] of graph.ties.a.entries()) {
    const v = graph.ties.b[tie]!;
    d[u]![v] = d[v]![u] = 1;
  }
  for (const u of room) for (const v of room) if (u !== v) d[u]![v] = 1;
  for (const k of nodes)
    for (const u of nodes) for (const v of nodes) d[u]![v] = Math.min(d[u]![v]!, d[u]![k]! + d[k]![v]!);
  const grouped = nodes.filter((v) => groups.of[v]! >= 0);
  const closeness = grouped.flatMap((u) =>
    grouped.filter((v) => v > u && groups.of[u] !== groups.of[v]).map((v) => 1 / d[u]![v]!),
  );
  return closeness.length === 0 ? null : closeness.reduce((sum, one) => sum + one, 0) / closeness.length;
}
