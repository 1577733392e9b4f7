import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import type { Measure } from '#analysis/measure.ts';
import { fromTies, groupsOf, type Pair } from '#test/analysis/graphs.ts';
import { columns, isClose, measureContext } from '#test/analysis/run-measure.ts';

/** Loops, parallel ties, a strength of 0, islands, strengths that differ: seven kept ties of ten nodes. */
const mixedPairs: readonly Pair[] = [
  [0, 1, 2],
  [1, 2, 1],
  [2, 0, 3],
  [2, 3, 1],
  [3, 4, 2],
  [1, 0, 1],
  [5, 5, 1],
  [6, 7, 4],
  [7, 6, 1],
  [8, 9, 0],
  [3, 5, 1],
];
const mixed = (options: Parameters<typeof fromTies>[2] = {}): Graph => fromTies(10, mixedPairs, options);
const mixedLabels = [0, 0, 1, 1, 1, 0, 2, 0, -1, 2];

/** Everything that a column may be checked against. */
function shape(measure: Measure, graph: Graph): number {
  if (measure.level === 'network') return 1;
  return measure.level === 'tieFlag' ? graph.ties.count : graph.n;
}

/** What every measure of the registry must keep, whatever it computes. */
export function measureSuite(measure: Measure): void {
  describe(`${measure.id} (${measure.level})`, () => {
    const run = (graph: Graph, groups: Groups | null): Record<string, (number | null)[]> =>
      columns(measure, graph, measureContext({ groups }));

    it.each([
      ['no node', fromTies(0, []), []],
      ['one node', fromTies(1, []), [0]],
      ['one node with a loop', fromTies(1, [[0, 0]]), [0]],
      ['islands', fromTies(5, []), [0, 0, 1, 1, -1]],
      ['one tie', fromTies(2, [[0, 1]]), [0, 1]],
      ['loops, parallel ties, islands', mixed(), mixedLabels],
      ['arcs', mixed({ directed: true }), mixedLabels],
      ['lengths', mixed({ distance: 'inverseStrength' }), mixedLabels],
    ])('answers for %s with one finite value or null a place', (_, graph, labels) => {
      for (const groups of [groupsOf(labels), null]) {
        const found = run(graph, groups);
        expect(Object.keys(found)).toEqual(measure.keys.length > 0 ? measure.keys : ['value']);
        for (const values of Object.values(found)) {
          expect(values).toHaveLength(shape(measure, graph));
          for (const value of values) expect(value === null || Number.isFinite(value)).toBe(true);
        }
        if (groups === null && measure.needsGroups) {
          expect(
            Object.values(found)
              .flat()
              .every((value) => value === null),
          ).toBe(true);
        }
      }
    });

    it('sees parallel ties merged, loops and strengths of 0 left out', () => {
      const merged = fromTies(10, [
        [0, 1, 3],
        [0, 2, 3],
        [1, 2, 1],
        [2, 3, 1],
        [3, 4, 2],
        [3, 5, 1],
        [6, 7, 5],
      ]);
      expect(run(mixed(), groupsOf(mixedLabels))).toEqual(run(merged, groupsOf(mixedLabels)));
    });

    it('permutes with the nodes', () => {
      for (const directed of [false, true]) {
        const to = new Random(7, 'relabel').shuffle(Array.from({ length: 10 }, (_, v) => v));
        const labels: number[] = [];
        mixedLabels.forEach((label, v) => (labels[to[v]!] = label));
        const moved = fromTies(
          10,
          mixedPairs.map(([u, v, strength]): Pair => [to[u]!, to[v]!, strength ?? 1]),
          { directed },
        );
        const before = mixed({ directed });
        const there = run(moved, groupsOf(labels));
        for (const [key, values] of Object.entries(run(before, groupsOf(mixedLabels)))) {
          values.forEach((value, place) => {
            expect(isClose(value, there[key]?.[movedPlace(measure, before, moved, to, place)])).toBe(true);
          });
        }
      }
    });

    it('leaves its input as it was and says the same twice', () => {
      const graph = mixed();
      const groups = groupsOf(mixedLabels);
      const before = structuredClone({ graph, groups });
      const first = run(graph, groups);
      expect({ graph, groups }).toEqual(before);
      expect(run(graph, groups)).toEqual(first);
      expect(run(mixed(), groupsOf(mixedLabels))).toEqual(first);
    });

    it('gives results that a caller may change without changing the next', () => {
      const graph = mixed();
      const groups = groupsOf(mixedLabels);
      const first = run(graph, groups);
      const result = measure.run(graph, {}, measureContext({ groups }));
      if (result instanceof Float64Array || result instanceof Uint8Array) result.fill(99);
      expect(run(graph, groups)).toEqual(first);
    });

    it('stops when it is told to', () => {
      const signal = AbortSignal.abort();
      expect(() =>
        measure.run(mixed(), {}, measureContext({ signal, groups: groupsOf(mixedLabels) })),
      ).toThrow(expect.objectContaining({ code: 'ABORTED' }));
    });

    it('refuses a parameter that it does not know', () => {
      expect(() => measure.run(mixed(), { noSuchParameter: 1 }, measureContext())).toThrow(
        expect.objectContaining({ code: 'PARAMETER_NOT_VALID' }),
      );
    });

    it('reports its progress at most some tens of times, between 0 and 1', () => {
      const seen: number[] = [];
      const ring = fromTies(
        300,
        Array.from({ length: 300 }, (_, v): Pair => [v, (v + 1) % 300]),
      );
      const labels = Array.from({ length: 300 }, (_, v) => v % 3);
      measure.run(
        ring,
        {},
        measureContext({ groups: groupsOf(labels), progress: (done) => seen.push(done) }),
      );
      expect(seen.length).toBeLessThan(100);
      for (const done of seen) expect(done >= 0 && done <= 1).toBe(true);
    });

    it('says what it is, and has its page', () => {
      for (const text of [measure.label, measure.definition, measure.unit, measure.cost]) {
        expect(text).not.toBe('');
      }
      expect(measure.references.length).toBeGreaterThan(0);
      const page = new URL(`../../docs/measures/${measure.id}.md`, import.meta.url);
      expect(existsSync(page)).toBe(true);
      expect(readFileSync(page, 'utf8')).toContain(measure.definition);
    });
  });
}

/** Where a value stands after the nodes moved: at the node's new index, or at the tie between the new ends. */
function movedPlace(
  measure: Measure,
  before: Graph,
  moved: Graph,
  to: readonly number[],
  place: number,
): number {
  if (measure.level === 'network') return 0;
  if (measure.level !== 'tieFlag') return to[place]!;
  const one = to[before.ties.a[place]!]!;
  const two = to[before.ties.b[place]!]!;
  return Array.from(moved.ties.a.keys()).findIndex(
    (tie) => moved.ties.a[tie] === Math.min(one, two) && moved.ties.b[tie] === Math.max(one, two),
  );
}
