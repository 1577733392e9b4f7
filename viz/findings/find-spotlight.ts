import type { Analysis } from '#api/contract/analysis.ts';
import type { NetworkView } from '#viz/client/networks.ts';
import { aloneFinding } from '#viz/findings/alone-finding.ts';
import { bridgeSpotlight } from '#viz/findings/bridge-finding.ts';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { nodesBySector, pairSpotlight } from '#viz/findings/pair-finding.ts';
import { siloSpotlight, siloView } from '#viz/findings/silo-finding.ts';

/**
 * What of the map an address asks to light: "silo-3", "bridge-1", "pair-Food-Justice", "alone".
 *
 * Output   null where the network has no such thing (any more)
 */
export function findSpotlight(
  { analysis }: NetworkView,
  index: MapIndex,
  id: string | undefined,
): Spotlight | null {
  if (id === undefined) return null;
  if (id === 'alone') return aloneFinding(index)?.spotlight ?? null;
  const [, kind, number] = /^(silo|bridge)-(\d+)$/u.exec(id) ?? [];
  if (kind === 'silo') return siloAt(analysis, index, Number(number));
  if (kind === 'bridge') return bridgeAt(analysis, index, Number(number));
  const pair = analysis.sectorPairs?.find(({ a, b }) => `pair-${a}-${b}` === id);
  return pair === undefined ? null : pairSpotlight(index, pair, nodesBySector(analysis.organizations));
}

function siloAt({ silos }: Analysis, index: MapIndex, at: number): Spotlight | null {
  const silo = silos?.[at];
  return silo === undefined ? null : siloSpotlight(index, siloView(index, silo, at));
}

function bridgeAt({ bridgeBuilders }: Analysis, index: MapIndex, wanted: number): Spotlight | null {
  const row = bridgeBuilders?.find(({ rank }) => rank === wanted);
  return row === undefined ? null : bridgeSpotlight(index, row);
}
