import type { MapOptions } from '#viz/scene/draw-map.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene } from '#viz/scene/scene.ts';
import type { DrawAnswer, DrawRequest } from '#viz/panels/map/draw.worker.ts';

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, { done: (scene: Scene) => void; failed: (error: Error) => void }>();
const drawn = new WeakMap<MapInput, Map<string, Promise<Scene>>>();

/** The map as a scene, drawn beside the page's own thread; the same picture is drawn once. */
export function drawInWorker(input: MapInput, options: MapOptions): Promise<Scene> {
  const ofInput = drawn.get(input) ?? new Map<string, Promise<Scene>>();
  drawn.set(input, ofInput);
  const key = JSON.stringify(options);
  const known = ofInput.get(key);
  if (known !== undefined) return known;
  const scene = new Promise<Scene>((done, failed) => {
    asked += 1;
    waiting.set(asked, { done, failed });
    const request: DrawRequest = { number: asked, input, options };
    started().postMessage(request);
  });
  ofInput.set(key, scene);
  return scene;
}

function started(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<DrawAnswer>) => {
    const request = waiting.get(data.number);
    waiting.delete(data.number);
    if ('scene' in data) request?.done(data.scene);
    else request?.failed(new Error(data.error));
  };
  worker.onerror = () => {
    for (const { failed } of waiting.values()) failed(new Error('The map could not be drawn.'));
    waiting.clear();
  };
  return worker;
}
