import type { Analysis, BridgeBuilderRow, SectorPairRow, SiloRow } from '#api/contract/analysis.ts';
import { defaultLens } from '#data/model/lens.ts';
import type { ReportInput } from '#viz/report/report-input.ts';

/** A small network for tests: groups of the sizes given, each a circle, joined in a row by their first members. */
export interface Made {
  readonly sizes: readonly number[];
  /** Organizations without a tie. */
  readonly alone?: number;
  readonly sectors?: readonly string[];
  readonly labels?: (node: number) => string;
  readonly analysis?: Partial<Analysis>;
  readonly input?: Partial<ReportInput>;
}

export function madeReport(made: Made): ReportInput {
  const group: number[] = made.sizes.flatMap((size, g) => Array.from({ length: size }, () => g));
  const alone = made.alone ?? 0;
  for (let i = 0; i < alone; i++) group.push(made.sizes.length + i);
  const label = made.labels ?? ((node: number) => `Org ${node + 1}`);
  const ties = tiesOf(made.sizes);
  const sectors = made.sectors ?? [];
  const sectorOf = (node: number): string | null => sectors[node % Math.max(1, sectors.length)] ?? null;
  const degree = group.map((_, v) => ties.filter(({ a, b }) => a === v || b === v).length);
  const analysis: Analysis = {
    receipt: {
      network: null,
      revision: null,
      lens: defaultLens,
      groups: 'communities',
      measures: ['all'],
      params: {},
      seed: 1,
      version: '0.1.0',
      inputHash: null,
      nodes: group.length,
      ties: ties.length,
      loopsLeftOut: 0,
      parallelMerged: 0,
      zeroLeftOut: 0,
      directed: false,
      weighted: false,
    },
    network: { groups: 'communities', largestComponent: group.length - alone, crossEfficiency: 0.3 },
    organizations: group.map((own, v) => ({
      id: `o${v}`,
      label: label(v),
      sector: sectorOf(v),
      community: own,
      group: own,
      silo: null,
      stability: null,
      collaborations: null,
      measures: {
        degree: degree[v] ?? 0,
        betweenness: degree[v] === 3 ? 5 : 0,
        constraint: degree[v] === 0 ? null : 0.5,
      },
    })),
    silos: made.sizes.map((size, g) =>
      candidate(
        group.flatMap((own, v) => (own === g ? [`o${v}`] : [])),
        { size },
      ),
    ),
    siloNull: {
      kind: 'rewired',
      drawn: 199,
      minima: Array.from({ length: 199 }, (_, i) => i / 400),
      degenerate: null,
    },
    bridgeBuilders: [],
    notes: [],
    ...made.analysis,
  };
  const categories = sectors.map((name) => ({
    name,
    count: group.filter((_, v) => sectorOf(v) === name).length,
  }));
  return {
    analysis,
    map: {
      nodes: group.map((own, v) => ({
        id: `o${v}`,
        label: label(v),
        category: sectors.length === 0 ? -1 : v % sectors.length,
        group: (made.sizes[own] ?? 0) >= 4 ? own : -1,
        size: degree[v] ?? 0,
        bridge: 0,
        hollow: false,
      })),
      ties: ties.map((tie) => ({ ...tie, strength: 1 })),
      groups: made.sizes.flatMap((size, g) =>
        size < 4
          ? []
          : [{ name: `G${g}`, members: group.flatMap((own, v) => (own === g ? [v] : [])), certified: false }],
      ),
      categories,
      words: { title: 'Test', size: 'partners', category: 'sector', receipt: '' },
    },
    title: 'Who works with whom in Test',
    networkName: 'Test',
    asOf: null,
    ties: 'stated',
    collaborations: null,
    gatherings: false,
    organizations: [],
    ...made.input,
  };
}

function tiesOf(sizes: readonly number[]): { a: number; b: number }[] {
  const ties: { a: number; b: number }[] = [];
  let first = 0;
  for (const size of sizes) {
    for (let i = 0; i + 1 < size; i++) ties.push({ a: first + i, b: first + i + 1 });
    if (size > 2) ties.push({ a: first, b: first + size - 1 });
    if (first + size < sizes.reduce((x, y) => x + y, 0)) ties.push({ a: first, b: first + size });
    first += size;
  }
  return ties;
}

export function candidate(members: readonly string[], values: Partial<SiloRow>): SiloRow {
  return {
    members: [...members],
    certified: false,
    grade: null,
    size: members.length,
    inside: 8,
    leaving: 6,
    conductance: 0.27,
    eiIndex: -0.14,
    p: 0.11,
    ps: [0.11],
    stability: 1,
    runs: 30,
    collaborations: null,
    null: 'rewired',
    reasons: [],
    ...values,
  };
}

export function bridge(id: string, values: Partial<BridgeBuilderRow>): BridgeBuilderRow {
  return {
    id,
    rank: 1,
    betweenness: 100,
    loss: 0.05,
    parted: 0,
    partedAcross: 0,
    cutOff: [],
    fragmentation: 0,
    dependence: 0.15,
    backup: null,
    connects: [0, 1],
    sentence: '',
    ...values,
  };
}

export function pair(a: string, b: string, values: Partial<SectorPairRow>): SectorPairRow {
  return {
    a,
    b,
    ties: 10,
    expected: 10,
    joint: 10,
    expectedJoint: 10,
    p: 0.5,
    q: 0.5,
    pJoint: 0.5,
    qJoint: 0.5,
    verdict: 'as expected',
    sentence: '',
    ...values,
  };
}
