import { drawMap, type MapOptions } from '#viz/scene/draw-map.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** A picture that is wanted, and the number under which it is answered. */
export interface DrawRequest {
  readonly number: number;
  readonly input: MapInput;
  readonly options: MapOptions;
}

export type DrawAnswer =
  { readonly number: number; readonly scene: Scene } | { readonly number: number; readonly error: string };

/** Layout takes a second for a thousand organizations: the page stays quick meanwhile. */
self.onmessage = ({ data }: MessageEvent<DrawRequest>) => {
  const { number, input, options } = data;
  let answer: DrawAnswer;
  try {
    answer = { number, scene: drawMap(input, options) };
  } catch (error) {
    answer = { number, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};
