import type { NetworkView } from '#viz/client/networks.ts';
import { aloneFinding } from '#viz/findings/alone-finding.ts';
import { bridgeFinding } from '#viz/findings/bridge-finding.ts';
import type { Finding } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { nodesBySector, pairFinding, surprisingPairs } from '#viz/findings/pair-finding.ts';
import { siloFinding, siloView } from '#viz/findings/silo-finding.ts';

/** So many stand on the first page. */
export const findingsFirst = 5;

/**
 * Every finding, strongest first, kinds taking turns: the most closed silo, what depends on the first
 * bridge-builder, the pair of sectors furthest below chance, who has no tie; then the next of each kind.
 */
export function allFindings({ analysis }: NetworkView, index: MapIndex): readonly Finding[] {
  const silos = (analysis.silos ?? [])
    .map((silo, at) => siloView(index, silo, at))
    .filter(({ silo }) => silo.certified)
    .sort((a, b) => (a.silo.conductance ?? 1) - (b.silo.conductance ?? 1))
    .map((view) => siloFinding(index, view));
  const bridges = (analysis.bridgeBuilders ?? [])
    .filter(({ loss, parted }) => parted > 0 || (loss ?? 0) > 0)
    .map((row) => bridgeFinding(index, row));
  const sectors = nodesBySector(analysis.organizations);
  const pairs = surprisingPairs(analysis.sectorPairs ?? []).map((row) => pairFinding(index, row, sectors));
  const alone = aloneFinding(index);
  return inTurn([silos, bridges, pairs, alone === null ? [] : [alone]]);
}

function inTurn(kinds: readonly (readonly Finding[])[]): readonly Finding[] {
  const longest = Math.max(0, ...kinds.map((kind) => kind.length));
  return Array.from({ length: longest }, (_, round) => kinds.flatMap((kind) => kind[round] ?? [])).flat();
}
