import type { MapInput } from '#viz/scene/picture.ts';

/** A tie that is drawn at rest, and how wide, in picture units. */
export interface ShownTie {
  readonly tie: number;
  readonly width: number;
}

/**
 * Ties inside the groups and those of organizations in none (behind the `hulled` first); ties between groups are
 * strands at rest, and lines only on hover or focus.
 *
 * Input    whole: the input with its loose parts; mark: picture units per millimetre of a mark
 */
export function shownTies(whole: MapInput, hulled: number, mark: number): readonly ShownTie[] {
  const strongest = whole.ties.reduce((most, tie) => Math.max(most, tie.strength), 0);
  return whole.ties.flatMap(({ a, b, strength }, tie): ShownTie[] => {
    const [from, to] = [whole.nodes[a]!.group, whole.nodes[b]!.group];
    const drawn = from >= 0 && to >= 0 && (from === to || from >= hulled || to >= hulled);
    return drawn ? [{ tie, width: (0.12 + 0.5 * Math.sqrt(strength / strongest)) * mark }] : [];
  });
}
