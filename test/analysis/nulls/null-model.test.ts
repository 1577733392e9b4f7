import { describe, expect, it } from 'vitest';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph, type TwoMode } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { nullKind, nullModel, sampledGraph } from '#analysis/nulls/null-model.ts';
import { complete, empty, fromTies, karate, star } from '#test/analysis/graphs.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

const events = twoMode([[0, 1], [2, 3, 4], [0, 2, 5], [1, 5], [3]]); // prettier-ignore
const stated = karate().origin.stated;
const withBoth = (part: TwoMode, rows = stated): Graph =>
  buildGraph(karate().ids, { stated: rows, projected: [part] });

describe('nullModel', () => {
  it('follows where the ties came from', () => {
    expect(nullKind(karate())).toBe('rewired');
    expect(nullKind(withBoth(events, noRows))).toBe('two-mode');
    expect(nullKind(withBoth(events))).toBe('both');
    // An event of one gives no tie, and so is no reason for a two-mode null.
    expect(nullKind(withBoth(twoMode([[0], [1]])))).toBe('rewired');
  });

  it('adds the parts, each rewired by its own null', () => {
    const graph = withBoth(events);
    const model = nullModel(graph, new Random(1, 'null'));
    expect(model.next()).toBe(true);
    const sample = sampledGraph(graph, model);
    const total = (of: Graph): number => of.ties.strength.reduce((sum, strength) => sum + strength, 0);
    expect(total(sample)).toBeCloseTo(total(graph), 10);
    expect(sample.ids).toBe(graph.ids);
    expect(sample.ties).not.toEqual(graph.ties);
  });

  it('merges parallel rows and forgets loops and directions first', () => {
    const graph = fromTies(6, [[0, 1], [1, 0], [2, 2], [2, 3], [4, 5], [1, 2], [3, 4]], { directed: true }); // prettier-ignore
    const model = nullModel(graph, new Random(1, 'null'));
    expect(model.stated.count).toBe(5);
    expect(model.next()).toBe(true);
    expect(sampledGraph(graph, model).ties.count).toBe(5);
    expect(sampledGraph(graph, model).directed).toBe(false);
  });

  it('says why there is none', () => {
    for (const graph of [star(5), complete(5)]) {
      const model = nullModel(graph, new Random(1));
      expect(model.next()).toBe(false);
      expect(model.degenerate).toContain('star or a complete network');
    }
    const model = nullModel(empty(3), new Random(1));
    expect(model.next()).toBe(false);
    expect(model.degenerate).toBe('There is no tie to rewire.');
  });

  it('keeps a part that cannot move beside one that can', () => {
    const rows = star(5).origin.stated;
    const graph = withBoth(events, rows);
    const model = nullModel(graph, new Random(1));
    expect(model.next()).toBe(true);
    expect(model.held).toEqual([
      'The stated ties cannot be rewired and stay as they are in every random network.',
    ]);
    expect([...model.stated.a]).toEqual([0, 0, 0, 0, 0]);
    expect([...model.stated.b]).toEqual([1, 2, 3, 4, 5]);
    expect(model.projected[0]!.members).not.toEqual(events.members);
  });
});
