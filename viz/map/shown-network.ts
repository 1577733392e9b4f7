import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';

/** What is in colour, by index into the map's input, ascending. */
export interface ShownNetwork {
  readonly nodes: readonly number[];
  readonly ties: readonly number[];
}

/**
 * Who is in colour on the map, with all ties between them that pass the filter: also those that are not drawn over
 * what is lit, since numbers read off a network without them would be wrong.
 */
export function shownNetwork(
  { map }: MapIndex,
  light: Pick<Spotlight, 'lit'> | null,
  shown: ShownPart | null,
): ShownNetwork {
  const lit = light && new Set(light.lit);
  const isShown = (node: number): boolean => lit?.has(node) ?? (shown === null || shown.nodes[node] === 1);
  const passes = (tie: number): boolean => shown === null || shown.ties[tie] === 1;
  return {
    nodes: [...map.nodes.keys()].filter(isShown),
    ties: map.ties.flatMap(({ a, b }, tie) => (passes(tie) && isShown(a) && isShown(b) ? [tie] : [])),
  };
}
