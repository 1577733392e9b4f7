import type { WorkbookSheet } from '#api/services/report-xlsx/workbook.ts';
import { type ReportFacts, labelOf } from '#viz/report/report-facts.ts';

/** Every group that was tested, with its certificate or the reasons why it has none. */
export function silosSheet(facts: ReportFacts): WorkbookSheet {
  return {
    name: 'Silos',
    columns: [
      { head: 'Group', width: 8 },
      { head: 'Around', width: 34 },
      { head: 'Certified', width: 10 },
      { head: 'Grade', width: 9 },
      { head: 'Organizations', width: 13 },
      { head: 'Ties inside', width: 10 },
      { head: 'Ties leaving', width: 10 },
      { head: 'Conductance', width: 12, decimals: 3 },
      { head: 'E-I index', width: 10, decimals: 3 },
      { head: 'p', width: 9, decimals: 3 },
      { head: 'Stability', width: 10, decimals: 3 },
      { head: 'Inside ties rest on', width: 12 },
      { head: 'Why not', width: 50 },
      { head: 'Members', width: 80 },
      { head: 'Ids of the members', width: 50 },
    ],
    rows: facts.candidates.map(({ silo, letter, name }) => [
      letter,
      name,
      silo.certified,
      silo.grade,
      silo.size,
      silo.inside,
      silo.leaving,
      silo.conductance,
      silo.eiIndex,
      silo.p,
      silo.stability,
      silo.collaborations,
      silo.reasons.join('; '),
      silo.members.map((id) => labelOf(facts, id)).join('; '),
      silo.members.join('; '),
    ]),
  };
}
