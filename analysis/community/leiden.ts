import { compactLabels, firstLevel, nextLevel, type Level, type Rows } from '#analysis/community/level.ts';
import { moveNodes } from '#analysis/community/move-nodes.ts';
import { refine } from '#analysis/community/refine.ts';
import type { Random } from '#analysis/graph/random.ts';

/** Above this many ties a descent that raises modularity by less than smallRise is the last. */
const manyTies = 10_000;
const smallRise = 2e-4;

/**
 * Leiden: communities of high modularity, each of them connected.
 *
 * Local moving, refinement and aggregation, level upon level; the whole descent is repeated from its own result until
 * nothing moves (above 10,000 ties: until it gains less than .0002, as most descents of a random network gain next
 * to nothing and the null of the silo certificate makes hundreds). Strengths count (all 1 where the lens ignores them).
 *
 * Input    symmetric rows without loops and parallel ties, strengths > 0; resolution γ > 0 (1 is plain modularity).
 * Output   Uint32Array[n], labels 0…k−1 by first appearance.
 * Islands  a node without a tie is a community of its own; n = 0 gives no labels.
 * Random   order of looks, choice in refinement. Same rows, same state of random: same labels.
 * Cost     time about O(m) a descent, some 3 to 20 descents; memory 6 copies of the rows.
 * Source   Traag, Waltman, van Eck 2019, doi:10.1038/s41598-019-41695-z, algorithm A.2
 * Checked  igraph 1.0.0 community_leiden(objective modularity, until no change) on 26 real graphs
 */
export function leiden(graph: Rows, random: Random, resolution = 1): Uint32Array {
  const labels = Uint32Array.from({ length: graph.n }, (_, v) => v);
  const base = firstLevel(graph);
  let total = 0;
  for (const volume of base.volumes) total += volume;
  if (total === 0) return labels;
  const enough = graph.targets.length > 2 * manyTies ? smallRise : 0;
  while (descend(base, labels, total, resolution, random) > enough);
  compactLabels(labels);
  return labels;
}

/** One descent through the levels from the partition given, which it improves in place; by how much modularity rose. */
function descend(
  base: Level,
  labels: Uint32Array,
  total: number,
  resolution: number,
  random: Random,
): number {
  let level = base;
  let current = labels.slice();
  const bundleOf = Uint32Array.from({ length: base.n }, (_, v) => v);
  let rise = 0;
  for (;;) {
    rise += moveNodes(level, current, total, resolution, random);
    // Ends only when every community is one bundle: bundles are connected, so communities are.
    if (compactLabels(current) === level.n) break;
    let parts = refine(level, current, total, resolution, random);
    let count = compactLabels(parts);
    if (count === level.n) {
      parts = connectedParts(level, current);
      count = compactLabels(parts);
    }
    const next = new Uint32Array(count);
    for (let bundle = 0; bundle < level.n; bundle++) next[parts[bundle]!] = current[bundle]!;
    for (let v = 0; v < base.n; v++) bundleOf[v] = parts[bundleOf[v]!]!;
    level = nextLevel(level, parts, count);
    current = next;
  }
  for (let v = 0; v < base.n; v++) labels[v] = current[bundleOf[v]!]!;
  return rise;
}

/** The connected parts of every community: what becomes a bundle where refinement joined nothing. */
function connectedParts(level: Level, labels: Uint32Array): Uint32Array {
  const parts = new Uint32Array(level.n);
  const seen = new Uint8Array(level.n);
  const stack = new Uint32Array(level.n);
  for (let root = 0; root < level.n; root++) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    stack[0] = root;
    for (let top = 1; top > 0;) {
      const v = stack[--top]!;
      parts[v] = root;
      for (let slot = level.offsets[v]!; slot < level.offsets[v + 1]!; slot++) {
        const other = level.targets[slot]!;
        if (seen[other] === 1 || labels[other] !== labels[v]) continue;
        seen[other] = 1;
        stack[top++] = other;
      }
    }
  }
  return parts;
}
