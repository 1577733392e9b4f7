import type { WorkbookCell, WorkbookSheet } from '#api/services/report-xlsx/workbook.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { bridgeBuilderHeadline } from '#viz/report/sentences/bridge-builder-headline.ts';
import { sectorHeadline } from '#viz/report/sentences/sector-headline.ts';
import { siloHeadline } from '#viz/report/sentences/silo-headline.ts';

type Key = keyof ReportFacts['analysis']['network'];

/** In the order of a reader's questions: how large, how connected, how grouped. */
const numbers: readonly (readonly [key: Key, label: string, meaning: string])[] = [
  ['density', 'Density', 'Ties that exist, of all that could'],
  ['components', 'Parts', 'Sets of organizations without a route to the others; a lone organization is one'],
  ['largestComponent', 'Largest part', 'Organizations in it'],
  ['isolates', 'Without a tie', 'Organizations'],
  ['averageDistance', 'Average distance', 'Of connected pairs'],
  ['diameter', 'Diameter', 'The longest shortest route'],
  ['transitivity', 'Transitivity', 'Of pairs with a common partner, the share that are tied themselves'],
  ['reciprocity', 'Reciprocity', 'Of directed ties, the share that go both ways'],
  ['degreeCentralization', 'Centralization', 'How far ties gather on one organization, 0…1'],
  ['fragmentation', 'Fragmentation', 'Pairs without a route, of all pairs'],
  ['communities', 'Communities', 'Found by the Leiden method, of any size'],
  ['groupsModularity', 'Modularity', 'Of the groups in use'],
  ['eiIndex', 'E-I index of the groups', '−1: all ties inside, +1: all between'],
  ['crossEfficiency', 'Closeness across groups', 'Mean of 1/distance over pairs of different groups, 0…1'],
];

/** What it is about, the three findings, the numbers of the whole network. */
export function summarySheet(facts: ReportFacts): WorkbookSheet {
  const { input, analysis } = facts;
  const { collaborations } = input;
  const findings = [bridgeBuilderHeadline(facts), siloHeadline(facts), sectorHeadline(facts)];
  const rows: WorkbookCell[][] = [
    ['Network', input.networkName, null],
    ['As of', input.asOf, input.asOf === null ? 'The data carry no date' : null],
    ['Organizations', analysis.receipt.nodes, null],
    ['Ties', analysis.receipt.ties, null],
    ...(collaborations === null
      ? []
      : [
          [
            'Collaborations',
            collaborations.total,
            `${facts.phrases.collaboration.many}, as the lens keeps them`,
          ],
          ['Collaborations of two or more organizations', collaborations.joint, null],
          ['Participations', collaborations.participations, null],
        ]),
    ...findings.map(({ headline, text }, i) => [`Finding ${i + 1}`, headline, text]),
    ...numbers.flatMap(([key, label, meaning]): WorkbookCell[][] => {
      const value = analysis.network[key];
      return typeof value === 'number' ? [[label, value, meaning]] : [];
    }),
  ];
  return {
    name: 'Summary',
    columns: [
      { head: 'What', width: 30 },
      { head: 'Value', width: 60 },
      { head: 'Meaning', width: 90 },
    ],
    rows,
  };
}
