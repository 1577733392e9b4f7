/**
 * Measures by their definitions, slowly: an adjacency matrix, every path enumerated, every removal tried. They share
 * nothing with the product but the words.
 */
export type Matrix = readonly (readonly number[])[];

/** Strengths as a matrix, parallel ties added; no loops. */
export function matrixOf(n: number, pairs: readonly (readonly [number, number, number])[]): Matrix {
  const matrix = Array.from({ length: n }, () => Array<number>(n).fill(0));
  for (const [u, v, strength] of pairs) {
    if (u === v) continue;
    matrix[u]![v]! += strength;
    matrix[v]![u]! += strength;
  }
  return matrix;
}

const nodes = (matrix: Matrix): number[] => [...matrix.keys()];
const partners = (matrix: Matrix, v: number): number[] => nodes(matrix).filter((u) => matrix[v]![u]! > 0);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Floyd and Warshall, with a length a step. */
export function distances(matrix: Matrix, length: (strength: number) => number): number[][] {
  const d = matrix.map((row, u) =>
    row.map((strength, v) => (u === v ? 0 : strength > 0 ? length(strength) : Infinity)),
  );
  for (const k of nodes(matrix))
    for (const i of nodes(matrix))
      for (const j of nodes(matrix)) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  return d;
}

/** All simple paths from s to t by walking, the shortest of them kept; counts how many pass each node. */
export function betweennessSlowly(matrix: Matrix, length: (strength: number) => number): number[] {
  const values = nodes(matrix).map(() => 0);
  for (const s of nodes(matrix)) {
    for (const t of nodes(matrix)) {
      if (s >= t) continue;
      const found: { path: number[]; cost: number }[] = [];
      const walk = (path: number[], cost: number): void => {
        const at = path.at(-1)!;
        if (at === t) {
          found.push({ path, cost });
          return;
        }
        for (const next of partners(matrix, at)) {
          if (!path.includes(next)) walk([...path, next], cost + length(matrix[at]![next]!));
        }
      };
      walk([s], 0);
      const least = Math.min(...found.map(({ cost }) => cost));
      const shortest = found.filter(({ cost }) => cost <= least * (1 + 1e-9));
      for (const { path } of shortest) for (const v of path.slice(1, -1)) values[v]! += 1 / shortest.length;
    }
  }
  return values;
}

/** How many components there are when some nodes and one tie are left out. */
export function partsWithout(matrix: Matrix, left: readonly number[], tie: readonly number[] = []): number {
  const open = new Set(nodes(matrix).filter((v) => !left.includes(v)));
  let parts = 0;
  while (open.size > 0) {
    parts++;
    const stack = [[...open][0]!];
    open.delete(stack[0]!);
    while (stack.length > 0) {
      const v = stack.pop()!;
      for (const u of partners(matrix, v)) {
        if (!open.has(u) || (tie.includes(u) && tie.includes(v))) continue;
        open.delete(u);
        stack.push(u);
      }
    }
  }
  return parts;
}

/** For each k: throw out who has fewer than k partners left until nobody has. */
export function corenessSlowly(matrix: Matrix): number[] {
  const values = nodes(matrix).map(() => 0);
  for (let k = 1; k < matrix.length; k++) {
    let kept = nodes(matrix);
    for (let before = -1; before !== kept.length;) {
      before = kept.length;
      const now = kept;
      kept = now.filter((v) => partners(matrix, v).filter((u) => now.includes(u)).length >= k);
    }
    for (const v of kept) values[v] = k;
  }
  return values;
}

export function clusteringSlowly(matrix: Matrix): (number | null)[] {
  return nodes(matrix).map((v) => {
    const pairs = partners(matrix, v).flatMap((u, i, all) => all.slice(i + 1).map((w) => [u, w] as const));
    return pairs.length === 0 ? null : pairs.filter(([u, w]) => matrix[u]![w]! > 0).length / pairs.length;
  });
}

export function constraintSlowly(matrix: Matrix): (number | null)[] {
  const p = matrix.map((row) => row.map((strength) => strength / sum(row)));
  return nodes(matrix).map((i) => {
    const own = partners(matrix, i);
    if (own.length === 0) return null;
    return sum(
      own.map((j) => {
        const ways = nodes(matrix).filter((q) => q !== i && q !== j && matrix[i]![q]! > 0);
        return (p[i]![j]! + sum(ways.map((q) => p[i]![q]! * p[q]![j]!))) ** 2;
      }),
    );
  });
}

/** Everett and Borgatti's words: partners less the mean number of ties each has to the others. */
export function effectiveSizeSlowly(matrix: Matrix): (number | null)[] {
  return nodes(matrix).map((v) => {
    const own = partners(matrix, v);
    if (own.length === 0) return null;
    return own.length - sum(own.map((u) => own.filter((w) => matrix[u]![w]! > 0).length)) / own.length;
  });
}

function roleName(
  a: number,
  b: number,
  c: number,
): 'coordinator' | 'gatekeeper' | 'representative' | 'consultant' | 'liaison' {
  const kinds = new Set([a, b, c]).size;
  if (kinds === 1) return 'coordinator';
  if (kinds === 3) return 'liaison';
  if (a === c) return 'consultant';
  return a === b ? 'representative' : 'gatekeeper';
}

/** Role → count, of each node, from every ordered triple; has(a, b): the arc a → b is there. */
export function rolesSlowly(
  labels: readonly number[],
  has: (a: number, b: number) => boolean,
): Record<string, number>[] {
  const all = [...labels.keys()];
  const isBrokered = (a: number, b: number, c: number): boolean =>
    new Set([a, b, c]).size === 3 && has(a, b) && has(b, c) && !has(a, c);
  return all.map((b) => {
    const found = { coordinator: 0, gatekeeper: 0, representative: 0, consultant: 0, liaison: 0 };
    for (const a of all) {
      for (const c of all) if (isBrokered(a, b, c)) found[roleName(labels[a]!, labels[b]!, labels[c]!)]++;
    }
    return found;
  });
}

/** Pearson correlation of two columns. */
export function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => sum(values) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const over = sum(x.map((value, i) => (value - mx) * (y[i]! - my)));
  return over / Math.sqrt(sum(x.map((v) => (v - mx) ** 2)) * sum(y.map((v) => (v - my) ** 2)));
}

/** The best core of all 2ⁿ. */
export function bestCoreSlowly(matrix: Matrix): number {
  const n = matrix.length;
  const pairs = nodes(matrix).flatMap((u) =>
    nodes(matrix)
      .slice(u + 1)
      .map((v) => [u, v] as const),
  );
  const tied = pairs.map(([u, v]) => (matrix[u]![v]! > 0 ? 1 : 0));
  let best = -Infinity;
  for (let mask = 1; mask < 2 ** n; mask++) {
    const value = pearson(
      tied,
      pairs.map(([u, v]) => ((mask >> u) | (mask >> v)) & 1),
    );
    if (value > best) best = value;
  }
  return best;
}
