import Graph from 'graphology';
import Sigma from 'sigma';
import type { Look, StageData } from '#test/bench/map/page/stage.ts';
import { themes } from '#viz/scene/theme.ts';

/** Sigma as it comes, with every tie, labels as its own settings have them. */
export function sigmaOn(stage: HTMLElement, { input, scene }: StageData, zoom: number): Look {
  const { places, width, height } = scene;
  const graph = new Graph({ type: 'undirected' });
  input.nodes.forEach(({ label, category }, i) =>
    graph.addNode(String(i), {
      x: places.x[i],
      y: height - (places.y[i] ?? 0),
      size: places.radius[i],
      label,
      color: themes.light.categories[category] ?? themes.light.unknown,
    }),
  );
  for (const { a, b } of input.ties)
    graph.mergeEdge(String(a), String(b), { size: 0.5, color: themes.light.tie });
  const renderer = new Sigma(graph, stage);
  const camera = renderer.getCamera();
  camera.setState({ ratio: 1 / zoom });
  return (x, y) => camera.setState({ x: 0.5 + ((x - 0.5) * width) / Math.max(width, height), y: 1 - y });
}
