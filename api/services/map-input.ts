import type { Analysis, OrganizationRow } from '#api/contract/analysis.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';
import { shownNames } from '#api/services/shown-names.ts';
import type { ReportWords } from '#viz/report/report-input.ts';
import { countOf } from '#viz/scene/count-of.ts';
import { reportGroups } from '#viz/report/report-groups.ts';
import { nothingDepends } from '#viz/report/sentences/bridge-builder-headline.ts';
import type { MapCategory, MapInput } from '#viz/scene/picture.ts';

const categoriesAtMost = 8;
/** A member found with its group in fewer of the detection's runs is drawn hollow. */
const weakBelow = 0.8;

interface MapTitle {
  readonly title: string;
  /** What the network calls things, where it says so. */
  readonly words: Partial<ReportWords>;
}

/** What the map is drawn from: an analysis with communities (or groups), bridge-builders and degree. */
export function mapInput(
  asAnalysed: Analysis,
  { graph }: LensedNetwork,
  { title, words }: MapTitle,
): MapInput {
  const analysis = shownNames(asAnalysed);
  const { organizations, receipt } = analysis;
  const groups = reportGroups(analysis);
  const certified = new Set(
    (analysis.silos ?? []).filter((silo) => silo.certified).flatMap(({ members }) => members),
  );
  const placeOf = new Map(groups.map(({ index }, place) => [index, place]));
  const indexOf = new Map(organizations.map(({ id }, v) => [id, v]));
  const categories = categoriesOf(organizations);
  // Who carries nothing holds nothing together: as many are ringed as the report's headline counts.
  const rank = new Map(
    (analysis.bridgeBuilders ?? []).filter((row) => !nothingDepends(row)).map((row) => [row.id, row.rank]),
  );
  const shared = organizations.some((row) => row.collaborations !== null);
  const detected = receipt.groups === 'communities';
  const { ties } = graph;
  return {
    nodes: organizations.map((row) => ({
      id: row.id,
      label: row.label,
      category: categories.indexOf(row.sector),
      group: placeOf.get(row.group ?? -1) ?? -1,
      size: shared ? (row.collaborations ?? 0) : partners(row),
      bridge: rank.get(row.id) ?? 0,
      hollow: detected && (row.stability ?? 1) < weakBelow,
    })),
    ties: Array.from({ length: ties.count }, (_, tie) => ({
      a: ties.a[tie] ?? 0,
      b: ties.b[tie] ?? 0,
      strength: ties.strength[tie] ?? 1,
    })),
    groups: groups.map(({ letter, name, members }) => ({
      name: `${letter} · ${name}`,
      members: members.map((id) => indexOf.get(id) ?? 0),
      certified: members.every((id) => certified.has(id)),
    })),
    categories: categories.list,
    words: {
      title,
      size: shared ? (words.collaboration?.many ?? 'collaborations') : 'partners',
      sizeOne: shared ? (words.collaboration?.one ?? 'collaboration') : 'partner',
      category: words.sector?.one ?? 'sector',
      receipt: receiptLine(analysis),
    },
  };
}

function partners(row: OrganizationRow): number {
  return typeof row.measures.degree === 'number' ? row.measures.degree : 0;
}

/** Sectors by how many have them; beyond eight, seven and "Other". */
function categoriesOf(organizations: readonly OrganizationRow[]) {
  const counts = new Map<string, number>();
  for (const { sector } of organizations)
    if (sector !== null) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const kept = sorted.length > categoriesAtMost ? sorted.slice(0, categoriesAtMost - 1) : sorted;
  const rest = sorted.slice(kept.length).reduce((sum, [, count]) => sum + count, 0);
  const list: MapCategory[] = kept.map(([name, count]) => ({ name, count }));
  if (rest > 0) list.push({ name: 'Other', count: rest });
  const place = new Map(kept.map(([name], index) => [name, index]));
  return {
    list,
    indexOf: (sector: string | null): number => (sector === null ? -1 : (place.get(sector) ?? kept.length)),
  };
}

function receiptLine({ receipt }: Analysis): string {
  const hash = receipt.inputHash === null ? '' : ` · ${receipt.inputHash.slice(0, 19)}`;
  const from = receipt.network === null ? '' : ` · ${receipt.network} revision ${receipt.revision ?? 0}`;
  return `Weft ${receipt.version} · ${countOf(receipt.nodes, 'organization')}, ${countOf(receipt.ties, 'tie')} · groups ${receipt.groups} · seed ${receipt.seed}${from}${hash}`;
}
