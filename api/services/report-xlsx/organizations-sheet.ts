import { measures as registry } from '#analysis/registry.ts';
import type { WorkbookCell, WorkbookSheet } from '#api/services/report-xlsx/workbook.ts';
import type { ReportFacts, ReportOrganization } from '#viz/report/report-facts.ts';
import { capitalized } from '#analysis/words/capitalized.ts';

/** One row an organization, in node order, with every measure that was computed. */
export function organizationsSheet(facts: ReportFacts): WorkbookSheet {
  const { organizations, phrases, input } = facts;
  const measures = [...new Set(organizations.flatMap(({ row }) => Object.keys(row.measures)))];
  const columns = measures.flatMap((id) => columnsOf(id, organizations));
  const work = input.collaborations !== null;
  return {
    name: 'Organizations',
    columns: [
      { head: 'Id', width: 22 },
      { head: 'Organization', width: 40 },
      { head: capitalized(phrases.sector.one), width: 24 },
      { head: 'Group', width: 8 },
      { head: 'Certified silo', width: 10 },
      { head: 'Stability in its community', width: 12, decimals: 2 },
      ...(work
        ? [
            { head: capitalized(phrases.collaboration.many), width: 13 },
            { head: 'Joint', width: 8 },
            { head: 'Led', width: 8 },
          ]
        : []),
      { head: 'Groups reached', width: 9 },
      ...columns.map(({ head, decimals }) => ({
        head,
        width: 13,
        ...(decimals === undefined ? {} : { decimals }),
      })),
    ],
    rows: organizations.map((one) => [
      one.row.id,
      one.row.label,
      one.row.sector,
      one.letter,
      typeof one.row.silo === 'number',
      one.row.stability ?? null,
      ...(work ? [one.details.collaborations, one.details.joint, one.details.led] : []),
      one.groupsReached,
      ...columns.map(({ value }) => value(one)),
    ]),
  };
}

interface MeasureColumn {
  readonly head: string;
  readonly decimals?: number;
  readonly value: (one: ReportOrganization) => WorkbookCell;
}

/** A measure of several values (brokerage by role) has a column each. */
function columnsOf(id: string, organizations: readonly ReportOrganization[]): MeasureColumn[] {
  const label = registry.find((measure) => measure.id === id)?.label ?? id;
  const parts = new Set(
    organizations.flatMap(({ row }) => {
      const value = row.measures[id];
      return typeof value === 'object' && value !== null ? Object.keys(value) : [];
    }),
  );
  if (parts.size === 0) {
    const value = (one: ReportOrganization): WorkbookCell => {
      const own = one.row.measures[id];
      return typeof own === 'object' ? null : (own ?? null);
    };
    const whole = organizations.every(
      (one) => Number.isInteger(value(one) ?? 0) || typeof value(one) === 'boolean',
    );
    return [{ head: label, ...(whole ? {} : { decimals: 3 }), value }];
  }
  return [...parts].map((part) => ({
    head: `${label}: ${part}`,
    value: (one) => {
      const own = one.row.measures[id];
      return typeof own === 'object' && own !== null ? (own[part as keyof typeof own] ?? null) : null;
    },
  }));
}
