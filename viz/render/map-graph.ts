import type Graph from 'graphology';
import type { Drawing } from '#viz/render/map-renderer.ts';
import type { MarkData } from '#viz/render/sigma-marks.ts';
import { withLooseParts } from '#viz/scene/loose-parts.ts';
import { ringWidth } from '#viz/scene/mark-sizes.ts';
import { themes } from '#viz/scene/theme.ts';

const shapes = 8;

/**
 * Fills an empty graph with what the scene draws of organizations and ties: larger marks first, so that small ones are
 * seen. Keys are indexes into the map's input; y points up. Who is in the tray is drawn with it.
 */
export function mapGraph(drawing: Drawing, graph: Graph): Graph {
  const { scene } = drawing;
  const { places } = scene;
  const drawn = withLooseParts(drawing.input)
    .nodes.flatMap(({ group }, node) => (group >= 0 ? [node] : []))
    .sort((p, q) => at(places.radius, q) - at(places.radius, p) || p - q);
  for (const node of drawn) graph.addNode(String(node), markOf(drawing, node));
  for (const { tie, width } of places.ties) {
    const ends = drawing.input.ties[tie];
    if (ends !== undefined && ends.a !== ends.b)
      graph.mergeEdge(String(ends.a), String(ends.b), { size: width });
  }
  return graph;
}

const at = (values: Float64Array, node: number): number => values[node] ?? 0;

function markOf({ input, scene, theme, shown }: Drawing, node: number) {
  const { places, height } = scene;
  const { category = -1, bridge = 0, hollow = false } = input.nodes[node] ?? {};
  const radius = at(places.radius, node);
  const reach = at(places.reach, node);
  const line = bridge > 0 ? ringWidth(radius, reach, category) : 0;
  const mark: MarkData = {
    radius,
    ring: bridge > 0 ? reach - line / 2 : 0,
    ringWidth: line,
    shape: category < 0 ? 0 : category % shapes,
    hollow,
    faded: shown !== null && shown.nodes[node] !== 1,
  };
  const { categories, unknown } = themes[theme];
  const color = category < 0 ? unknown : (categories[category % categories.length] ?? unknown);
  return { ...mark, color, size: reach, x: at(places.x, node), y: height - at(places.y, node) };
}
