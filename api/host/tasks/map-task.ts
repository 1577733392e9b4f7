import type { TaskContext } from '#api/host/job.ts';
import { drawnNetwork, type DrawInput, type DrawOutput } from '#api/host/tasks/draw-network.ts';
import { mapInput } from '#api/services/map-input.ts';
import { svgToPng } from '#api/services/render-png.ts';
import { sceneToSvg } from '#viz/render/svg.ts';
import { drawMap } from '#viz/scene/draw-map.ts';

export interface MapTaskInput extends DrawInput {
  readonly kind: 'svg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}

/** What the map is drawn from. */
export const mapMeasures = 'degree,betweenness,communities,silos,bridgeBuilders,participation';

export async function mapTask(input: MapTaskInput, context: TaskContext): Promise<DrawOutput> {
  const { network, analysis, name: title, words } = await drawnNetwork(input, mapMeasures, context);
  context.progress('draw', 0);
  const scene = drawMap(mapInput(analysis, network.lensed, { title, words }), {
    width: input.width,
    height: input.height,
    unit: 'px',
    seed: input.seed,
    theme: input.theme,
    view: 'far',
    heading: true,
  });
  const { svg, undrawable } = sceneToSvg(scene);
  const notes = [...analysis.notes];
  if (undrawable.length > 0) {
    notes.push({
      message: `The fonts that Weft ships cannot draw every character of ${undrawable.join(', ')}.`,
    });
  }
  const bytes =
    input.kind === 'svg' ? new TextEncoder().encode(svg) : svgToPng(svg, { width: input.width * 2 });
  return { bytes, notes };
}
