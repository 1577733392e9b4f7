import { tablePlace } from '#data/formats/table/table-place.ts';
import { expandAdjacency, expandTwoMode, expandUnnamedRows } from '#data/formats/table/expand-matrix.ts';
import { recognizeTable } from '#data/formats/table/recognize-table.ts';
import { splitModes } from '#data/formats/table/split-modes.ts';
import type { Table } from '#data/formats/table/table.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/**
 * Plans tables by their headers. A sheet that is nothing a network has is noted when another one is something; a file
 * is an error. Errors: TABLE_UNKNOWN.
 */
export function planRecognized(tables: readonly Table[]): TablePlan[] {
  const planned = tables.map((table) => ({ table, plans: plansOf(table) }));
  const some = planned.some(({ plans }) => plans.length > 0);
  for (const { table, plans } of planned) if (plans.length === 0) sayUnknown(table, some);
  return splitModes(namedKinds(planned.flatMap(({ plans }) => plans)));
}

function plansOf(table: Table): TablePlan[] {
  const matrix = expandAdjacency(table);
  if (matrix !== undefined) return matrix;
  const plan = recognizeTable(table);
  if (plan !== undefined) return [plan];
  return expandUnnamedRows(table) ?? expandTwoMode(table) ?? [];
}

/** With several tie tables each one's name is the kind of its ties, so that a lens can tell them apart. */
function namedKinds(plans: readonly TablePlan[]): TablePlan[] {
  const ties = plans.filter((plan) => plan.is === 'relationships');
  if (ties.length < 2) return [...plans];
  return plans.map((plan) => {
    if (plan.is !== 'relationships' || plan.columns.has('kind')) return plan;
    const { table } = plan;
    const kind = (table.sheet ?? table.file.replace(/\.[^.]*$/u, '')).slice(0, 200);
    table.problems.note(
      'KIND_FROM_NAME',
      tablePlace(table),
      `There are several tie lists; the ties of this one got the kind “${kind}”.`,
    );
    return { ...plan, ties: { ...plan.ties, kind } };
  });
}

function sayUnknown(table: Table, othersKnown: boolean): void {
  const place = tablePlace(table, table.headLine);
  const value = table.head.join(', ');
  if (table.sheet !== undefined && othersKnown) {
    table.problems.note(
      'SHEET_SKIPPED',
      place,
      `The sheet “${table.sheet}” is no table of a network; it was left out.`,
      value,
    );
    return;
  }
  table.problems.fatal(
    'TABLE_UNKNOWN',
    place,
    `What this table holds cannot be told from its columns (${listed(table.head)}). Accepted are a node table (id, label …), a tie list (source, target or from, to …), a two-mode list (organization, project …), a matrix with names, or a mapping (--map) that says what the columns are.`,
    value,
  );
}

function listed(head: readonly string[]): string {
  const shown = head.slice(0, 12).map((name) => `“${name.slice(0, 40)}”`);
  return head.length > 12 ? `${shown.join(', ')} and ${head.length - 12} more` : shown.join(', ');
}
