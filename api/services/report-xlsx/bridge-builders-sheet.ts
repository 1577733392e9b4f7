import type { WorkbookSheet } from '#api/services/report-xlsx/workbook.ts';
import { type ReportFacts, labelOf, measureOf } from '#viz/report/report-facts.ts';
import { bridgeBuilders } from '#viz/report/sentences/bridge-builder-headline.ts';
import { whatDepends } from '#viz/report/sentences/what-depends.ts';

/** Who holds it together, what depends on each, and the tie that would back it up. */
export function bridgeBuildersSheet(facts: ReportFacts): WorkbookSheet {
  return {
    name: 'Bridge-builders',
    columns: [
      { head: 'Rank', width: 6 },
      { head: 'Id', width: 22 },
      { head: 'Organization', width: 36 },
      { head: 'Partners', width: 9 },
      { head: 'Groups reached', width: 9 },
      { head: 'Routes through it', width: 13, decimals: 1 },
      { head: 'Links lost (share)', width: 12, decimals: 4 },
      { head: 'Cut off', width: 9 },
      { head: 'Pairs parted', width: 9 },
      { head: 'Pairs parted across groups', width: 13 },
      { head: 'Fragmentation without it', width: 14, decimals: 4 },
      { head: 'Dependence (share)', width: 13, decimals: 4 },
      { head: 'Backup tie from', width: 30 },
      { head: 'Backup tie to', width: 30 },
      { head: 'Restores (share)', width: 11, decimals: 4 },
      { head: 'Who is cut off', width: 60 },
      { head: 'In words', width: 90 },
    ],
    rows: bridgeBuilders(facts).map((row) => [
      row.rank,
      row.id,
      labelOf(facts, row.id),
      partners(facts, row.id),
      row.connects.length,
      row.betweenness,
      row.loss,
      row.cutOff.length,
      row.parted,
      row.partedAcross,
      row.fragmentation,
      row.dependence,
      row.backup === null ? null : labelOf(facts, row.backup.a),
      row.backup === null ? null : labelOf(facts, row.backup.b),
      row.backup?.restores ?? null,
      row.cutOff.map((id) => labelOf(facts, id)).join('; '),
      whatDepends(facts, row),
    ]),
  };
}

function partners(facts: ReportFacts, id: string): number | null {
  const one = facts.byId.get(id);
  return one === undefined ? null : measureOf(one, 'degree');
}
