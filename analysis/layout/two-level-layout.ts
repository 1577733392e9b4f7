import { Random } from '#analysis/graph/random.ts';
import type { Body, BodyLink, Box, Positions } from '#analysis/layout/body.ts';
import { fittingScale, packGroups } from '#analysis/layout/pack-groups.ts';
import { settleMembers, type Room } from '#analysis/layout/settle-members.ts';

interface LayoutTie {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/** All lengths in one unit, the picture's. */
export interface LayoutInput {
  readonly n: number;
  readonly ties: readonly LayoutTie[];
  /** Members by node index; a node is in at most one group. */
  readonly groups: readonly (readonly number[])[];
  /** Room of each mark, its ring included. */
  readonly radius: Float64Array;
  /** Room of a name beside its mark; 0: not named. */
  readonly nameWidth: Float64Array;
  readonly nameHeight: Float64Array;
  /** Plate above each group. */
  readonly titles: readonly { readonly width: number; readonly height: number }[];
  /** Group pairs that the picture draws, with weight 0…1. */
  readonly links: readonly BodyLink[];
  readonly discs: readonly { readonly radiusX: number; readonly radiusY: number }[];
  /** Between a mark and its hull: the hull stays within the disc. */
  readonly hullPad: number;
  readonly box: Box;
  /** Between two marks; between two groups. */
  readonly markGap: number;
  readonly groupGap: number;
  readonly seed: number;
}

interface TwoLevelLayout extends Positions {
  /** Centres of the groups' discs. */
  readonly centres: readonly { readonly x: number; readonly y: number }[];
  readonly side: Int8Array;
}

/**
 * The two-level layout: groups as discs packed into a box, members inside their own disc.
 *
 * Nobody lies inside a foreign hull: discs keep a gap, and a hull stays within its disc.
 *
 * Input    see LayoutInput; nodes in no group get no position
 * Output   x, y by node index (NaN in no group), y downwards, from the box's upper left corner
 * Random   streams "layout groups", "layout members k", and "layout members k again i" where members are few
 * Cost     groups: bounded (about 0.3 s); members: O(steps · (n + m))
 * Exactness only + − × ÷ √, which IEEE 754 fixes to the last bit: the same bytes on every machine
 */
export function twoLevelLayout(input: LayoutInput): TwoLevelLayout {
  const x = new Float64Array(input.n).fill(NaN);
  const y = new Float64Array(input.n).fill(NaN);
  const side = new Int8Array(input.n);
  const centres = placeGroups(input);
  const owner = new Int32Array(input.n).fill(-1);
  const local = new Int32Array(input.n);
  input.groups.forEach((members, g) =>
    members.forEach((node, i) => {
      owner[node] = g;
      local[node] = i;
    }),
  );
  const pulls = pullsToOthers(input, owner, centres);
  const inside = input.groups.map((): LayoutTie[] => []);
  for (const { a, b, strength } of input.ties) {
    if (owner[a]! >= 0 && owner[a] === owner[b])
      inside[owner[a]!]!.push({ a: local[a]!, b: local[b]!, strength });
  }
  input.groups.forEach((members, g) => {
    const take = (values: Float64Array): Float64Array => Float64Array.from(members, (node) => values[node]!);
    const room: Room = {
      radius: take(input.radius),
      ties: inside[g]!,
      pullX: take(pulls.x),
      pullY: take(pulls.y),
      nameWidth: take(input.nameWidth),
      nameHeight: take(input.nameHeight),
      radiusX: input.discs[g]!.radiusX - input.hullPad,
      radiusY: input.discs[g]!.radiusY - input.hullPad,
      gap: input.markGap,
    };
    const settled = settleClearly(room, input.seed, g);
    members.forEach((node, i) => {
      x[node] = centres[g]!.x + settled.x[i]!;
      y[node] = centres[g]!.y + settled.y[i]!;
      side[node] = settled.side[i]!;
    });
  });
  return { x, y, centres, side };
}

/** Of so few a crossing of ties is seen, and another start costs nothing. */
const fewMembers = 24;
const starts = 8;

/** The members settled; where they are few, from the start of several that leaves the fewest ties crossing. */
function settleClearly(room: Room, seed: number, g: number): ReturnType<typeof settleMembers> {
  let best = settleMembers(room, new Random(seed, `layout members ${g}`));
  if (room.radius.length > fewMembers) return best;
  let least = crossings(room, best);
  for (let start = 1; start < starts && least > 0; start++) {
    const other = settleMembers(room, new Random(seed, `layout members ${g} again ${start}`));
    const count = crossings(room, other);
    if (count >= least) continue;
    least = count;
    best = other;
  }
  return best;
}

/** Pairs of ties that cross, those at one node left out. Cost O(ties²) */
function crossings({ ties }: Room, { x, y }: Positions): number {
  const turn = (p: number, q: number, r: number): number =>
    (x[q]! - x[p]!) * (y[r]! - y[p]!) - (y[q]! - y[p]!) * (x[r]! - x[p]!);
  let count = 0;
  for (let i = 0; i < ties.length; i++) {
    const { a, b } = ties[i]!;
    for (let j = 0; j < i; j++) {
      const { a: c, b: d } = ties[j]!;
      if (a === c || a === d || b === c || b === d) continue;
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) count++;
    }
  }
  return count;
}

