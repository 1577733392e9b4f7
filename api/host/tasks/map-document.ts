import type { TaskContext } from '#api/host/job.ts';
import { drawnNetwork, type DrawInput } from '#api/host/tasks/draw-network.ts';
import { mapMeasures } from '#api/host/tasks/map-task.ts';
import { mapFacets } from '#api/services/map-facets.ts';
import { mapInput } from '#api/services/map-input.ts';
import { sceneToSvg } from '#viz/render/svg.ts';
import { drawMap } from '#viz/scene/draw-map.ts';

export interface MapDocumentInput extends DrawInput {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly view: 'far' | 'near';
}

/** The map as GET /map answers it: what it is drawn from, where everything is, and the picture. */
export async function mapDocument(input: MapDocumentInput, context: TaskContext) {
  const { network, analysis, name: title, words } = await drawnNetwork(input, mapMeasures, context);
  context.progress('draw', 0);
  const { width, height } = input;
  const drawnFrom = mapInput(analysis, network.lensed, { title, words });
  const scene = drawMap(drawnFrom, {
    width,
    height,
    unit: 'px',
    seed: input.seed,
    theme: input.theme,
    view: input.view,
    heading: false,
  });
  const { x, y, radius, groups, strands } = scene.places;
  return {
    receipt: analysis.receipt,
    input: drawnFrom,
    layout: { width, height, x: numbers(x), y: numbers(y), radius: numbers(radius), groups, strands },
    facets: mapFacets(network.data, network.lensed),
    svg: sceneToSvg(scene),
  };
}

/** NaN, where a node is not drawn, becomes null in JSON. */
function numbers(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}
