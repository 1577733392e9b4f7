import { stringify } from 'csv-stringify/sync';
import type { Analysis, OrganizationRow } from '#api/contract/analysis.ts';

/** One row an organization: id, label, sector, community, group, silo, then every measure (roles as brokerage.role). */
export function analysisCsv(analysis: Analysis): string {
  const rows = analysis.organizations.map(flatRow);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, { header: true, columns, cast: { boolean: (value) => String(value) } });
}

function flatRow({ measures, ...row }: OrganizationRow): Record<string, unknown> {
  const flat: Record<string, unknown> = { ...row };
  for (const [id, value] of Object.entries(measures)) {
    if (typeof value !== 'object' || value === null) flat[id] = value;
    else for (const [role, count] of Object.entries(value)) flat[`${id}.${role}`] = count;
  }
  return flat;
}
