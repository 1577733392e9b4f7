import { drawOrganizations, drawStrands } from '#viz/scene/draw-layers.ts';
import { circlePath } from '#viz/scene/path-data.ts';
import { withLooseParts } from '#viz/scene/loose-parts.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Layer, Places, Scene, Shape, StrandPlace } from '#viz/scene/scene.ts';
import { strandWidth } from '#viz/scene/route-strands.ts';
import { styleOf } from '#viz/scene/style.ts';
import type { ThemeName } from '#viz/scene/theme.ts';

/** Who and what passes a filter: 1 by node, by tie. */
export interface ShownPart {
  readonly nodes: Uint8Array;
  readonly ties: Uint8Array;
}

/**
 * The same picture with only a part of it in colour: everything stays where it is, the others are pale, strands are as
 * wide as the ties that are left.
 *
 * Output   a scene without titles and names, which depend on the camera (drawFrameNames)
 */
export function filterScene(input: MapInput, scene: Scene, theme: ThemeName, shown: ShownPart): Scene {
  const style = styleOf(scene, theme, input.groups.length);
  const whole = withLooseParts(input);
  const places: Places = {
    ...scene.places,
    strands: strandsLeft(input, scene.places.strands, shown),
    ties: scene.places.ties.filter(({ tie }) => shown.ties[tie] === 1),
  };
  const passing = whole.nodes.map((node, i) => (shown.nodes[i] === 1 ? node : { ...node, group: -1 }));
  const fresh = [
    drawStrands(input, style, places.strands),
    ...drawOrganizations({ ...whole, nodes: passing }, style, places),
  ];
  const pale = whole.nodes.flatMap(({ group }, i): Shape[] =>
    group < 0 || shown.nodes[i] === 1 ? [] : [paleMark(places, i, style.theme.line)],
  );
  const layers = scene.layers.flatMap((layer): Layer[] => {
    if (placedAnew.has(layer.name)) return [];
    const { name, items } = fresh.find((one) => one.name === layer.name) ?? layer;
    return [{ name, items: name === 'marks' ? [...pale, ...items] : items }];
  });
  return { ...scene, layers, places };
}

const placedAnew = new Set<Layer['name']>(['titles', 'leaders', 'labels']);

function paleMark({ x, y, radius }: Places, node: number, fill: string): Shape {
  const d = circlePath(x[node]!, y[node]!, 0.8 * radius[node]!);
  return { kind: 'shape', d, fill, stroke: null, strokeWidth: 0, name: '' };
}

/** The same ways, as wide as what is left; a pair without any tie left has none. */
function strandsLeft(
  { nodes, ties }: MapInput,
  strands: readonly StrandPlace[],
  shown: ShownPart,
): readonly StrandPlace[] {
  const left = new Map<string, number>();
  ties.forEach(({ a, b }, tie) => {
    if (shown.ties[tie] !== 1) return;
    const [p, q] = [nodes[a]!.group, nodes[b]!.group];
    const key = `${Math.min(p, q)} ${Math.max(p, q)}`;
    left.set(key, (left.get(key) ?? 0) + 1);
  });
  const greatest = strands.reduce((most, { ties: count }) => Math.max(most, count), 1);
  const widest = strands.reduce((most, { width }) => Math.max(most, width), 0);
  return strands.flatMap((strand): StrandPlace[] => {
    const count = left.get(`${Math.min(strand.a, strand.b)} ${Math.max(strand.a, strand.b)}`) ?? 0;
    return count === 0 ? [] : [{ ...strand, ties: count, width: strandWidth(count, greatest, widest) }];
  });
}
