import type { Graph } from '#analysis/graph/graph.ts';

/** What a detection reads of a graph: symmetric rows without loops. */
export type Rows = Pick<Graph, 'n' | 'offsets' | 'targets' | 'strengths'>;

/** One level of an agglomerating detection: rows between bundles of nodes; ties within a bundle stay in its volume. */
export interface Level extends Rows {
  /** Sum of the strengths at the ends in each bundle: the strength of a node on the first level. */
  readonly volumes: Float64Array;
}

/** The first level: every node a bundle of its own. */
export function firstLevel({ n, offsets, targets, strengths }: Rows): Level {
  const volumes = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    let sum = 0;
    for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) sum += strengths[slot]!;
    volumes[v] = sum;
  }
  return { n, offsets, targets, strengths, volumes };
}

/**
 * The next level: the bundles of one label become one, ties between two labels are added up.
 *
 * Input    label of each bundle, 0…count−1, none empty.
 * Cost     time O(n + slots), memory one copy of the rows.
 */
export function nextLevel(level: Level, labels: Uint32Array, count: number): Level {
  const { starts, members } = membersByLabel(labels, count);
  const offsets = new Uint32Array(count + 1);
  const targets = new Uint32Array(level.targets.length);
  const strengths = new Float64Array(level.targets.length);
  const volumes = new Float64Array(count);
  const sums = new Float64Array(count);
  let end = 0;
  for (let label = 0; label < count; label++) {
    const start = end;
    for (let at = starts[label]!; at < starts[label + 1]!; at++) {
      const v = members[at]!;
      volumes[label]! += level.volumes[v]!;
      for (let slot = level.offsets[v]!; slot < level.offsets[v + 1]!; slot++) {
        const other = labels[level.targets[slot]!]!;
        if (other === label) continue;
        if (sums[other] === 0) targets[end++] = other;
        sums[other]! += level.strengths[slot]!;
      }
    }
    for (let slot = start; slot < end; slot++) {
      strengths[slot] = sums[targets[slot]!]!;
      sums[targets[slot]!] = 0;
    }
    offsets[label + 1] = end;
  }
  return {
    n: count,
    offsets,
    targets: targets.subarray(0, end),
    strengths: strengths.subarray(0, end),
    volumes,
  };
}

/** Members of each label, ascending: count + 1 starts into members. */
export function membersByLabel(labels: Uint32Array, count: number) {
  const starts = new Uint32Array(count + 1);
  for (const label of labels) starts[label + 1]!++;
  for (let label = 0; label < count; label++) starts[label + 1]! += starts[label]!;
  const next = starts.slice(0, count);
  const members = new Uint32Array(labels.length);
  for (let v = 0; v < labels.length; v++) members[next[labels[v]!]!++] = v;
  return { starts, members };
}

/** Renames labels to 0…count−1 by first appearance, in place; returns count. Labels lie below their number. */
export function compactLabels(labels: Uint32Array): number {
  const names = new Int32Array(labels.length).fill(-1);
  let count = 0;
  for (let v = 0; v < labels.length; v++) {
    const label = labels[v]!;
    if (names[label] === -1) names[label] = count++;
    labels[v] = names[label]!;
  }
  return count;
}
