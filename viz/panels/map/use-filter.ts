import { useMemo } from 'react';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { shownPart } from '#viz/map/shown-part.ts';
import { filterScene } from '#viz/scene/filter-scene.ts';
import type { Scene } from '#viz/scene/scene.ts';
import { type Address, withQuery } from '#viz/state/address.ts';
import { filterQuery, type MapFilter, parseFilter } from '#viz/state/map-filter.ts';
import { goTo } from '#viz/state/navigation.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';

/** The filter of the address, who passes it, and the picture with them in colour. */
export function useFilter(index: MapIndex, whole: Scene | null, address: Address) {
  const theme = useThemeName();
  const { query } = address;
  const { sectors, topic, place, from, until } = query;
  // The query is a new object at every change of anything.
  const filter = useMemo(
    () => parseFilter({ sectors, topic, place, from, until }),
    [sectors, topic, place, from, until],
  );
  const shown = useMemo(() => shownPart(index, filter), [index, filter]);
  const scene = useMemo(
    () => (whole === null || shown === null ? whole : filterScene(index.map, whole, theme, shown)),
    [whole, shown, index, theme],
  );
  const setFilter = (fresh: MapFilter) => goTo(withQuery(address, filterQuery(fresh)));
  return { filter, setFilter, shown, scene };
}
