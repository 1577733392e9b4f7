import type { Graph, TwoMode } from '#analysis/graph/graph.ts';
import type { Random } from '#analysis/graph/random.ts';
import { fromTies, type Pair } from '#test/analysis/graphs.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

/** Erdős–Rényi: exactly `ties` of all pairs. */
export function randomGraph(n: number, ties: number, random: Random): Graph {
  const all: Pair[] = [];
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) all.push([u, v]);
  const order = random.shuffle(Uint32Array.from(all.keys()));
  return fromTies(
    n,
    Array.from(order.subarray(0, ties), (at) => all[at]!),
  );
}

/** Groups of equal size, node v in group ⌊v / size⌋; each pair tied with probability inside or across. */
export function plantedGraph(
  groups: number,
  size: number,
  inside: number,
  across: number,
  random: Random,
): Graph {
  const pairs: Pair[] = [];
  for (let u = 0; u < groups * size; u++) {
    for (let v = u + 1; v < groups * size; v++) {
      const chance = Math.floor(u / size) === Math.floor(v / size) ? inside : across;
      if (random.float() < chance) pairs.push([u, v]);
    }
  }
  return fromTies(groups * size, pairs);
}

/** Projects of 2–8 organizations drawn at random. */
export function randomProjects(organizations: number, projects: number, random: Random): TwoMode {
  const all = Uint32Array.from({ length: organizations }, (_, v) => v);
  return twoMode(
    Array.from({ length: projects }, () => [...random.shuffle(all).subarray(0, 2 + random.below(7))]),
  );
}
