import type { Detection } from '#analysis/community/detect.ts';
import { groupStructure } from '#analysis/community/group-structure.ts';
import { stability } from '#analysis/community/stability.ts';
import { bridgeBuilderSentence } from '#analysis/findings/bridge-builder-sentence.ts';
import { bridgeBuilders } from '#analysis/findings/bridge-builders.ts';
import { sectorPairs } from '#analysis/findings/sector-pairs.ts';
import type { Groups } from '#analysis/graph/graph.ts';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import type { Analysis, BridgeBuilderRow, SectorPairRow } from '#api/contract/analysis.ts';
import type { AnalysisRun } from '#api/services/analyze/analysis-run.ts';
import { communityNames } from '#api/services/analyze/community-names.ts';
import { groupsByAttribute } from '#data/lens/groups-from.ts';

/** More sectors than this make more pairs than a reader can use, and random networks for hours. */
const sectorsAtMost = 50;

export async function siloRows(run: AnalysisRun): Promise<Required<Pick<Analysis, 'silos' | 'siloNull'>>> {
  const found = await run.silos();
  const { ids } = run.graph;
  return {
    silos: found.silos.map((silo) => ({
      ...silo,
      members: Array.from(silo.members, (v) => ids[v] ?? ''),
      ps: [...silo.ps],
      reasons: [...silo.reasons],
    })),
    siloNull: { ...found.null, minima: [...found.null.minima] },
  };
}

/** The communities of a detection, with how closed each is and how surely it is found again. */
export function communityRows(run: AnalysisRun, detection: Detection): NonNullable<Analysis['communities']> {
  const { membership, count } = detection;
  const names = communityNames(run.network.lensed, membership, count);
  const stable = stability(detection);
  const structure = groupStructure(run.graph, membership, count);
  const members: string[][] = structure.map(() => []);
  for (const [v, id] of run.graph.ids.entries()) members[membership[v] ?? 0]?.push(id);
  return structure.map(({ density, eiIndex, conductance }, id) => ({
    id,
    name: names[id] ?? '',
    members: members[id] ?? [],
    density,
    eiIndex,
    conductance,
    stability: stable[id] ?? null,
  }));
}

export async function otherDetectionRow(
  run: AnalysisRun,
  method: 'louvain' | 'labelPropagation',
): Promise<NonNullable<Analysis['louvain']>> {
  const detection = await run.otherDetection(method);
  return {
    modularity: detection.modularity,
    runs: detection.runs.length,
    communities: communityRows(run, detection),
  };
}

export async function bridgeBuilderRows(
  run: AnalysisRun,
  groups: Groups,
  top: number,
  known: Float64Array | null,
): Promise<BridgeBuilderRow[]> {
  const { graph, network } = run;
  const values =
    known ??
    (await run.timer.run('betweenness', (progress) =>
      betweenness.run(graph, {}, run.context(groups, progress)),
    ));
  const found = await run.timer.run('bridgeBuilders', (progress) =>
    bridgeBuilders(graph, groups, values, { top, signal: run.signal, progress, seed: run.seed }),
  );
  const name = (v: number): string => network.lensed.nodes[v]?.label ?? '';
  const id = (v: number): string => graph.ids[v] ?? '';
  return found.map((row) => ({
    id: id(row.node),
    rank: row.rank,
    betweenness: row.betweenness,
    loss: row.loss,
    parted: row.parted,
    partedAcross: row.partedAcross,
    cutOff: row.cutOff.map(id),
    fragmentation: row.fragmentation,
    dependence: row.dependence,
    backup: row.backup && { ...row.backup, a: id(row.backup.a), b: id(row.backup.b) },
    connects: [...row.connects],
    sentence: bridgeBuilderSentence(row, name),
  }));
}

export interface SectorPairRows {
  readonly pairs: SectorPairRow[];
  /** Why there are none, or fewer than one would expect. */
  readonly note: string | null;
}

export function sectorPairRows(run: AnalysisRun): Promise<SectorPairRows> {
  return run.timer.run('sectorPairs', (progress) => testedPairs(run, progress));
}

function testedPairs(run: AnalysisRun, progress: (done: number) => void): SectorPairRows {
  const { lensed } = run.network;
  const sectors = groupsByAttribute(lensed.nodes, 'sector');
  if (sectors.count < 2) {
    return { pairs: [], note: 'Pairs of sectors were not looked at: fewer than two sectors are recorded.' };
  }
  if (sectors.count > sectorsAtMost) {
    return {
      pairs: [],
      note: `Pairs of sectors were not looked at: there are ${sectors.count} sectors, and at most ${sectorsAtMost} are tested.`,
    };
  }
  const found = sectorPairs(run.graph, sectors, {
    seed: run.seed,
    gatherings: lensed.gatherings,
    signal: run.signal,
    progress,
  });
  return {
    pairs: found.pairs.map(({ sharedGatherings, ...pair }) => ({
      ...pair,
      a: sectors.names[pair.a] ?? '',
      b: sectors.names[pair.b] ?? '',
    })),
    note:
      found.degenerate === null
        ? null
        : `Pairs of sectors could not be tested against chance: ${found.degenerate}`,
  };
}
