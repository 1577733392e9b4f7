import { numberWords, thousands } from '#analysis/words/number-words.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import { textTable } from '#api/cli/text-table.ts';
import { smallestGroup } from '#viz/report/report-groups.ts';

const rowsShown = 20;

/** The analysis for a person at a terminal: what it is, the findings in sentences, then tables. */
export function analysisTable(analysis: Analysis): string {
  return [
    headline(analysis),
    findings(analysis),
    rooms(analysis),
    bridgeBuilders(analysis),
    silos(analysis),
    otherDetections(analysis),
    network(analysis),
    measures(analysis),
  ]
    .filter((part) => part !== null)
    .join('\n');
}

function headline({ receipt, network }: Analysis): string {
  const parts =
    network.components === undefined || network.components === null
      ? ''
      : `, ${counted(network.components, 'component')}, ${network.isolates ?? 0} without a tie`;
  return `${counted(receipt.nodes, 'organization')}, ${counted(receipt.ties, 'tie')}${parts}\n`;
}

function findings({ sentences }: Analysis): string | null {
  return sentences ? sentences.map((sentence) => `• ${sentence}\n`).join('') : null;
}

type Room = NonNullable<Analysis['convening']>;

/** The room found beside others of its size. */
function rooms({ convening }: Analysis): string | null {
  if (!convening) return null;
  const { seats, gain, expected, bestConnectedGain, bestConnectedPercentile, random } = convening;
  const drawn = `${thousands(random.rooms)} random rooms`;
  const rows = [
    ['this room', gain.toFixed(4), ''],
    ...(expected ? [expectedRow(expected)] : []),
    ['the best connected', bestConnectedGain.toFixed(4), number(bestConnectedPercentile, 0)],
    [`the best of ${drawn}`, number(random.best, 4), ''],
    [`${drawn}, on average`, number(random.mean, 4), ''],
  ];
  return textTable(
    `Rooms of ${numberWords(seats)}`,
    ['', 'closeness gained', '% of random rooms below'],
    rows,
  );
}

function expectedRow({ chance, gain, low, high }: NonNullable<Room['expected']>): string[] {
  const interval = `${low.toFixed(4)}–${high.toFixed(4)} in 9 of 10 draws`;
  return [`  where a pair ties with ${chance}`, gain.toFixed(4), interval];
}

function otherDetections({ louvain, labelPropagation }: Analysis): string | null {
  const rows = Object.entries({ louvain, labelPropagation }).flatMap(([name, found]) =>
    found ? [[name, number(found.modularity, 4), String(found.communities.length), String(found.runs)]] : [],
  );
  return rows.length > 0
    ? textTable('Other detections', ['', 'modularity', 'communities', 'runs'], rows)
    : null;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function bridgeBuilders({ bridgeBuilders: found, organizations }: Analysis): string | null {
  if (!found || found.length === 0) return null;
  const label = new Map(organizations.map((row) => [row.id, row.label]));
  const rows = found.map((row) => [
    String(row.rank),
    label.get(row.id) ?? row.id,
    row.betweenness.toFixed(1),
    row.loss === null ? '–' : `${(row.loss * 100).toFixed(1)} %`,
    String(row.parted),
    String(row.connects.length),
  ]);
  return textTable(
    'Bridge-builders',
    ['', 'organization', 'routes through', 'links lost', 'pairs parted', 'groups'],
    rows,
  );
}

function silos({ silos: found, communities, organizations }: Analysis): string | null {
  if (!found || found.length === 0) return null;
  const label = new Map(organizations.map((row) => [row.id, row.label]));
  const name = new Map(communities?.map((group) => [group.members.join('\n'), group.name]));
  const rows = found
    .filter(({ size }) => size >= smallestGroup)
    .map((row) => [
      name.get(row.members.join('\n')) ??
        row.members
          .slice(0, 2)
          .map((id) => label.get(id) ?? id)
          .join(', '),
      String(row.size),
      `${row.inside}/${row.leaving}`,
      number(row.conductance, 2),
      number(row.p, 3),
      number(row.stability, 2),
      row.certified ? (row.grade ?? 'silo') : `not a silo: ${row.reasons[0] ?? ''}`,
    ]);
  return textTable(
    'Groups looked at',
    ['group', 'size', 'in/out', 'conductance', 'p', 'stability', 'verdict'],
    rows,
  );
}

function network({ network: values }: Analysis): string | null {
  const rows = Object.entries(values).flatMap(([key, value]) => [
    [key, typeof value === 'number' ? String(Number(value.toPrecision(6))) : (value ?? '–')],
  ]);
  return rows.length > 0 ? textTable('Network', ['measure', 'value'], rows) : null;
}

function measures({ organizations }: Analysis): string | null {
  const keys = Object.keys(organizations[0]?.measures ?? {}).filter((key) => key !== 'brokerage');
  const first = keys[0];
  if (first === undefined) return null;
  const shownKeys = keys.slice(0, 6);
  const by = keys.includes('betweenness') ? 'betweenness' : first;
  const value = (row: Analysis['organizations'][number], key: string): number =>
    Number(row.measures[key] ?? Number.NEGATIVE_INFINITY);
  const sorted = organizations.toSorted((a, b) => value(b, by) - value(a, by)).slice(0, rowsShown);
  const rows = sorted.map((row) => [row.label, ...shownKeys.map((key) => cell(row.measures[key]))]);
  const more =
    organizations.length > rows.length
      ? `\n… and ${organizations.length - rows.length} more (--output csv)\n`
      : '';
  return textTable(`Organizations, by ${by}`, ['organization', ...shownKeys], rows) + more;
}

function cell(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(4)));
  return typeof value === 'boolean' ? String(value) : '–';
}

function number(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}
