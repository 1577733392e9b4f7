import { type Address, withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { type Column, columnsText } from '#viz/tables/column.ts';

interface ColumnChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly address: Address;
}

/** Which columns a table shows; the choice is in the address. */
export function ColumnChoice<Row>({ columns, shown, address }: ColumnChoiceProps<Row>) {
  const chosen = new Set(shown.map(({ id }) => id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    goTo(withQuery(address, { cols: columnsText(columns, next) }), 'replace');
  };
  return (
    <details className="drop-down">
      <summary className="button">Columns</summary>
      <div role="group" aria-label="Columns shown">
        {columns.slice(1).map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              disabled={chosen.has(id) && chosen.size === 2}
              onChange={() => toggle(id)}
            />{' '}
            {label}
          </label>
        ))}
      </div>
    </details>
  );
}
