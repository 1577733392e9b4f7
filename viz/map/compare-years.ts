import type { MapIndex } from '#viz/findings/map-index.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';

/** The network in two years, over the same organizations. */
export interface Compared {
  readonly before: ShownPart;
  readonly after: ShownPart;
  /** Ties of the earlier year that are none in the later, and the other way round. */
  readonly ended: readonly number[];
  readonly begun: readonly number[];
  /** How many are in both. */
  readonly kept: number;
}

/**
 * Compares which ties were under way in two years. A tie is while anything that it rests on is; what has no beginning or
 * no end on record is taken to have none.
 */
export function compareYears({ map, facets }: MapIndex, earlier: number, later: number): Compared {
  const nodes = new Uint8Array(map.nodes.length).fill(1);
  const inYear = (year: number): ShownPart => ({
    nodes,
    ties: Uint8Array.from(map.ties, (_, tie) => {
      const spans = facets.spans[tie] ?? [];
      const touches = spans.some(([from, to]) => (from ?? year) <= year && (to ?? year) >= year);
      return touches || spans.length === 0 ? 1 : 0;
    }),
  });
  const [before, after] = [inYear(earlier), inYear(later)];
  const all = [...map.ties.keys()];
  return {
    before,
    after,
    ended: all.filter((tie) => before.ties[tie] === 1 && after.ties[tie] === 0),
    begun: all.filter((tie) => before.ties[tie] === 0 && after.ties[tie] === 1),
    kept: all.filter((tie) => before.ties[tie] === 1 && after.ties[tie] === 1).length,
  };
}

/** "2018,2024" of an address as two different years of the network, the earlier first; else its first and last. */
export function comparedYears(
  { facets: { years } }: MapIndex,
  text: string | undefined,
): readonly [number, number] {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  const [a = NaN, b = NaN] = (text ?? '').split(',').map(Number);
  const known = [a, b].every((year) => Number.isInteger(year) && year >= first && year <= last);
  return known && a !== b ? [Math.min(a, b), Math.max(a, b)] : [first, last];
}
