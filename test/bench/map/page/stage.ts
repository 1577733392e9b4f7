import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** The same network for all: our input and the places that our scene gave. */
export interface StageData {
  readonly input: MapInput;
  readonly scene: Scene;
}

/** One renderer on the stage; look(x, y) brings another place into its middle, enlarged as it was begun unless it is said. */
export type Look = (x: number, y: number, zoom?: number) => void;

/** What the stage offers from outside. */
export type StageOf = () => {
  /** zoom: how many times the whole is enlarged. */
  readonly start: (kind: string, path: string, zoom: number) => Promise<void>;
  readonly pan: (most: number, ms: number) => Promise<number>;
  readonly look: Look;
};
