import { useState } from 'react';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { liveCamera } from '#viz/map/live-camera.ts';
import { NamesPicture, SvgPicture } from '#viz/panels/map/pictures.tsx';
import { wholePicture } from '#viz/scene/camera.ts';
import type { Scene, Shape } from '#viz/scene/scene.ts';

interface StillMapProps {
  readonly index: MapIndex;
  /** What is drawn, and where titles and names are taken from. */
  readonly scene: Scene;
  readonly whole: Scene;
  /** Drawn over the picture. */
  readonly over: readonly Shape[];
  /** Spoken in place of the picture. */
  readonly said: string;
}

/** The whole map as it lies, to be looked at beside another: SVG, without camera or gestures. */
export function StillMap({ index, scene, whole, over, said }: StillMapProps) {
  const [live] = useState(() => liveCamera(wholePicture));
  return (
    <div className="map" role="img" aria-label={said}>
      <div className="frame still">
        <SvgPicture scene={scene} live={live} lit={null} pointed={over} />
        <NamesPicture
          {...{ index, scene: whole, live }}
          spotlight={null}
          shown={null}
          rested={wholePicture}
        />
      </div>
    </div>
  );
}
