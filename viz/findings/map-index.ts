import type { MapFacets } from '#api/contract/map-facets.ts';
import type { NetworkView } from '#viz/client/networks.ts';
import type { MapInput } from '#viz/scene/picture.ts';

/** The map looked up: by id, by partner. Made once for each network that is read. */
export interface MapIndex {
  readonly map: MapInput;
  readonly facets: MapFacets;
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Ties of each node, as index into the map's ties. */
  readonly tiesOf: readonly (readonly number[])[];
  /** Place on the map of each group of the analysis. */
  readonly placeOfGroup: ReadonlyMap<number, number>;
}

export function mapIndex({
  analysis,
  map,
  facets,
}: Pick<NetworkView, 'analysis' | 'map' | 'facets'>): MapIndex {
  const tiesOf: number[][] = map.nodes.map(() => []);
  map.ties.forEach(({ a, b }, tie) => {
    tiesOf[a]?.push(tie);
    tiesOf[b]?.push(tie);
  });
  const placeOfGroup = new Map<number, number>();
  analysis.organizations.forEach(({ group }, node) => {
    const place = map.nodes[node]?.group ?? -1;
    if (typeof group === 'number' && place >= 0) placeOfGroup.set(group, place);
  });
  return { map, facets, nodeOf: new Map(map.nodes.map(({ id }, node) => [id, node])), tiesOf, placeOfGroup };
}

/** The other end of a tie. */
export function partner(index: MapIndex, tie: number, node: number): number {
  const ends = index.map.ties[tie];
  return ends === undefined ? node : ends.a === node ? ends.b : ends.a;
}

export function labelAt(index: MapIndex, node: number): string {
  return index.map.nodes[node]?.label ?? '';
}

/** The node of an id; −1 where the map has none. */
export function nodeAt(index: MapIndex, id: string): number {
  return index.nodeOf.get(id) ?? -1;
}
