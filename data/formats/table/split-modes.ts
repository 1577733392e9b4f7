import { tablePlace } from '#data/formats/table/table-place.ts';
import { cellsOf, type PlannedColumn, planTable, type TablePlan } from '#data/formats/table/table-plan.ts';

/**
 * A node table may list both modes of a two-mode network. Rows whose id stands only where a participation names its
 * collaboration are collaborations; those that stand only where it names a person are people. Each is said in a note.
 */
export function splitModes(plans: readonly TablePlan[]): TablePlan[] {
  const parts = plans.filter((plan) => plan.is === 'participation');
  if (parts.length === 0) return [...plans];
  const organizations = valuesOf(parts, 'organization');
  const collaborations = valuesOf(parts, 'collaboration');
  const people = valuesOf(parts, 'person');
  return plans.flatMap((plan) => {
    const id = plan.columns.get('id') ?? plan.columns.get('name');
    if (plan.is !== 'organizations' || !isColumn(id)) return [plan];
    const modeOf = (row: number): TablePlan['is'] => {
      const text = (plan.table.rows[row]?.[id.index] ?? '').trim();
      if (organizations.has(text)) return 'organizations';
      if (collaborations.has(text)) return 'collaborations';
      return people.has(text) ? 'people' : 'organizations';
    };
    return (['organizations', 'people', 'collaborations'] as const).flatMap((is) => {
      const rows = plan.rows.filter((row) => modeOf(row) === is);
      if (rows.length === 0) return [];
      return [rows.length === plan.rows.length && is === plan.is ? plan : moved(plan, is, rows)];
    });
  });
}

const kept = {
  organizations: undefined,
  people: ['id', 'name', 'aliases', 'topics', 'place', 'lat', 'lon', 'description'],
  collaborations: ['id', 'name', 'topics', 'place', 'lat', 'lon', 'description'],
} as const;

function moved(plan: TablePlan, is: keyof typeof kept, rows: readonly number[]): TablePlan {
  const { table } = plan;
  const fields: readonly string[] = kept[is] ?? [...plan.columns.keys()];
  const columns = new Map<string, number>();
  for (const [field, column] of plan.columns)
    if (isColumn(column) && fields.includes(field)) columns.set(field, column.index);
  if (is !== 'organizations') {
    table.problems.note(
      'MODE_FROM_PARTICIPATION',
      tablePlace(table),
      `${rows.length} rows are ${is}: the participation names them as such.`,
    );
  }
  return planTable(table, { is, columns, rows });
}

function valuesOf(plans: readonly TablePlan[], field: string): Set<string> {
  const values = new Set<string>();
  for (const plan of plans) {
    const column = plan.columns.get(field);
    if (!isColumn(column)) continue;
    for (const cell of cellsOf(plan.table, column.index)) if (cell.trim() !== '') values.add(cell.trim());
  }
  return values;
}

function isColumn(column: ReturnType<TablePlan['columns']['get']>): column is PlannedColumn {
  return column !== undefined && 'index' in column;
}
