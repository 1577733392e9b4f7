import { useMemo } from 'react';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { labelAt } from '#viz/findings/map-index.ts';
import type { Compared } from '#viz/map/compare-years.ts';
import { groupLetter } from '#viz/report/report-groups.ts';
import type { Shown } from '#viz/state/shown.ts';
import type { Column } from '#viz/tables/column.ts';
import { DataTable } from '#viz/tables/data-table.tsx';

interface Change {
  readonly tie: number;
  readonly change: 'began' | 'ended';
}

const usual = { column: 'change', down: false };

/** Ties that are in one of two years only, as a table: what the pictures show. */
export function ChangedTies({ shown, compared }: { readonly shown: Shown; readonly compared: Compared }) {
  const { view, address } = shown;
  const columns = useMemo(() => changeColumns(shown), [shown]);
  const rows = useMemo(
    (): readonly Change[] => [
      ...compared.begun.map((tie) => ({ tie, change: 'began' as const })),
      ...compared.ended.map((tie) => ({ tie, change: 'ended' as const })),
    ],
    [compared],
  );
  return (
    <DataTable
      caption="Ties that began or ended"
      columns={columns}
      rows={rows}
      keyOf={({ tie }) => String(tie)}
      address={address}
      usual={usual}
      file={`${view.slug}-changed-ties`}
    />
  );
}

function changeColumns(shown: Shown): readonly Column<Change>[] {
  const { index } = shown;
  const { map, facets } = index;
  const end = (tie: number, which: 'a' | 'b'): number => map.ties[tie]?.[which] ?? -1;
  const name = (which: 'a' | 'b'): Pick<Column<Change>, 'value' | 'cell'> => ({
    value: ({ tie }) => labelAt(index, end(tie, which)),
    cell: ({ tie }) => <OrganizationLink shown={shown} id={map.nodes[end(tie, which)]?.id ?? ''} marked />,
  });
  const group = (node: number): string => {
    const at = map.nodes[node]?.group ?? -1;
    return at < 0 ? 'none' : groupLetter(at);
  };
  return [
    { id: 'from', label: 'Organization', ...name('a') },
    { id: 'to', label: 'with', ...name('b') },
    { id: 'change', label: 'Change', value: ({ change }) => change },
    {
      id: 'groups',
      label: 'Groups',
      hint: 'As lettered on the map',
      value: ({ tie }) => [group(end(tie, 'a')), group(end(tie, 'b'))].sort().join('–'),
    },
    {
      id: 'years',
      label: 'Under way',
      hint: 'First and last year of everything that the tie rests on',
      value: ({ tie }) => (facets.spans[tie] ?? []).map(spanText).join(', '),
      minor: true,
    },
  ];
}

const spanText = ([from, to]: readonly [number | null, number | null]): string =>
  from === to ? String(from ?? 'not known') : `${from ?? ''}–${to ?? ''}`;
