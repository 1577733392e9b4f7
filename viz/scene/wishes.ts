import type { MapInput } from '#viz/scene/picture.ts';
import type { Wish } from '#viz/scene/place-labels.ts';
import type { Style } from '#viz/scene/style.ts';
import { wrapText, type TextBlock } from '#viz/scene/wrap-text.ts';

/** Names a picture can bear. */
const mostNames = 70;
/** Up to so many organizations everybody is named where there is room, also from afar. */
const fewOrganizations = 60;

/**
 * The name of each organization that may be named: in one line, and in two where that is much narrower. To break a name
 * costs more than to place it: those that are `asked` alone are broken (default: all).
 */
export function nameBlocks(
  input: MapInput,
  style: Style,
  view: 'far' | 'near',
  asked: (node: number) => boolean = () => true,
): readonly (readonly TextBlock[] | null)[] {
  const everybody = view === 'near' || input.nodes.length <= fewOrganizations;
  return input.nodes.map((node, index) => {
    if (node.group < 0 || (node.bridge === 0 && !everybody) || !asked(index)) return null;
    const face = node.bridge > 0 ? 'interSemibold' : 'interMedium';
    const size = node.bridge > 0 ? style.text.name : 0.9 * style.text.name;
    const one = wrapText(node.label, size, face, 22 * size);
    const two = wrapText(node.label, size, face, Math.min(0.62 * one.width, 16 * size), 16 * size);
    return two.lines.length > one.lines.length && one.width > 9 * size ? [one, two] : [one];
  });
}

/** Who is named, most important first: bridge-builders by rank, then the largest. */
export function wishes(
  input: MapInput,
  blocks: readonly (readonly TextBlock[] | null)[],
  side: Int8Array,
  view: 'far' | 'near',
): readonly Wish[] {
  const nodes = input.nodes
    .map((node, index) => ({ node, index }))
    .filter(({ index }) => blocks[index] !== null);
  const ringed = nodes.filter(({ node }) => node.bridge > 0).sort((a, b) => a.node.bridge - b.node.bridge);
  const others = nodes
    .filter(({ node }) => node.bridge === 0)
    .sort((a, b) => b.node.size - a.node.size || a.index - b.index);
  // More are asked than fit; the placing stops by itself where there is no room.
  const asked = view === 'near' ? Math.max(mostNames, ringed.length) : fewOrganizations;
  return [...ringed, ...others.slice(0, Math.max(0, asked - ringed.length))].map(({ node, index }) => ({
    node: index,
    blocks: blocks[index]!,
    must: node.bridge > 0,
    side: side[index]!,
  }));
}
