import type { MapInput } from '#viz/scene/picture.ts';

/** Ties between two groups, a < b by index. */
export interface GroupTies {
  readonly a: number;
  readonly b: number;
  readonly ties: number;
}

/**
 * The backbone between groups: of each group its two strongest, and all over 45 % of the greatest; most ties first.
 */
export function backbone(input: MapInput): readonly GroupTies[] {
  const count = input.groups.length;
  const ties = new Map<number, number>();
  for (const tie of input.ties) {
    const a = input.nodes[tie.a]!.group;
    const b = input.nodes[tie.b]!.group;
    if (a < 0 || b < 0 || a === b) continue;
    const key = Math.min(a, b) * count + Math.max(a, b);
    ties.set(key, (ties.get(key) ?? 0) + 1);
  }
  const all = [...ties]
    .map(([key, n]): GroupTies => ({ a: Math.floor(key / count), b: key % count, ties: n }))
    .sort((p, q) => q.ties - p.ties || p.a - q.a || p.b - q.b);
  const greatest = all[0]?.ties ?? 0;
  const taken = new Uint8Array(count);
  return all.filter(({ a, b, ties: n }) => {
    const kept = n > 0.45 * greatest || taken[a]! < 2 || taken[b]! < 2;
    if (kept) {
      taken[a]!++;
      taken[b]!++;
    }
    return kept;
  });
}
