import type { Graph, Groups } from '#analysis/graph/graph.ts';
import type { Measure, MeasureContext, NetworkMeasure, NodeMeasure } from '#analysis/measure.ts';

/** What a measure is handed where nothing else matters. */
export function measureContext(given: Partial<MeasureContext> = {}): MeasureContext {
  return { seed: 1, signal: new AbortController().signal, groups: null, progress: () => undefined, ...given };
}

/** One value a node, null where it does not exist. */
export function nodeValues(
  measure: NodeMeasure,
  graph: Graph,
  groups: Groups | null = null,
  params: unknown = {},
): (number | null)[] {
  return nullable(measure.run(graph, params, measureContext({ groups })));
}

export function networkValue(
  measure: NetworkMeasure,
  graph: Graph,
  groups: Groups | null = null,
): number | null {
  return measure.run(graph, {}, measureContext({ groups }));
}

export function nullable(values: ArrayLike<number>): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

/** Any result as columns of n (or ties) values by name; a number of the network is one column of one. */
export function columns(
  measure: Measure,
  graph: Graph,
  context: MeasureContext,
): Record<string, (number | null)[]> {
  const result = measure.run(graph, {}, context);
  if (result === null || typeof result === 'number') return { value: [result] };
  if (result instanceof Float64Array || result instanceof Uint8Array) return { value: nullable(result) };
  return Object.fromEntries(Object.entries(result).map(([key, values]) => [key, nullable(values)]));
}

/** Equal to a relative 1e-9 (absolute below 1); null only to null. */
export function isClose(one: number | null | undefined, two: number | null | undefined): boolean {
  if (one === null || two === null || one === undefined || two === undefined) return one === two;
  return Math.abs(one - two) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(two));
}
