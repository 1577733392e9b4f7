import { checkAborted } from '#analysis/errors.ts';
import { BackupBounds } from '#analysis/findings/backup-bounds.ts';
import { backupTie, type BackupTie } from '#analysis/findings/backup-tie.ts';
import { DistanceRow } from '#analysis/findings/distance-row.ts';
import { fragmentationWithout, type Remainder } from '#analysis/findings/fragmentation-without.ts';
import { GrownDistances } from '#analysis/findings/grown-distances.ts';
import { Levels } from '#analysis/findings/levels.ts';
import { LostPairs } from '#analysis/findings/lost-pairs.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';

/** What the network would lose without one node. */
export interface Dependence {
  readonly node: number;
  /** Share of the closeness across groups that is lost, 0…1; null: no connected pair across groups without it. */
  readonly loss: number | null;
  /** Pairs connected before and not after, neither of them the node. */
  readonly parted: number;
  /** Those of them that are in different groups. */
  readonly partedAcross: number;
  /** Nodes that reach the largest remaining part of their component only through this one, ascending. */
  readonly cutOff: readonly number[];
  /** KPP fragmentation of the other n − 1 nodes; null below two of them. */
  readonly fragmentation: number | null;
  /** Share of connected cross-group pairs without the node whose distance grows or ends; null: no such pair. */
  readonly dependence: number | null;
  /** null: nothing is lost. */
  readonly backup: BackupTie | null;
}

export interface DependenceOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
  /** Orders the sources when the lost pairs are too many to keep them all. */
  readonly seed?: number;
  /** Lost pairs kept in memory at once, over all nodes asked for (16 bytes or more each). */
  readonly keep?: number;
  /** Elementary steps for all backup ties together; each keeps the best it found when its share is used up. */
  readonly effort?: number;
}

/**
 * What depends on each of some nodes: loss, parted pairs, dependence, fragmentation and the backup tie.
 *
 * Over the pairs X in different groups without b (groups and X frozen):
 * loss(b) = Σ [1/d_G − 1/d_{G−b}] / Σ 1/d_G, dependence(b) = share of the connected pairs whose distance grows.
 *
 * Input    groups: −1 is in no pair. Distances are hops, or the graph's lengths.
 * Islands  an unreachable pair counts 0 before and after; it is no connected pair.
 * Random   none; only above `keep` lost pairs the backup tie is sought over a seeded sample (exact: false).
 * Cost     time O(n · m) for all nodes together, and O(n + grown pairs) for each; the backup tie by branch and bound.
 *          Memory 24 bytes a kept lost pair, nothing n × n.
 * Errors   ABORTED
 */
export function whatDepends(
  graph: Graph,
  groups: Groups,
  nodes: readonly number[],
  options: DependenceOptions = {},
): readonly Dependence[] {
  const { signal = new AbortController().signal, progress } = options;
  const row = new DistanceRow(graph);
  const grown = new GrownDistances(graph);
  const removals = nodes.map((node) => new Removal(graph, groups, node, nodes.length, options));
  const all = new Across();
  for (let source = 0; source < graph.n; source++) {
    if (source % 64 === 0) checkAborted(signal);
    if (source % 512 === 0) progress?.((0.5 * source) / graph.n);
    row.from(source);
    countAcross(row, groups, all, source);
    for (const removal of removals) {
      if (source === removal.node) countAcross(row, groups, removal.own, -1);
      else removal.add(row, grown);
    }
  }
  return removals.map((removal, k) => {
    progress?.(0.5 + (0.5 * k) / removals.length);
    return removal.settle(all, signal);
  });
}

/** What depends on one node: see whatDepends. */
export function dependsOn(
  graph: Graph,
  groups: Groups,
  node: number,
  options: DependenceOptions = {},
): Dependence {
  return whatDepends(graph, groups, [node], options)[0]!;
}

/** Connected pairs in different groups and the sum of their closeness. */
class Across {
  pairs = 0;
  closeness = 0;
}

/** Adds the pairs of a row with nodes above `after`. */
function countAcross(row: DistanceRow, groups: Groups, into: Across, after: number): void {
  const own = groups.of[row.source]!;
  if (own < 0) return;
  for (let k = 1; k < row.reached; k++) {
    const node = row.order[k]!;
    const group = groups.of[node]!;
    if (node <= after || group < 0 || group === own) continue;
    into.pairs++;
    into.closeness += 1 / row.values[node]!;
  }
}

/** Everything about one node taken out, gathered source by source. */
class Removal {
  readonly node: number;
  /** Pairs that the node itself is in. */
  readonly own = new Across();
  readonly #graph: Graph;
  readonly #groups: Groups;
  readonly #remainder: Remainder;
  readonly #fromRemoved: Float64Array;
  readonly #levels: Levels;
  readonly #newLength = 1;
  readonly #lost: LostPairs;
  readonly #bounds: BackupBounds;
  readonly #nodes: Uint32Array;
  readonly #effort: number;
  #closeness = 0;
  #grew = 0;
  #partedAcross = 0;

  constructor(graph: Graph, groups: Groups, node: number, nodes: number, options: DependenceOptions) {
    const { keep = 12e6, seed = 1, effort = 3e8 } = options;
    const row = new DistanceRow(graph);
    row.from(node);
    this.node = node;
    this.#graph = graph;
    this.#groups = groups;
    this.#remainder = fragmentationWithout(graph, node);
    this.#fromRemoved = row.values;
    this.#levels = new Levels(graph, row.values);
    this.#lost = new LostPairs(graph.n, Math.ceil(keep / nodes), seed);
    this.#bounds = new BackupBounds(graph.n, this.#levels, this.#newLength);
    this.#nodes = new Uint32Array(graph.n);
    this.#effort = effort / nodes;
  }

  /** Takes the pairs of a source that is not the node. */
  add(row: DistanceRow, grown: GrownDistances): void {
    grown.without(this.node, row);
    const { source, values } = row;
    const own = this.#groups.of[source]!;
    if (grown.count === 0 || own < 0) return;
    let kept = 0;
    for (let k = 0; k < grown.count; k++) {
      const node = grown.nodes[k]!;
      const group = this.#groups.of[node]!;
      if (group < 0 || group === own) continue;
      if (this.#lost.keeps(Math.min(source, node))) this.#nodes[kept++] = node;
      if (node > source) this.#count(source, node, values[node]!, grown.after[node]!);
    }
    if (kept > 0) this.#bounds.add(row, this.#fromRemoved, grown, this.#nodes, kept);
  }

  #count(source: number, node: number, before: number, after: number): void {
    this.#grew++;
    if (after === Infinity) this.#partedAcross++;
    this.#closeness += 1 / before - 1 / after;
    this.#lost.add(source, node, before, after);
  }

  settle(all: Across, signal: AbortSignal): Dependence {
    const pairs = all.pairs - this.own.pairs;
    const { fragmentation, parted, cutOff, component } = this.#remainder;
    const backup = backupTie({
      graph: this.#graph,
      removed: this.node,
      fromRemoved: this.#fromRemoved,
      component,
      lost: this.#lost,
      bounds: this.#bounds,
      levels: this.#levels,
      newLength: this.#newLength,
      effort: this.#effort,
      signal,
    });
    return {
      node: this.node,
      loss: pairs === 0 ? null : this.#closeness / (all.closeness - this.own.closeness),
      parted,
      partedAcross: this.#partedAcross,
      cutOff,
      fragmentation,
      dependence: pairs === 0 ? null : this.#grew / pairs,
      backup,
    };
  }
}
