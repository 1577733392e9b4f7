import { AnalysisError } from '#analysis/errors.ts';
import type { Arcs, Graph, GraphOptions, Origin, Ties, TieRows } from '#analysis/graph/graph.ts';
import { joinRows, projectTwoMode } from '#analysis/graph/projection.ts';

const defaults: GraphOptions = { weights: 'strength', distance: 'hops' };

/**
 * Builds the graph from where its ties come from. The same origin and options give the same bytes.
 *
 * Input    ids: n unique names in node order; origin: stated rows and two-mode parts, by node index.
 * Policy   loops left out, strengths of 0 left out, parallel ties merged by adding strengths; each counted
 *          (parallelMerged = rows − loops − zero strengths − ties; rows are relationships and projected pairs).
 * Cost     time O(n + rows · log(rows of one node)), memory 12 words a row.
 * Errors   STRENGTH_NOT_VALID, TIE_END_UNKNOWN
 */
export function buildGraph(
  ids: readonly string[],
  origin: Origin,
  options: Partial<GraphOptions> = {},
): Graph {
  const settled = { ...defaults, ...options };
  const n = ids.length;
  const rows = joinRows([origin.stated, ...origin.projected.map(projectTwoMode)]);
  checkRows(rows, ids);
  const { ties, loops, zeros } = mergeRows(rows, n, settled.weights);
  const { offsets, targets, tieAt } = symmetricRows(ties, n);
  const strengths = new Float64Array(tieAt.length);
  for (let slot = 0; slot < tieAt.length; slot++) strengths[slot] = ties.strength[tieAt[slot]!]!;
  const directed = rows.directed.includes(1);
  return {
    n,
    ids,
    ties,
    offsets,
    targets,
    strengths,
    tieAt,
    lengths: settled.distance === 'inverseStrength' ? strengths.map((strength) => 1 / strength) : null,
    arcs: directed ? buildArcs(rows, n) : null,
    directed,
    weighted: ties.strength.some((strength) => strength !== 1),
    counts: {
      loopsLeftOut: loops,
      zeroLeftOut: zeros,
      parallelMerged: rows.from.length - loops - zeros - ties.count,
    },
    origin,
    options: settled,
  };
}

function checkRows(rows: TieRows, ids: readonly string[]): void {
  for (let row = 0; row < rows.from.length; row++) {
    const from = rows.from[row] as number;
    const to = rows.to[row] as number;
    const strength = rows.strength[row] as number;
    if (from >= ids.length || to >= ids.length) {
      throw new AnalysisError(
        'TIE_END_UNKNOWN',
        `Tie ${row + 1} names node ${Math.max(from, to)} of ${ids.length}.`,
      );
    }
    if (!Number.isFinite(strength) || strength < 0) {
      throw new AnalysisError(
        'STRENGTH_NOT_VALID',
        `The tie between ${ids[from]} and ${ids[to]} has the strength ${strength}.`,
        'A finite number of 0 or more; 0 is no tie.',
      );
    }
  }
}

/** Rows of one pair become one tie, a < b, sorted by (a, b): a counting sort by b, then a stable one by a. */
function mergeRows(rows: TieRows, n: number, weights: GraphOptions['weights']) {
  const length = rows.from.length;
  const low = new Uint32Array(length);
  const high = new Uint32Array(length);
  const kept = new Uint32Array(length);
  let count = 0;
  let loops = 0;
  let zeros = 0;
  for (let row = 0; row < length; row++) {
    const from = rows.from[row]!;
    const to = rows.to[row]!;
    low[row] = Math.min(from, to);
    high[row] = Math.max(from, to);
    if (from === to) loops++;
    else if (rows.strength[row] === 0) zeros++;
    else kept[count++] = row;
  }
  const order = countingSort(countingSort(kept.subarray(0, count), high, n), low, n);
  const a = new Uint32Array(count);
  const b = new Uint32Array(count);
  const strength = new Float64Array(count);
  let merged = 0;
  for (const row of order) {
    const isNew = merged === 0 || a[merged - 1] !== low[row] || b[merged - 1] !== high[row];
    if (!isNew && weights === 'ignore') continue;
    const added = weights === 'strength' ? rows.strength[row]! : 1;
    if (!isNew) {
      strength[merged - 1]! += added;
      continue;
    }
    a[merged] = low[row]!;
    b[merged] = high[row]!;
    strength[merged++] = added;
  }
  const ties: Ties = {
    count: merged,
    a: a.slice(0, merged),
    b: b.slice(0, merged),
    strength: strength.slice(0, merged),
  };
  return { ties, loops, zeros };
}

/** Stable counting sort of items by their keys in 0…bound−1. */
function countingSort(items: Uint32Array, keys: ArrayLike<number>, bound: number): Uint32Array {
  const starts = new Uint32Array(bound + 1);
  for (const item of items) starts[keys[item]! + 1]!++;
  for (let key = 0; key < bound; key++) starts[key + 1]! += starts[key]!;
  const sorted = new Uint32Array(items.length);
  for (const item of items) sorted[starts[keys[item]!]!++] = item;
  return sorted;
}

/** Both directions of every tie as CSR; ties sorted by (a, b) leave every row ascending. */
function symmetricRows(ties: Ties, n: number) {
  const offsets = new Uint32Array(n + 1);
  for (let tie = 0; tie < ties.count; tie++) {
    offsets[ties.a[tie]! + 1]!++;
    offsets[ties.b[tie]! + 1]!++;
  }
  for (let v = 0; v < n; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice(0, n);
  const targets = new Uint32Array(ties.count * 2);
  const tieAt = new Uint32Array(ties.count * 2);
  const put = (row: number, target: number, tie: number): void => {
    const slot = next[row]!++;
    targets[slot] = target;
    tieAt[slot] = tie;
  };
  for (let tie = 0; tie < ties.count; tie++) put(ties.b[tie]!, ties.a[tie]!, tie);
  for (let tie = 0; tie < ties.count; tie++) put(ties.a[tie]!, ties.b[tie]!, tie);
  return { offsets, targets, tieAt };
}

/** Distinct arcs without loops and zero strengths; an undirected row is two arcs. */
function buildArcs(rows: TieRows, n: number): Arcs {
  const from: number[] = [];
  const to: number[] = [];
  const seen = new Set<number>();
  const add = (u: number, v: number): void => {
    const key = u * n + v;
    if (seen.has(key)) return;
    seen.add(key);
    from.push(u);
    to.push(v);
  };
  for (let row = 0; row < rows.from.length; row++) {
    const u = rows.from[row]!;
    const v = rows.to[row]!;
    if (u === v || rows.strength[row] === 0) continue;
    add(u, v);
    if (rows.directed[row] === 0) add(v, u);
  }
  const out = arcRows(from, to, n);
  const incoming = arcRows(to, from, n);
  return {
    count: from.length,
    outOffsets: out.offsets,
    outTargets: out.targets,
    inOffsets: incoming.offsets,
    inTargets: incoming.targets,
  };
}

function arcRows(from: readonly number[], to: readonly number[], n: number) {
  const byTarget = countingSort(Uint32Array.from(from.keys()), to, n);
  const sorted = countingSort(byTarget, from, n);
  const offsets = new Uint32Array(n + 1);
  for (const row of from) offsets[row + 1]!++;
  for (let v = 0; v < n; v++) offsets[v + 1]! += offsets[v]!;
  return { offsets, targets: Uint32Array.from(sorted, (arc) => to[arc]!) };
}
