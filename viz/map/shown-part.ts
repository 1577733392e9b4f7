import type { MapIndex } from '#viz/findings/map-index.ts';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import { isFiltered, type MapFilter } from '#viz/state/map-filter.ts';

/** What sectors call those without one. */
export const notKnown = 'Not known';

/**
 * Who and which ties pass a filter. An organization passes by sector, topic and place; a tie when both its ends do and
 * something it rests on began in the years asked for. Ties of no known date pass: nothing says that they do not.
 *
 * Output   null where nothing is filtered
 */
export function shownPart({ map, facets }: MapIndex, filter: MapFilter): ShownPart | null {
  if (!isFiltered(filter)) return null;
  const sectors = new Set(filter.sectors);
  const topic = facets.topics.indexOf(filter.topic ?? '');
  const place = facets.places.indexOf(filter.place ?? '');
  const { from, until } = filter;
  const nodes = Uint8Array.from(map.nodes, ({ category }, node) => {
    const own = facets.nodes[node];
    const ofSector = sectors.size === 0 || sectors.has(map.categories[category]?.name ?? notKnown);
    const ofTopic = filter.topic === null || own?.topics.includes(topic) === true;
    const ofPlace = filter.place === null || (place >= 0 && own?.place === place);
    return ofSector && ofTopic && ofPlace ? 1 : 0;
  });
  const ties = Uint8Array.from(map.ties, ({ a, b }, tie) => {
    const begun = facets.begun[tie] ?? [];
    const inTime =
      begun.length === 0 || begun.some((year) => year >= (from ?? -Infinity) && year <= (until ?? Infinity));
    return inTime && nodes[a] === 1 && nodes[b] === 1 ? 1 : 0;
  });
  return { nodes, ties };
}

/** What of a spotlight passes the filter; the one it is about always does. */
export function shownSpotlight(spotlight: Spotlight | null, shown: ShownPart | null): Spotlight | null {
  if (spotlight === null || shown === null) return spotlight;
  const stays = (node: number): boolean => shown.nodes[node] === 1 || spotlight.ringed.includes(node);
  return {
    ...spotlight,
    lit: spotlight.lit.filter(stays),
    named: spotlight.named.filter(stays),
    beside: spotlight.beside.filter(stays),
    ties: spotlight.ties.filter((tie) => shown.ties[tie] === 1),
  };
}

export function countShown(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}
