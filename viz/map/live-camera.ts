import type { Camera } from '#viz/scene/camera.ts';

/** The camera while the hand moves it: whoever draws listens here, so that no page is rendered anew for each frame. */
export interface LiveCamera {
  readonly get: () => Camera;
  readonly set: (camera: Camera) => void;
  /** Output: what ends the listening. */
  readonly listen: (listener: (camera: Camera) => void) => () => void;
}

export function liveCamera(first: Camera): LiveCamera {
  const listeners = new Set<(camera: Camera) => void>();
  let held = first;
  return {
    get: () => held,
    set: (camera) => {
      held = camera;
      for (const listener of [...listeners]) listener(camera);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
