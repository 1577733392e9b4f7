import { InputError } from '#data/errors.ts';
import type { ReadOptions, ReadResult } from '#data/formats/format.ts';
import { networkOfMapping } from '#data/formats/table/network-of-mapping.ts';
import { planMapping } from '#data/formats/table/plan-mapping.ts';
import { recordsOfTables } from '#data/formats/table/records-of-tables.ts';
import type { Table } from '#data/formats/table/table.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/**
 * Records of tables, whichever files they came from: by the mapping if there is one, else by their headers.
 * Errors: everything found, as one InputError.
 */
export function readTables(
  tables: readonly Table[],
  options: ReadOptions,
  recognized: (tables: readonly Table[]) => readonly TablePlan[],
): ReadResult {
  const plans = options.mapping === undefined ? recognized(tables) : planMapping(tables, options.mapping);
  options.signal.throwIfAborted();
  const data = recordsOfTables(plans, options.source);
  const problems = [...new Set(tables.map((table) => table.problems))].flatMap((of) => of.list());
  const refused = problems.some(({ severity }) => severity === 'error');
  if (!refused && data.organizations.length === 0 && data.people.length === 0) {
    problems.push({
      severity: 'error',
      code: 'NO_NODES',
      ...(tables[0] === undefined ? {} : { file: tables[0].file }),
      message:
        'The tables hold no organization and no person: there is no row below a header, or none could be taken. At least one is needed.',
    });
  }
  if (problems.some(({ severity }) => severity === 'error')) throw new InputError(problems);
  const network = options.mapping && networkOfMapping(options.mapping);
  return { data: network ? { ...data, network } : data, problems };
}
