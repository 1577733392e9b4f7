import { useMemo } from 'react';
import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { Nothing } from '#viz/components/states.tsx';
import { hasNone, isApart, sectorMatrix } from '#viz/findings/sector-matrix.ts';
import { pairKey, surprisingPairs } from '#viz/findings/pair-finding.ts';
import { Matrix } from '#viz/panels/sectors/matrix.tsx';
import { PairList } from '#viz/panels/sectors/pair-list.tsx';
import { PairWords } from '#viz/panels/sectors/pair-words.tsx';
import { Receipt } from '#viz/panels/receipt.tsx';
import type { Shown } from '#viz/state/shown.ts';
import { useMedia } from '#viz/state/use-media.ts';
import { useTitle } from '#viz/state/use-title.ts';
import type { Column } from '#viz/tables/column.ts';
import { csvText } from '#viz/tables/csv-text.ts';
import { saveFile } from '#viz/tables/save-file.ts';

/** Which sectors meet, against what chance would give. */
export function SectorsPage(shown: Shown) {
  const { view, index, address } = shown;
  const matrix = useMemo(() => sectorMatrix(view, index), [view, index]);
  const rows = view.analysis.sectorPairs ?? [];
  const narrow = useMedia('(max-width: 700px)');
  useTitle('Sectors', view.name);
  if (rows.length === 0) {
    return (
      <main id="main" className="page">
        <Nothing heading="Which sectors meet cannot be told">
          {matrix.sectors.length === 0
            ? 'No sector is recorded for any organization. With one, this page would say who meets whom, and who does not.'
            : 'With a single sector there is no pair to compare.'}
        </Nothing>
      </main>
    );
  }
  const surprising = surprisingPairs(rows);
  const chosen = rows.find(({ a, b }) => pairKey(a, b) === address.query.pair) ?? surprising[0] ?? rows[0];
  return (
    <main id="main" className="page ready">
      <h1>{heading(rows)}</h1>
      <p className="muted">Ties between organizations of two sectors, and how many chance would give.</p>
      <div className="sectors">
        <div>
          {narrow ? (
            <PairList
              shown={shown}
              heading={`All ${counted(rows.length, 'pair')}`}
              rows={fewestFirst(rows)}
              chosen={chosen ?? null}
            />
          ) : (
            <>
              <Matrix shown={shown} matrix={matrix} chosen={chosen ?? null} />
              <MatrixKey />
            </>
          )}
          <button
            type="button"
            className="button"
            onClick={() =>
              saveFile(`${view.slug}-sectors.csv`, 'text/csv;charset=utf-8', csvText(pairColumns, rows))
            }
          >
            Save as CSV
          </button>
        </div>
        {chosen !== undefined && (
          <PairWords shown={shown} matrix={matrix} row={chosen} others={narrow ? [] : surprising} />
        )}
      </div>
      <Receipt analysis={view.analysis} />
    </main>
  );
}

/** Those first that have the fewest ties against what chance would give. */
function fewestFirst(rows: readonly SectorPairRow[]): readonly SectorPairRow[] {
  return rows.toSorted((a, b) => a.ties - a.expected - (b.ties - b.expected));
}

function heading(rows: readonly SectorPairRow[]): string {
  const apart = rows.filter(isApart).length;
  const all = counted(rows.length, 'pair');
  if (apart > 0) {
    return `${capitalized(numberWords(apart))} of ${all} of sectors ${apart === 1 ? 'meets' : 'meet'} less than chance would give`;
  }
  const none = rows.filter(hasNone).length;
  return none === 0
    ? 'All sectors meet about as often as chance would have it'
    : `${capitalized(counted(none, 'pair'))} of sectors without a tie, no more than chance would leave`;
}

function MatrixKey() {
  return (
    <ul className="matrix-key">
      <li>
        <b>7</b> ties, and how many chance would give
      </li>
      <li>
        <i className="apart" aria-hidden="true" /> surprisingly few (q ≤ .05)
      </li>
      <li>
        <i className="untied" aria-hidden="true" /> no tie
      </li>
    </ul>
  );
}

const pairColumns: readonly Column<SectorPairRow>[] = [
  { id: 'a', label: 'Sector', value: ({ a }) => a },
  { id: 'b', label: 'Other sector', value: ({ b }) => b },
  { id: 'ties', label: 'Ties', value: ({ ties }) => ties },
  { id: 'expected', label: 'Chance would give', value: ({ expected }) => expected },
  { id: 'p', label: 'p', value: ({ p }) => p },
  { id: 'q', label: 'q', value: ({ q }) => q },
  { id: 'verdict', label: 'Verdict', value: ({ verdict }) => verdict },
];
