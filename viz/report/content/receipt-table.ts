import { counted } from '#analysis/words/counted.ts';
import type { Receipt } from '#api/contract/analysis.ts';
import { thousands } from '#analysis/words/number-words.ts';
import type { Lens } from '#data/model/lens.ts';
import type { TableBlock } from '#viz/report/report-document.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { writtenDate } from '#viz/report/written-date.ts';

/** What produced the numbers, in words: with it everything can be computed again. */
export function receiptTable(facts: ReportFacts): TableBlock {
  const { receipt } = facts.analysis;
  const rows: (readonly [string, string])[] = [
    ['Network', network(facts)],
    ...(facts.input.sources ?? []).map((source): [string, string] => ['Source', source]),
    ['Organizations, ties', graph(receipt)],
    ...collaborations(facts),
    ['Left out', leftOut(receipt)],
    ['Lens', lensInWords(receipt.lens)],
    ['Groups', groups(facts)],
    ...nulls(facts),
    ['Seed, version', `${receipt.seed}; Weft ${receipt.version}`],
    ...(receipt.inputHash === null
      ? []
      : [['Input, SHA-256', receipt.inputHash.replace(/^sha256:/u, '')] as const]),
    ...(receipt.revision === null ? [] : [['Revision', String(receipt.revision)] as const]),
  ];
  return {
    kind: 'table',
    id: 'receipt',
    caption: [],
    plain: true,
    columns: [
      { head: 'What', align: 'left', width: 24 },
      { head: 'Value', align: 'left', width: 0 },
    ],
    rows: rows.map(([what, value]) => ({ cells: [{ text: what, bold: true }, { text: value }] })),
  };
}

function network(facts: ReportFacts): string {
  const { networkName, asOf } = facts.input;
  return asOf === null ? `${networkName}; no date recorded` : `${networkName}, as of ${writtenDate(asOf)}`;
}

function graph(receipt: Receipt): string {
  const kind = [
    receipt.directed ? 'directed' : 'undirected',
    receipt.weighted ? 'with strength' : 'without strength',
  ];
  return `${thousands(receipt.nodes)} ${receipt.nodes === 1 ? 'organization' : 'organizations'}, ${thousands(receipt.ties)} ${receipt.ties === 1 ? 'tie' : 'ties'} (${kind.join(', ')})`;
}

function collaborations(facts: ReportFacts): (readonly [string, string])[] {
  const done = facts.input.collaborations;
  if (done === null) return [];
  const { one, many } = facts.phrases.collaboration;
  const alone = done.total - done.joint;
  const makeNone =
    alone === 0
      ? ''
      : `; ${counted(alone, one, many)} with one organization ${alone === 1 ? 'makes' : 'make'} no tie`;
  return [
    [
      'Collaborations',
      `${thousands(done.total)} ${done.total === 1 ? one : many}, ${thousands(done.participations)} participations${makeNone}`,
    ],
  ];
}

function leftOut(receipt: Receipt): string {
  const parts = [
    counted(receipt.loopsLeftOut, 'loop'),
    counted(receipt.zeroLeftOut, 'strength of 0', 'strengths of 0'),
    receipt.parallelMerged === 0 ? '' : `${counted(receipt.parallelMerged, 'parallel tie')} merged`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The lens as words: "organizations; stated ties (union), collaborations (newman); all years; distance in hops". */
export function lensInWords(lens: Lens): string {
  const { during, filter, hide } = lens;
  const ties = tiesInWords(lens);
  const parts = [
    lens.nodes === 'both' ? 'organizations and people' : lens.nodes,
    ties === '' ? 'no ties' : ties,
    during === 'all' ? 'all years' : `from ${writtenDate(during[0])} to ${writtenDate(during[1])}`,
    filter === undefined ? '' : 'filtered',
    hide === undefined || hide.length === 0 ? '' : `${hide.length} hidden`,
    lens.distance === 'hops' ? 'distance in hops' : 'distance 1/strength',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function tiesInWords({ include }: Lens): string {
  const { relationships, collaborations: done, gatherings, communities } = include;
  const parts = [
    relationships === undefined ? '' : `stated ties (${relationships.rule})`,
    done === undefined ? '' : `collaborations (${done.projection})`,
    gatherings === undefined ? '' : `gatherings (${gatherings.projection})`,
    communities === undefined ? '' : `communities (${communities.projection})`,
    include.affiliations === true ? 'affiliations' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function groups(facts: ReportFacts): string {
  const { receipt, network: numbers } = facts.analysis;
  const modularity = numbers.groupsModularity ?? null;
  const runs = facts.candidates[0]?.silo.runs;
  const how =
    receipt.groups === 'communities'
      ? `communities (Leiden, modularity${runs === undefined ? '' : `, ${runs} runs`})`
      : receipt.groups;
  return modularity === null ? how : `${how}; modularity ${modularity.toFixed(4)}`;
}

function nulls(facts: ReportFacts): (readonly [string, string])[] {
  const chance = facts.analysis.siloNull;
  if (chance === undefined) return [];
  const kind = {
    rewired: 'ties rewired',
    'two-mode': 'participations rewired',
    both: 'ties and participations rewired',
  }[chance.kind];
  if (chance.degenerate !== null) return [['Chance', `${kind}: ${chance.degenerate}`]];
  return [['Chance', chance.drawn === 0 ? 'not needed' : `${kind}; ${chance.drawn} networks for groups`]];
}
