import { useEffect, useMemo, useState } from 'react';
import { drawInWorker } from '#viz/panels/map/draw-in-worker.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene } from '#viz/scene/scene.ts';
import { tallInput } from '#viz/scene/tall-input.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';
import { useMedia } from '#viz/state/use-media.ts';

/**
 * One arrangement for every wide view of a network and one for tall ones, whatever the window's size: whoever comes
 * back, or gets the address sent, finds each group where it was.
 */
const wide = { width: 860, height: 660 };
const tall = { width: 378, height: 500 };

interface DrawnScene {
  /** null while it is being drawn. */
  readonly scene: Scene | null;
  /** What it was drawn from: on a phone with fewer names. */
  readonly drawn: MapInput;
  readonly error: string | null;
}

/** The map in the theme on screen. */
export function useScene(input: MapInput): DrawnScene {
  const theme = useThemeName();
  const narrow = useMedia('(max-width: 700px)');
  const drawn = useMemo(() => (narrow ? tallInput(input) : input), [input, narrow]);
  const [scene, setScene] = useState<Scene | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const size = narrow ? tall : wide;
    drawInWorker(drawn, {
      ...size,
      unit: 'px',
      seed: 1,
      theme,
      view: 'far',
      heading: false,
      key: false,
    }).then(
      (fresh) => {
        if (wanted) setScene(fresh);
      },
      (reason: unknown) => {
        if (wanted) setError(reason instanceof Error ? reason.message : String(reason));
      },
    );
    return () => {
      wanted = false;
    };
  }, [drawn, theme, narrow]);
  return { scene, drawn, error };
}
