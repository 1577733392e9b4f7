import type { Analysis, BridgeBuilderRow, SectorPairRow, SiloRow } from '#api/contract/analysis.ts';
import { defaultLens } from '#data/model/lens.ts';
import type { NetworkView } from '#viz/client/networks.ts';

/** Two triangles, a–b–c and d–e–f, joined by c–d; g has no tie. */
const edges = ['ab', 'ac', 'bc', 'de', 'df', 'ef', 'cd'] as const;
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

export const silo: SiloRow = {
  members: ['a', 'b', 'c'],
  certified: true,
  grade: 'closed',
  size: 3,
  inside: 3,
  leaving: 1,
  conductance: 1 / 7,
  eiIndex: -0.5,
  p: 0.005,
  ps: [0.005],
  stability: 1,
  runs: 30,
  collaborations: null,
  null: 'rewired',
  reasons: ['A group this closed appears in fewer than one of 100 networks.'],
};

export const bridge: BridgeBuilderRow = {
  id: 'c',
  rank: 1,
  betweenness: 6,
  loss: 0.4,
  parted: 6,
  partedAcross: 6,
  cutOff: ['a', 'b'],
  fragmentation: 0.6,
  dependence: 0.5,
  backup: { a: 'b', b: 'd', restores: 0.9, equal: 2, exact: true },
  connects: [0, 1],
  sentence: 'C joins 2 groups.',
};

export const pair: SectorPairRow = {
  a: 'Food',
  b: 'Health (all)',
  ties: 1,
  expected: 4.2,
  joint: 1,
  expectedJoint: 4.2,
  p: 0.001,
  q: 0.0004,
  pJoint: 0.001,
  qJoint: 0.0004,
  verdict: 'fewer',
  sentence: 'Food and Health (all) meet less than expected: one tie; chance would give 4.2.',
};

export function smallNetwork(parts: Partial<Analysis> = {}): NetworkView {
  const group = (at: number): number | null => (at < 3 ? 0 : at < 6 ? 1 : null);
  const sector = (at: number): string | null => (at < 3 ? 'Food' : at < 6 ? 'Health (all)' : null);
  const analysis: Analysis = {
    receipt: {
      network: 'small',
      revision: 1,
      lens: defaultLens,
      groups: 'communities',
      measures: [],
      params: {},
      seed: 1,
      version: '0.1.0',
      inputHash: null,
      nodes: 7,
      ties: 7,
      loopsLeftOut: 0,
      parallelMerged: 0,
      zeroLeftOut: 0,
      directed: false,
      weighted: false,
    },
    network: {},
    organizations: ids.map((id, at) => ({
      id,
      label: id.toUpperCase(),
      sector: sector(at),
      community: group(at),
      group: group(at),
      silo: null,
      stability: null,
      collaborations: null,
      measures: { degree: edges.filter((edge) => edge.includes(id)).length },
    })),
    silos: [silo],
    bridgeBuilders: [bridge],
    sectorPairs: [pair],
    notes: [],
    ...parts,
  };
  return {
    slug: 'small',
    name: 'Small',
    analysis,
    map: {
      nodes: ids.map((id, at) => ({
        id,
        label: id.toUpperCase(),
        category: at < 3 ? 0 : at < 6 ? 1 : -1,
        group: group(at) ?? -1,
        size: 1,
        bridge: id === 'c' ? 1 : 0,
        hollow: false,
      })),
      ties: edges.map((edge) => ({
        a: ids.indexOf(edge[0] as 'a'),
        b: ids.indexOf(edge[1] as 'a'),
        strength: 1,
      })),
      groups: [
        { name: 'A · C, A', members: [0, 1, 2], certified: true },
        { name: 'B · D, E', members: [3, 4, 5], certified: false },
      ],
      categories: [
        { name: 'Food', count: 3 },
        { name: 'Health (all)', count: 3 },
      ],
      words: { title: 'Small', size: 'partners', category: 'sector', receipt: '' },
    },
    facets: {
      topics: ['care', 'food'],
      places: ['Harbour', 'Valley'],
      nodes: ids.map((_, at) => ({ topics: at < 2 ? [0] : [], place: at < 4 ? 0 : null })),
      begun: edges.map((_, at) => (at < 2 ? [2018 + at] : [])),
      spans: edges.map((_, at) => (at < 2 ? [[2018 + at, at === 0 ? 2018 : null]] : [[null, null]])),
      years: [
        { year: 2018, count: 1 },
        { year: 2019, count: 1 },
      ],
      counted: 'collaborations',
    },
  };
}
