import cytoscape from 'cytoscape';
import type { Look, StageData } from '#test/bench/map/page/stage.ts';
import { themes } from '#viz/scene/theme.ts';

/** Cytoscape.js with every tie and every label; its own defaults otherwise (haystack ties are its quickest). */
export function cytoscapeOn(stage: HTMLElement, { input, scene }: StageData, zoom: number): Look {
  const { places, width, height } = scene;
  const view = cytoscape({
    container: stage,
    elements: {
      nodes: input.nodes.map(({ category, label }, i) => ({
        data: {
          id: String(i),
          label,
          size: 2 * (places.radius[i] ?? 1),
          color: themes.light.categories[category] ?? themes.light.unknown,
        },
        position: { x: places.x[i] ?? 0, y: places.y[i] ?? 0 },
      })),
      edges: input.ties.map(({ a, b }, tie) => ({
        data: { id: `t${tie}`, source: String(a), target: String(b) },
      })),
    },
    layout: { name: 'preset', fit: false },
    style: [
      {
        selector: 'node',
        style: {
          width: 'data(size)',
          height: 'data(size)',
          'background-color': 'data(color)',
          label: 'data(label)',
          'font-size': 6,
        },
      },
      {
        selector: 'edge',
        style: { width: 0.5, 'line-color': themes.light.tie },
      },
    ],
    zoom,
  });
  return (x, y) => view.pan({ x: (0.5 - x * zoom) * width, y: (0.5 - y * zoom) * height });
}
