import { readFileSync } from 'node:fs';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import type { Graph, GraphOptions, Groups } from '#analysis/graph/graph.ts';

/** A tie by node indices; its strength is 1 unless it says otherwise. */
export type Pair = readonly [from: number, to: number, strength?: number];

interface FromTiesOptions extends Partial<GraphOptions> {
  /** Every pair is an arc from → to. */
  readonly directed?: boolean;
  /** Default: "0", "1", … */
  readonly ids?: readonly string[];
}

/** A graph of n nodes from stated ties. */
export function fromTies(n: number, pairs: readonly Pair[], options: FromTiesOptions = {}): Graph {
  const { directed = false, ids = Array.from({ length: n }, (_, v) => String(v)), ...graphOptions } = options;
  const stated = {
    from: Uint32Array.from(pairs, ([from]) => from),
    to: Uint32Array.from(pairs, ([, to]) => to),
    strength: Float64Array.from(pairs, ([, , strength]) => strength ?? 1),
    directed: new Uint8Array(pairs.length).fill(directed ? 1 : 0),
  };
  return buildGraph(ids, { stated, projected: [] }, graphOptions);
}

/** 0–1–…–(n−1). */
export function path(n: number): Graph {
  return fromTies(
    n,
    pairsOf(Math.max(0, n - 1), (v) => [v, v + 1]),
  );
}

/** Node 0 tied to 1…leaves; leaves + 1 nodes. */
export function star(leaves: number): Graph {
  return fromTies(
    leaves + 1,
    pairsOf(leaves, (v) => [0, v + 1]),
  );
}

/** n ≥ 3. */
export function cycle(n: number): Graph {
  return fromTies(
    n,
    pairsOf(n, (v) => [v, (v + 1) % n]),
  );
}

export function complete(n: number): Graph {
  const pairs: Pair[] = [];
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) pairs.push([u, v]);
  return fromTies(n, pairs);
}

/** n nodes, no tie. */
export function empty(n: number): Graph {
  return fromTies(n, []);
}

function pairsOf(count: number, pair: (v: number) => Pair): readonly Pair[] {
  return Array.from({ length: count }, (_, v) => pair(v));
}

const karateFolder = new URL('../../data/examples/karate/', import.meta.url);

function csvRows(file: string): string[][] {
  const lines = readFileSync(new URL(file, karateFolder), 'utf8').trim().split('\n');
  return lines.slice(1).map((line) => line.split(','));
}

/** Zachary's karate club: 34 nodes, 78 ties. */
export function karate(options: FromTiesOptions = {}): Graph {
  const pairs = csvRows('ties.csv').map(([source, target]): Pair => [Number(source), Number(target)]);
  return fromTies(34, pairs, options);
}

/** The two sides of the club: Mr. Hi's is group 0, the Officer's group 1. */
export function karateClub(): Groups {
  return groupsOf(csvRows('club.csv').map(([, group]) => (group === 'Mr. Hi' ? 0 : 1)));
}

/** A partition from one label a node, −1: in none. */
export function groupsOf(labels: readonly number[]): Groups {
  const count = Math.max(-1, ...labels) + 1;
  return {
    of: Int32Array.from(labels),
    count,
    names: Array.from({ length: count }, (_, group) => `group ${group}`),
  };
}
