import { isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { planRecognized } from '#data/formats/table/plan-recognized.ts';
import type { Table } from '#data/formats/table/table.ts';
import { planTable, type TablePlan } from '#data/formats/table/table-plan.ts';

/**
 * Plans Kumu's tables: elements have the id that ID gives, else their label, else (where elements of several types
 * share a label) label and type; a repeated element is replaced by its last row; To may name several elements.
 */
export function planKumu(tables: readonly Table[]): TablePlan[] {
  const plans = planRecognized(tables);
  const shared = sharedLabels(plans.filter((plan) => plan.is === 'organizations'));
  return plans.map((plan) => {
    if (plan.is === 'organizations') return planElements(plan, shared);
    if (plan.is !== 'relationships') return plan;
    return { ...plan, barLists: true, ties: { ...plan.ties, severalTargets: true } };
  });
}

function planElements(plan: TablePlan, shared: ReadonlySet<string>): TablePlan {
  const { table } = plan;
  const columns = new Map<string, number>();
  for (const [field, column] of plan.columns) if ('index' in column) columns.set(field, column.index);
  const label = columns.get('name') ?? columns.get('id');
  const own = columns.get('id');
  const type = columns.get('sector');
  if (label === undefined) return plan;
  let named = 0;
  const ids = table.rows.map((row) => {
    const given = own === undefined || own === label ? '' : (row[own] ?? '').trim();
    if (!isAbsent(given)) return given;
    const text = (row[label] ?? '').trim();
    const kind = type === undefined ? '' : (row[type] ?? '').trim();
    if (!shared.has(text) || isAbsent(kind)) return text;
    named += 1;
    return `${text} (${kind})`;
  });
  if (named > 0) {
    table.problems.note(
      'LABEL_SHARED',
      table.sheet === undefined ? {} : { sheet: table.sheet },
      `${named} elements share their label with one of another type; they are told apart by label and type.`,
    );
  }
  const idColumn = table.head.length;
  const withIds: Table = {
    ...table,
    head: [...table.head, own === undefined ? (table.head[label] ?? 'Label') : (table.head[own] ?? 'ID')],
    rows: table.rows.map((row, at) => [...padded(row, idColumn), ids[at] ?? '']),
  };
  columns.set('id', idColumn);
  columns.set('name', label);
  const ignored = new Set(own === undefined ? [] : [own]);
  return planTable(withIds, {
    is: 'organizations',
    columns,
    ignored,
    rows: plan.rows,
    lastRowWins: true,
    barLists: true,
  });
}

/** Labels that elements of more than one type bear. */
function sharedLabels(plans: readonly TablePlan[]): Set<string> {
  const types = new Map<string, string>();
  const shared = new Set<string>();
  for (const { table, columns } of plans) {
    const label = indexOf(columns.get('name') ?? columns.get('id'));
    const type = indexOf(columns.get('sector'));
    if (label === undefined || type === undefined) continue;
    for (const row of table.rows) {
      const text = (row[label] ?? '').trim();
      const kind = (row[type] ?? '').trim();
      const before = types.get(text);
      if (before !== undefined && before !== kind) shared.add(text);
      types.set(text, kind);
    }
  }
  return shared;
}

function indexOf(column: ReturnType<TablePlan['columns']['get']>): number | undefined {
  return column !== undefined && 'index' in column ? column.index : undefined;
}

function padded(row: readonly string[], width: number): string[] {
  return row.length >= width
    ? row.slice(0, width)
    : [...row, ...Array.from({ length: width - row.length }, () => '')];
}
