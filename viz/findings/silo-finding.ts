import { percent } from '#analysis/words/percent.ts';
import { counted } from '#analysis/words/counted.ts';
import type { SiloRow } from '#api/contract/analysis.ts';
import { type Finding, type Piece, said, type Spotlight } from '#viz/findings/finding.ts';
import { labelAt, type MapIndex, nodeAt, partner } from '#viz/findings/map-index.ts';
import { probability } from '#viz/findings/numbers.ts';

/** A member that carries ties of its group to others, with how many. */
export interface Carrier {
  readonly node: number;
  readonly ties: number;
}

/** One tested group as the screen speaks of it. */
export interface SiloView {
  readonly silo: SiloRow;
  /** Its place among the analysis' silos: its id in addresses. */
  readonly at: number;
  /** Group of the map with the same first member; −1: not drawn as a group. */
  readonly group: number;
  /** "F · Maple Pantry, Foundry Pantry" */
  readonly name: string;
  readonly members: readonly number[];
  readonly leavingTies: readonly number[];
  /** Most ties first. */
  readonly carriers: readonly Carrier[];
}

export function siloView(index: MapIndex, silo: SiloRow, at: number): SiloView {
  const members = silo.members.map((id) => nodeAt(index, id)).filter((node) => node >= 0);
  const inside = new Set(members);
  const leavingTies: number[] = [];
  const carriers: Carrier[] = [];
  for (const node of members) {
    const leaving = (index.tiesOf[node] ?? []).filter((tie) => !inside.has(partner(index, tie, node)));
    leavingTies.push(...leaving);
    if (leaving.length > 0) carriers.push({ node, ties: leaving.length });
  }
  carriers.sort((a, b) => b.ties - a.ties || a.node - b.node);
  const group = index.map.nodes[members[0] ?? -1]?.group ?? -1;
  const best = [...members].sort(
    (a, b) => (index.tiesOf[b]?.length ?? 0) - (index.tiesOf[a]?.length ?? 0) || a - b,
  );
  const name =
    index.map.groups[group]?.name ??
    best
      .slice(0, 2)
      .map((node) => labelAt(index, node))
      .join(', ');
  return { silo, at, group, name, members, leavingTies, carriers };
}

/** "The group around Maple Pantry keeps to itself: 7 of its 55 ties leave it." */
export function siloFinding(index: MapIndex, view: SiloView): Finding {
  const { silo, carriers } = view;
  const around = centreOf(index, view);
  const [first] = carriers;
  const evidence = [
    first ? through(first.ties, silo.leaving, labelAt(index, first.node)) : '',
    silo.grade === 'closed' ? 'closed silo' : 'silo',
    silo.p === null ? '' : `p\u00a0${probability(silo.p)}`,
  ];
  return {
    id: `silo-${view.at}`,
    said: keepsToItself(around, silo.leaving, silo.inside + silo.leaving),
    evidence: evidence.filter((part) => part !== '').join(' · '),
    page: 'silos',
    pageId: String(view.at),
    query: {},
    spotlight: siloSpotlight(index, view),
  };
}

function keepsToItself(around: string, leaving: number, all: number): readonly Piece[] {
  if (leaving === 0)
    return said`The group around ${around} keeps to itself: ${'none'} of its ${all} ties leaves it.`;
  if (leaving === 1)
    return said`The group around ${around} keeps to itself: ${1} of its ${all} ties leaves it.`;
  return said`The group around ${around} keeps to itself: ${leaving} of its ${all} ties leave it.`;
}

function through(ties: number, leaving: number, name: string): string {
  if (leaving === 1) return `It runs through ${name}`;
  return `${ties === leaving ? `All ${leaving}` : `${ties} of the ${leaving}`} run through ${name}`;
}

/** Its best-connected member, by which it is spoken of. */
export function centreOf(index: MapIndex, { members }: SiloView): string {
  let best = members[0] ?? -1;
  for (const node of members)
    if ((index.tiesOf[node]?.length ?? 0) > (index.tiesOf[best]?.length ?? 0)) best = node;
  return labelAt(index, best);
}

export function siloSpotlight(index: MapIndex, view: SiloView): Spotlight {
  const inside = new Set(view.members);
  const outside = new Set<number>();
  for (const tie of view.leavingTies) {
    const ends = index.map.ties[tie];
    if (ends === undefined) continue;
    outside.add(inside.has(ends.a) ? ends.b : ends.a);
  }
  return {
    lit: [...view.members, ...outside],
    named: view.carriers.slice(0, 3).map(({ node }) => node),
    beside: [...outside],
    ties: view.leavingTies,
    groups: view.group < 0 ? [] : [view.group],
    ringed: [],
    proposed: null,
    caption: `${view.name}, and its ${counted(view.leavingTies.length, 'tie')} to others`,
  };
}

/** "69 ties inside, 10 out." */
export function insideOut({ silo }: SiloView): string {
  const share = silo.inside + silo.leaving === 0 ? null : silo.leaving / (silo.inside + silo.leaving);
  return `${counted(silo.inside, 'tie')} inside, ${silo.leaving} out${share === null ? '' : ` (${percent(share)} of its ties)`}.`;
}