/** Ellipses of one shape become discs when the plane is squeezed: the packing knows only discs. */
function placeGroups({ discs, titles, links, box, groupGap, seed }: LayoutInput): { x: number; y: number }[] {
  const { bodies, round, squeeze } = squeezed(discs, titles, box);
  const at = packGroups(bodies, links, round, groupGap, new Random(seed, 'layout groups'));
  return discs.map((_, g) => ({ x: at.x[g]! * squeeze, y: at.y[g]! / squeeze }));
}

function squeezed(
  discs: LayoutInput['discs'],
  titles: LayoutInput['titles'],
  box: Box,
): { bodies: Body[]; round: Box; squeeze: number } {
  const first = discs[0];
  const squeeze = first ? Math.sqrt(first.radiusX / first.radiusY) : 1;
  const bodies = discs.map((disc, g) => ({
    radius: disc.radiusX / squeeze,
    titleWidth: titles[g]!.width / squeeze,
    titleHeight: titles[g]!.height * squeeze,
  }));
  return { bodies, round: { width: box.width / squeeze, height: box.height * squeeze }, squeeze };
}

/**
 * How much smaller the discs must be for the groups to fit the box with their names and gaps: 1 when they do.
 *
 * Random   stream "layout fit"
 * Cost     O(tries · g²), a few percent of the layout's
 */
export function discsThatFit({
  discs,
  titles,
  links,
  box,
  groupGap,
  seed,
}: Pick<LayoutInput, 'discs' | 'titles' | 'links' | 'box' | 'groupGap' | 'seed'>): number {
  const { bodies, round } = squeezed(discs, titles, box);
  return fittingScale(bodies, links, round, groupGap, new Random(seed, 'layout fit'));
}

/** Members that reach other groups lean towards them. */
function pullsToOthers(
  input: LayoutInput,
  owner: Int32Array,
  centres: readonly { x: number; y: number }[],
): Positions {
  const x = new Float64Array(input.n);
  const y = new Float64Array(input.n);
  const total = new Float64Array(input.n);
  for (const { a, b, strength } of input.ties) {
    total[a]! += strength;
    total[b]! += strength;
    const from = owner[a]!;
    const to = owner[b]!;
    if (from < 0 || to < 0 || from === to) continue;
    const dx = centres[to]!.x - centres[from]!.x;
    const dy = centres[to]!.y - centres[from]!.y;
    const distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
    x[a]! += (strength * dx) / distance;
    y[a]! += (strength * dy) / distance;
    x[b]! -= (strength * dx) / distance;
    y[b]! -= (strength * dy) / distance;
  }
  for (let i = 0; i < input.n; i++) {
    if (total[i]! === 0) continue;
    x[i]! /= total[i]!;
    y[i]! /= total[i]!;
  }
  return { x, y };
}
