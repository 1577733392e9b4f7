import { groupLetter } from '#viz/report/report-groups.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import type { ShownNetwork } from '#viz/map/shown-network.ts';
import type { Column } from '#viz/tables/column.ts';
import { csvText } from '#viz/tables/csv-text.ts';

/** The organizations in colour as CSV, in the order of the network. Partners are those in colour too. */
export function shownOrganizationsCsv({ map, facets }: MapIndex, { nodes, ties }: ShownNetwork): string {
  const partners = new Map<number, number>();
  for (const tie of ties) {
    const ends = map.ties[tie];
    if (ends === undefined || ends.a === ends.b) continue;
    for (const end of [ends.a, ends.b]) partners.set(end, (partners.get(end) ?? 0) + 1);
  }
  const { category: kind } = map.words;
  const columns: readonly Column<number>[] = [
    { id: 'id', label: 'id', value: (i) => map.nodes[i]?.id ?? null },
    { id: 'name', label: 'name', value: (i) => map.nodes[i]?.label ?? null },
    { id: kind, label: kind, value: (i) => map.categories[map.nodes[i]?.category ?? -1]?.name ?? null },
    {
      id: 'group',
      label: 'group',
      value: (i) => ((map.nodes[i]?.group ?? -1) < 0 ? null : groupLetter(map.nodes[i]?.group ?? 0)),
    },
    { id: 'rank', label: 'bridge-builder rank', value: (i) => rank(map.nodes[i]?.bridge) },
    { id: 'place', label: 'place', value: (i) => facets.places[facets.nodes[i]?.place ?? -1] ?? null },
    { id: 'partners', label: 'partners shown', value: (i) => partners.get(i) ?? 0 },
  ];
  return csvText(columns, nodes);
}

const rank = (value = 0): number | null => (value > 0 ? value : null);

/** The ties between them as CSV: who, how strong, the years in which what they rest on began. */
export function shownTiesCsv({ map, facets }: MapIndex, { ties }: ShownNetwork): string {
  const end = (tie: number, which: 'a' | 'b') => map.nodes[map.ties[tie]?.[which] ?? -1];
  const columns: readonly Column<number>[] = [
    { id: 'from', label: 'from', value: (tie) => end(tie, 'a')?.id ?? null },
    { id: 'to', label: 'to', value: (tie) => end(tie, 'b')?.id ?? null },
    { id: 'from name', label: 'from name', value: (tie) => end(tie, 'a')?.label ?? null },
    { id: 'to name', label: 'to name', value: (tie) => end(tie, 'b')?.label ?? null },
    { id: 'strength', label: 'strength', value: (tie) => map.ties[tie]?.strength ?? null },
    { id: 'begun', label: 'begun', value: (tie) => facets.begun[tie]?.join(' ') ?? null },
  ];
  return csvText(columns, ties);
}
