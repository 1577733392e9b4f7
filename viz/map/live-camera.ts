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

/**
 * Listens behind those that draw: once a frame, after their own callbacks of that frame. Sigma asks for the size of its
 * element in every frame; a style changed before that would make the page lay itself out twice.
 */
export function afterDrawing(live: LiveCamera, move: (camera: Camera) => void): () => void {
  let frame = 0;
  const late = () => {
    frame = 0;
    move(live.get());
  };
  const end = live.listen(() => {
    if (frame === 0) queueMicrotask(() => (frame ||= requestAnimationFrame(late)));
  });
  return () => {
    end();
    cancelAnimationFrame(frame);
  };
}
