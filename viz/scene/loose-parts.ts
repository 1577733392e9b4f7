import type { MapInput } from '#viz/scene/picture.ts';

/** Up to this share of all organizations those outside the groups stay in the tray, tied or not. */
const trayShare = 0.1;
/** More parts than this would crowd out the groups: the smaller ones stay in the tray. */
const mostParts = 24;

/**
 * The map's input with the tied organizations of no group as further "groups" behind its own: where they are many, or
 * where there is no group at all, a row in the tray would hide most of the network. They are laid out like groups, but
 * have neither hull nor title.
 *
 * Output   the same input where nothing is to be added; node indexes stay
 */
export function withLooseParts(input: MapInput): MapInput {
  const parts = loosePartsOf(input);
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  if (count === 0 || (input.groups.length > 0 && count <= trayShare * input.nodes.length)) return input;
  const shown = parts.slice(0, mostParts);
  const groupOf = new Map(
    shown.flatMap((members, p) => members.map((node) => [node, input.groups.length + p] as const)),
  );
  return {
    ...input,
    nodes: input.nodes.map((node, i) => ({ ...node, group: groupOf.get(i) ?? node.group })),
    groups: [...input.groups, ...shown.map((members) => ({ name: '', members, certified: false }))],
  };
}

/** Tied organizations of no group, those tied to one another together; largest first. */
function loosePartsOf({ nodes, ties }: MapInput): readonly (readonly number[])[] {
  const neighbours = new Map<number, number[]>();
  for (const { a, b } of ties) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (nodes[from]!.group >= 0) continue;
      const known = neighbours.get(from) ?? [];
      if (nodes[to]!.group < 0) known.push(to);
      neighbours.set(from, known);
    }
  }
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const start of [...neighbours.keys()].sort((p, q) => p - q)) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const node of part) {
      for (const next of neighbours.get(node) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    parts.push(part.sort((p, q) => p - q));
  }
  return parts.sort((p, q) => q.length - p.length || p[0]! - q[0]!);
}
