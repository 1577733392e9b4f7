import { type ReactNode, useMemo } from 'react';
import type { OrganizationRow } from '#api/contract/analysis.ts';
import { thousands } from '#analysis/words/number-words.ts';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { groupsReached } from '#viz/findings/groups-reached.ts';
import { nodeAt } from '#viz/findings/map-index.ts';
import { reportGroups } from '#viz/report/report-groups.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import type { Shown, Viewed } from '#viz/state/shown.ts';
import type { Column } from '#viz/tables/column.ts';
import { DataTable } from '#viz/tables/data-table.tsx';

const usual = { column: 'partners', down: true };

/** Every organization with what the map shows of it. */
export function OrganizationsTable({ tools, ...shown }: Shown & { readonly tools?: ReactNode }) {
  const { view, index, address } = shown;
  const { sector: wanted, only } = address.query;
  const columns = useMemo(() => organizationColumns({ view, index, address }), [view, index, address]);
  const rows = view.analysis.organizations.filter(
    ({ id, sector }) =>
      (wanted === undefined || sector === wanted) &&
      (only !== 'alone' || (index.tiesOf[nodeAt(index, id)]?.length ?? 0) === 0),
  );
  return (
    <DataTable
      caption="Organizations"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      address={address}
      usual={usual}
      file={`${view.slug}-organizations`}
      tools={
        <>
          <SectorChoice {...shown} />
          {only === 'alone' && (
            <button type="button" className="button" onClick={() => goTo(withQuery(address, { only: null }))}>
              Show those with ties too
            </button>
          )}
          {tools}
        </>
      }
    />
  );
}

function SectorChoice({ view: { map }, address }: Shown) {
  if (map.categories.length < 2) return null;
  return (
    <select
      className="input"
      aria-label={`Only one ${map.words.category}`}
      value={address.query.sector ?? ''}
      onChange={(event) => goTo(withQuery(address, { sector: event.target.value }), 'replace')}
    >
      <option value="">All {map.words.category}s</option>
      {map.categories.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

function organizationColumns(shown: Viewed): readonly Column<OrganizationRow>[] {
  const { view, index } = shown;
  const letters = new Map(reportGroups(view.analysis).map(({ index: group, letter }) => [group, letter]));
  const measure = (row: OrganizationRow, id: string): number | null => {
    const value = row.measures[id];
    return typeof value === 'number' ? value : null;
  };
  const columns: Column<OrganizationRow>[] = [
    {
      id: 'name',
      label: 'Organization',
      value: ({ label }) => label,
      cell: ({ id }) => <OrganizationLink shown={shown} id={id} marked />,
    },
    { id: 'sector', label: 'Sector', value: ({ sector }) => sector, minor: true },
    {
      id: 'group',
      label: 'Group',
      hint: 'As lettered on the map; none in fewer than four',
      value: ({ group }) => letters.get(group ?? -1) ?? null,
    },
    { id: 'partners', label: 'Partners', value: (row) => measure(row, 'degree') },
    {
      id: 'groups',
      label: 'Groups reached',
      hint: 'Groups of its partners and its own',
      value: ({ id }) => groupsReached(index, nodeAt(index, id)),
    },
    {
      id: 'routes',
      label: 'Routes through it',
      hint: 'Betweenness: on how many shortest routes between two others it lies, shared where there are several',
      value: (row) => measure(row, 'betweenness'),
      cell: (row) => {
        const value = measure(row, 'betweenness');
        return value === null ? '–' : thousands(Math.round(value));
      },
      minor: true,
    },
  ];
  if (view.analysis.organizations.some(({ collaborations }) => collaborations !== null)) {
    columns.push({
      id: 'collaborations',
      label: 'Collaborations',
      value: ({ collaborations }) => collaborations,
      minor: true,
    });
  }
  return columns;
}
