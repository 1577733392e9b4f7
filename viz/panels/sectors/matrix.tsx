import type { KeyboardEvent } from 'react';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { CategoryMark } from '#viz/components/category-mark.tsx';
import { expectation } from '#viz/findings/numbers.ts';
import { hasNone, isApart, type SectorMatrix } from '#viz/findings/sector-matrix.ts';
import { pairKey } from '#viz/findings/pair-finding.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import type { Shown } from '#viz/state/shown.ts';

interface MatrixProps {
  readonly shown: Shown;
  readonly matrix: SectorMatrix;
  readonly chosen: SectorPairRow | null;
}

/** The lower half of sector × sector: arrow keys walk, Enter chooses. */
export function Matrix({ shown, matrix, chosen }: MatrixProps) {
  const { sectors, inside, nodes } = matrix;
  const categoryOf = (sector: string): number =>
    shown.index.map.nodes[nodes.get(sector)?.[0] ?? -1]?.category ?? -1;
  return (
    <div className="scroll matrix" onKeyDown={walk}>
      <table>
        <caption className="spoken">Ties between sectors</caption>
        <tbody>
          {sectors.map((row, at) => (
            <tr key={row}>
              <th scope="row">
                <span className="named">
                  <CategoryMark category={categoryOf(row)} /> {row}
                </span>
              </th>
              {sectors.slice(0, at).map((column) => (
                <td key={column}>
                  <Cell shown={shown} row={matrix.pair(column, row)} chosen={chosen} />
                </td>
              ))}
              <td className="inside">
                <span className="figures">{inside.get(row) ?? 0}</span>
                <small>inside</small>
              </td>
            </tr>
          ))}
          <tr>
            <td />
            {sectors.slice(0, -1).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly shown: Shown;
  readonly row: SectorPairRow | null;
  readonly chosen: SectorPairRow | null;
}

function Cell({ shown: { address }, row, chosen }: CellProps) {
  if (row === null) return null;
  const kind = ['cell', isApart(row) ? 'apart' : '', hasNone(row) ? 'untied' : ''].filter(
    (word) => word !== '',
  );
  return (
    <button
      type="button"
      className={kind.join(' ')}
      aria-pressed={row === chosen}
      onClick={() => goTo(withQuery(address, { pair: pairKey(row.a, row.b) }))}
    >
      <span className="spoken">
        {row.a} and {row.b}, ties:{' '}
      </span>
      <span className="figures">{row.ties}</span> <small>chance {expectation(row.expected)}</small>
      {isApart(row) && <span className="spoken">, surprisingly few</span>}
    </button>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Moves the keyboard from cell to cell. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const line = cell?.parentElement;
  if (step === undefined || !cell || !(line instanceof HTMLTableRowElement)) return;
  const table = line.closest('table');
  const next = table?.rows[line.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const button = next?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}
