import { clipped } from '#viz/report/figures/clipped.ts';
import type { Analysis, OrganizationRow } from '#api/contract/analysis.ts';

/** A group of four or more in the partition in use, as the report and the map name it. */
export interface ReportGroup {
  /** Its index in the partition (organizations[].group). */
  readonly index: number;
  /** A, B … by size; beyond Z: AA, AB … */
  readonly letter: string;
  /** Its two best-connected members: "USGS, SFEI". */
  readonly name: string;
  /** Ids in node order. */
  readonly members: readonly string[];
}

/** A group is named by two organizations: neither may crowd out the other. */
export const longestInGroupName = 60;

/** Smaller ones are not tested, have no hull and no letter. */
export const smallestGroup = 4;

/**
 * The groups of the partition in use that are large enough to be looked at, largest first, equal ones by their first
 * member. Map and report take their letters from here.
 */
export function reportGroups(analysis: Analysis): ReportGroup[] {
  const byIndex = new Map<number, OrganizationRow[]>();
  for (const row of analysis.organizations) {
    if (row.group === undefined || row.group === null) continue;
    const members = byIndex.get(row.group);
    if (members === undefined) byIndex.set(row.group, [row]);
    else members.push(row);
  }
  return [...byIndex]
    .filter(([, members]) => members.length >= smallestGroup)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([index, members], place) => ({
      index,
      letter: groupLetter(place),
      name: groupName(members),
      members: members.map((row) => row.id),
    }));
}

/** 0 → A, 25 → Z, 26 → AA. */
export function groupLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : groupLetter(Math.floor(place / 26) - 1) + last;
}

/** The two best-connected members, equal ones in node order. */
export function groupName(members: readonly OrganizationRow[]): string {
  return bestConnected(members, 2)
    .map((row) => clipped(row.label, longestInGroupName))
    .join(', ');
}

export function bestConnected(members: readonly OrganizationRow[], count: number): OrganizationRow[] {
  return [...members].sort((a, b) => partnersOf(b) - partnersOf(a)).slice(0, count);
}

function partnersOf(row: OrganizationRow): number {
  const { degree } = row.measures;
  return typeof degree === 'number' ? degree : 0;
}
