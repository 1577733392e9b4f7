import { type MapIndex, partner } from '#viz/findings/map-index.ts';
import type { Places } from '#viz/scene/scene.ts';

const directions = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const;

export type Arrow = keyof typeof directions;

export function isArrow(key: string): key is Arrow {
  return key in directions;
}

/**
 * Where an arrow key leads from an organization: to the nearest partner in that direction, or to the nearest of all
 * organizations. Nearest counts what lies aside twice, so that one walks straight on.
 *
 * Output   −1: nobody there
 */
export function walkFrom(
  index: MapIndex,
  places: Places,
  from: number,
  arrow: Arrow,
  among: 'partners' | 'all',
): number {
  const [dx, dy] = directions[arrow];
  const candidates =
    among === 'all'
      ? index.map.nodes.keys()
      : (index.tiesOf[from] ?? []).map((tie) => partner(index, tie, from)).values();
  let best = -1;
  let least = Infinity;
  for (const node of candidates) {
    if (node === from) continue;
    const x = (places.x[node] ?? NaN) - (places.x[from] ?? NaN);
    const y = (places.y[node] ?? NaN) - (places.y[from] ?? NaN);
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (!(along > 0) || aside > 2 * along) continue;
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  return best;
}
