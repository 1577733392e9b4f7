import { useMemo } from 'react';
import { capitalized } from '#analysis/words/capitalized.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import { Nothing } from '#viz/components/states.tsx';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { labelAt, nodeAt } from '#viz/findings/map-index.ts';
import type { Shown, Viewed } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';
import type { Column } from '#viz/tables/column.ts';
import { DataTable } from '#viz/tables/data-table.tsx';

const usual = { column: 'rank', down: false };

/** Who holds the groups together, what depends on each, and the tie that would back it up. */
export function BridgeBuildersPage(shown: Shown) {
  const { view, index, address } = shown;
  const rows = view.analysis.bridgeBuilders ?? [];
  const columns = useMemo(() => bridgeColumns({ view, index, address }), [view, index, address]);
  useTitle('Bridge-builders', view.name);
  if (rows.length === 0) {
    return (
      <main id="main" className="page">
        <Nothing heading="No organization stands between others">
          Wherever two are connected they are tied directly: nobody carries a route for others.
        </Nothing>
      </main>
    );
  }
  return (
    <main id="main" className="page">
      <h1>{heading(rows)}</h1>
      <p className="lead">
        The first {rows.length} by the number of shortest routes between others that run through them, and
        what would be lost without each.
      </p>
      <div className="below-heading">
        <DataTable
          caption="Bridge-builders"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          address={address}
          usual={usual}
          file={`${view.slug}-bridge-builders`}
        />
      </div>
    </main>
  );
}

/** The answer: how many alone carry somebody's only path. */
function heading(rows: readonly BridgeBuilderRow[]): string {
  const parting = rows.filter(({ parted }) => parted > 0).length;
  if (parting === 0) return 'No single organization carries anyone’s only path';
  const who = `${capitalized(numberWords(parting))} ${parting === 1 ? 'organization carries' : 'organizations carry'}`;
  return `${who} the only path of others`;
}

function bridgeColumns(shown: Viewed): readonly Column<BridgeBuilderRow>[] {
  const { view, index } = shown;
  const label = (id: string): string => labelAt(index, nodeAt(index, id));
  return [
    {
      id: 'name',
      label: 'Organization',
      value: ({ id }) => label(id),
      cell: ({ id }) => <OrganizationLink shown={shown} id={id} marked />,
    },
    { id: 'rank', label: 'Rank', value: ({ rank }) => rank, minor: true },
    {
      id: 'sector',
      label: 'Sector',
      value: ({ id }) => view.analysis.organizations[nodeAt(index, id)]?.sector ?? null,
      minor: true,
    },
    { id: 'joins', label: 'Groups joined', value: ({ connects }) => connects.length },
    {
      id: 'parted',
      label: 'Pairs parted without it',
      hint: 'Pairs of other organizations that lose their only path',
      value: ({ parted }) => parted,
    },
    {
      id: 'loss',
      label: 'Groups further apart by',
      hint: 'Change of the mean of 1/steps between organizations of different groups',
      value: ({ loss }) => loss,
      cell: ({ loss }) => (loss === null ? '–' : loss < 1e-12 ? '0%' : percent(loss, 1)),
    },
    {
      id: 'backup',
      label: 'A tie that would back it up',
      value: ({ backup }) => (backup === null ? null : `${label(backup.a)} – ${label(backup.b)}`),
      cell: ({ backup }) =>
        backup === null ? null : (
          <>
            <OrganizationLink shown={shown} id={backup.a} /> with{' '}
            <OrganizationLink shown={shown} id={backup.b} />
          </>
        ),
      minor: true,
    },
    {
      id: 'restores',
      label: 'It restores',
      value: ({ backup }) => backup?.restores ?? null,
      cell: ({ backup }) => (backup === null ? null : percent(backup.restores)),
      minor: true,
    },
  ];
}
