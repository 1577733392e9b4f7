import { expect, it } from 'vitest';
import type { Graph } from '#analysis/graph/graph.ts';
import { oncePerGraph } from '#analysis/structures/once-per-graph.ts';
import { path } from '#test/analysis/graphs.ts';

it('computes once for a graph, again for another', () => {
  const seen: Graph[] = [];
  const sizes = oncePerGraph((graph) => {
    seen.push(graph);
    return [graph.n];
  });
  const [one, two] = [path(3), path(3)];
  expect(sizes(one)).toBe(sizes(one));
  expect(sizes(two)).not.toBe(sizes(one));
  expect(seen).toEqual([one, two]);
});
