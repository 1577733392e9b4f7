import { useEffect, useState } from 'react';
import type { LiveCamera } from '#viz/map/live-camera.ts';
import type { Camera } from '#viz/scene/camera.ts';

/** So long after the last movement names are placed anew. */
const restMs = 90;

/** The camera once it has not moved for a moment: what is costly to draw waits for it. */
export function useRested(live: LiveCamera): Camera {
  const [rested, setRested] = useState(() => live.get());
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    const end = live.listen((camera) => {
      stop();
      // From when the movement is drawn: where a frame takes long the hand is no slower.
      frame = requestAnimationFrame(() => (timer = setTimeout(() => setRested(camera), restMs)));
    });
    return () => {
      end();
      stop();
    };
  }, [live]);
  return rested;
}
