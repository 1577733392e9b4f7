import type { Spotlight } from '#viz/findings/finding.ts';
import { labelAt, type MapIndex, partner } from '#viz/findings/map-index.ts';

/**
 * One organization and all within 1, 2 or 3 steps of it.
 *
 * Ties shown are those by which a step leads outward; two partners' own tie is left out, or the picture would be
 * about them.
 */
export function focusSpotlight(
  index: MapIndex,
  node: number,
  steps: number,
  proposed: readonly [number, number] | null,
): Spotlight {
  const reached = new Map([[node, 0]]);
  const ties: number[] = [];
  const queue = [node];
  for (const from of queue) {
    const at = reached.get(from) ?? 0;
    if (at >= steps) continue;
    for (const tie of index.tiesOf[from] ?? []) {
      const to = partner(index, tie, from);
      const before = reached.get(to);
      if (before === undefined) {
        reached.set(to, at + 1);
        queue.push(to);
      }
      if (before === undefined || before === at + 1) ties.push(tie);
    }
  }
  const near = queue.filter((other) => other !== node && reached.get(other) === 1);
  const shown = proposed ?? [];
  return {
    lit: [...new Set([...queue, ...shown])],
    named: [...new Set([node, ...shown])],
    beside: near,
    ties,
    groups: [],
    ringed: [node],
    proposed,
    caption: `${labelAt(index, node)} and ${steps === 1 ? 'its partners' : `all within ${steps} steps`}: ${queue.length - 1}`,
  };
}
