import { tablePlace } from '#data/formats/table/table-place.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Says which columns a kind of row has no place for. */
export function noteCustomLeftOut(plan: TablePlan, what: string): void {
  if (plan.custom.length === 0) return;
  const { headLine, problems } = plan.table;
  const names = plan.custom.map(({ name }) => `“${name}”`).join(', ');
  problems.note('COLUMN_LEFT_OUT', tablePlace(plan.table, headLine), `${what}; ${names} left out.`);
}
