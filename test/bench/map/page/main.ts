import { cytoscapeOn } from '#test/bench/map/page/cytoscape.ts';
import { sigmaOn } from '#test/bench/map/page/sigma.ts';
import type { Look, StageData, StageOf } from '#test/bench/map/page/stage.ts';
import { weftOn } from '#test/bench/map/page/weft.tsx';

const renderers: Readonly<Record<string, (stage: HTMLElement, data: StageData, zoom: number) => Look>> = {
  weft: weftOn,
  sigma: sigmaOn,
  cytoscape: cytoscapeOn,
};

/** Numbers that JSON has no word for come back as NaN. */
const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? NaN);

async function stageData(path: string): Promise<StageData> {
  const { input, scene } = (await (await fetch(path)).json()) as {
    input: StageData['input'];
    scene: StageData['scene'];
  };
  const places = scene.places as unknown as Record<'x' | 'y' | 'radius' | 'reach', (number | null)[]>;
  return {
    input,
    scene: {
      ...scene,
      places: {
        ...scene.places,
        x: numbers(places.x),
        y: numbers(places.y),
        radius: numbers(places.radius),
        reach: numbers(places.reach),
      },
    },
  };
}

let look: Look | null = null;

async function start(kind: string, path: string, zoom: number): Promise<void> {
  const stage = document.getElementById('stage');
  const renderer = renderers[kind];
  if (stage === null || renderer === undefined) throw new Error(`There is no renderer ${kind}.`);
  Object.assign(stage.style, { width: '860px', height: '660px' });
  look = renderer(stage, await stageData(path), zoom);
}

/** Fewer frames say nothing of a frame. */
const leastFrames = 10;

/** Moves round the middle, one step a frame, until there were enough frames or the time is up. Output: how many */
async function pan(most: number, ms: number): Promise<number> {
  const end = performance.now() + ms;
  let frame = 0;
  for (; frame < most && (frame < leastFrames || performance.now() < end); frame++) {
    const angle = (2 * Math.PI * frame) / 60;
    look?.(0.5 + 0.12 * Math.cos(angle), 0.5 + 0.12 * Math.sin(angle));
    await new Promise(requestAnimationFrame);
  }
  return frame;
}

const stageOf: StageOf = () => ({ start, pan, look: (...place) => look?.(...place) });
Object.assign(window, { stageOf });
