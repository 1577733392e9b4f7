import { type ReactNode, useMemo, useRef } from 'react';
import { ColumnChoice } from '#viz/tables/column-choice.tsx';
import {
  chosenColumns,
  type Column,
  matchingRows,
  nextOrder,
  type Order,
  orderText,
  parseOrder,
  sortedRows,
} from '#viz/tables/column.ts';
import { csvText } from '#viz/tables/csv-text.ts';
import { saveFile } from '#viz/tables/save-file.ts';
import { useWindow } from '#viz/tables/use-window.ts';
import { type Address, withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly address: Address;
  readonly usual: Order;
  /** The CSV's name without its ending. */
  readonly file: string;
  /** Further filters, and what stands above the table. */
  readonly tools?: ReactNode;
}

/** A table that is sorted and filtered in the address, and saved as it is shown. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns: all, rows, keyOf, address, usual } = props;
  const { q = '', sort, cols } = address.query;
  const columns = useMemo(() => chosenColumns(all, cols), [all, cols]);
  const order = parseOrder(sort, usual);
  const shown = useMemo(
    () => sortedRows(matchingRows(rows, columns, q), all, parseOrder(sort, usual)),
    [rows, columns, all, q, sort, usual],
  );
  const body = useRef<HTMLTableSectionElement | null>(null);
  const part = useWindow(body, shown.length);
  return (
    <div className="data ready">
      <TableBar {...props} columns={columns} all={all} shown={shown} />
      <div
        className={shown.length > 200 ? 'scroll long' : 'scroll'}
        role="region"
        aria-label={caption}
        tabIndex={0}
      >
        <table aria-rowcount={shown.length + 1}>
          <caption className="spoken">{caption}</caption>
          <Heads {...{ columns, rows, order, address }} />
          <tbody ref={body}>
            <Gap height={part.above} span={columns.length} />
            {shown.slice(part.first, part.end).map((row, at) => (
              <tr key={keyOf(row)} aria-rowindex={part.first + at + 2}>
                {columns.map((column, place) => (
                  <Cell key={column.id} column={column} row={row} head={place === 0} />
                ))}
              </tr>
            ))}
            <Gap height={part.below} span={columns.length} />
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="none muted">Nothing matches. Take the filter back to see all.</p>
        )}
      </div>
    </div>
  );
}

interface TableBarProps<Row> extends DataTableProps<Row> {
  /** Every column; `columns` are those that are shown. */
  readonly all: readonly Column<Row>[];
  readonly shown: readonly Row[];
}

/** Above a table: its filter, how many rows it has, which columns, and its way out. */
function TableBar<Row>({ caption, columns, all, rows, shown, address, file, tools }: TableBarProps<Row>) {
  return (
    <div className="table-bar">
      <input
        className="input"
        type="search"
        aria-label={`Filter: ${caption}`}
        placeholder="Filter"
        value={address.query.q ?? ''}
        onChange={(event) => goTo(withQuery(address, { q: event.target.value }), 'replace')}
      />
      <p className="muted figures" role="status">
        {shown.length === rows.length ? `${rows.length} rows` : `${shown.length} of ${rows.length} rows`}
      </p>
      {tools}
      <ColumnChoice columns={all} shown={columns} address={address} />
      <button
        type="button"
        className="button"
        onClick={() => saveFile(`${file}.csv`, 'text/csv;charset=utf-8', csvText(columns, shown))}
      >
        Save as CSV
      </button>
    </div>
  );
}

interface HeadsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly order: Order;
  readonly address: Address;
}

function Heads<Row>({ columns, rows, order, address }: HeadsProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const sorted = order.column === column.id;
          return (
            <th
              key={column.id}
              scope="col"
              className={column.minor ? 'minor' : undefined}
              aria-sort={sorted ? (order.down ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                title={column.hint}
                onClick={() =>
                  goTo(withQuery(address, { sort: orderText(nextOrder(order, column, rows)) }), 'replace')
                }
              >
                {column.label}
                <span aria-hidden="true">{sorted ? (order.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly head: boolean;
}

function Cell<Row>({ column, row, head }: CellProps<Row>) {
  const value = column.value(row);
  const content = column.cell?.(row) ?? value ?? '–';
  const kind = `${typeof value === 'number' ? 'figures number' : ''} ${column.minor ? 'minor' : ''}`.trim();
  return head ? (
    <th scope="row" className={kind}>
      {content}
    </th>
  ) : (
    <td className={kind}>{content}</td>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return height === 0 ? null : (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
