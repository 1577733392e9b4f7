import { recognizeTable } from '#data/formats/table/recognize-table.ts';
import type { Table } from '#data/formats/table/table.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Plans tables by their headers. Errors: TABLE_UNKNOWN, when a table is nothing that a network has. */
export function planRecognized(tables: readonly Table[]): TablePlan[] {
  const plans = tables.map((table) => recognizeTable(table) ?? refuseUnknown(table));
  return namedKinds(plans);
}

/** With several tie tables each one's name is the kind of its ties, so that a lens can tell them apart. */
function namedKinds(plans: readonly TablePlan[]): TablePlan[] {
  const ties = plans.filter((plan) => plan.is === 'relationships');
  if (ties.length < 2) return [...plans];
  return plans.map((plan) => {
    if (plan.is !== 'relationships') return plan;
    const { table } = plan;
    const kind = (table.sheet ?? table.file.replace(/\.[^.]*$/u, '')).slice(0, 200);
    if (!plan.columns.has('kind')) {
      table.problems.note(
        'KIND_FROM_NAME',
        {},
        `There are several tie lists; the ties of this one got the kind “${kind}”.`,
      );
    }
    return { ...plan, ties: { ...plan.ties, kind } };
  });
}

function refuseUnknown(table: Table): never {
  return table.problems.fatal(
    'TABLE_UNKNOWN',
    { ...(table.sheet === undefined ? {} : { sheet: table.sheet }), line: table.headLine },
    `What this table holds cannot be told from its columns (${listed(table.head)}). Accepted are a node table (id, label …), a tie list (source, target or from, to …), a two-mode list (organization, project …), a matrix with names, or a mapping (--map) that says what the columns are.`,
    table.head.join(', '),
  );
}

function listed(head: readonly string[]): string {
  const shown = head.slice(0, 12).map((name) => `“${name.slice(0, 40)}”`);
  return head.length > 12 ? `${shown.join(', ')} and ${head.length - 12} more` : shown.join(', ');
}
