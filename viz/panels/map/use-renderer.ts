import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LiveCamera } from '#viz/map/live-camera.ts';
import { hasWebgl } from '#viz/render/has-webgl.ts';
import type { Drawing, MapRenderer } from '#viz/render/map-renderer.ts';
import type { Shape } from '#viz/scene/scene.ts';

interface Drawn {
  readonly drawing: Drawing;
  readonly lit: readonly Shape[] | null;
  readonly pointed: readonly Shape[];
  readonly live: LiveCamera;
}

/**
 * Who draws the marks: WebGL where the browser has it, in a part of the program that is loaded only then; else SVG, and
 * also when WebGL fails or is taken away.
 */
export function useRenderer(
  container: RefObject<HTMLDivElement | null>,
  { drawing, lit, pointed, live }: Drawn,
): 'webgl' | 'svg' {
  const [kind, setKind] = useState<'webgl' | 'svg'>(() => (hasWebgl() ? 'webgl' : 'svg'));
  const [renderer, setRenderer] = useState<MapRenderer | null>(null);
  const latest = useRef(drawing);
  useEffect(() => {
    latest.current = drawing;
  }, [drawing]);
  useEffect(() => {
    if (kind === 'svg') return;
    let wanted = true;
    let made: MapRenderer | null = null;
    const giveUp = () => setKind('svg');
    void import('#viz/render/sigma.ts')
      .then(({ sigmaMap }) => {
        if (!wanted || container.current === null) return;
        made = sigmaMap(container.current, latest.current, giveUp);
        setRenderer(made);
      })
      .catch(giveUp);
    return () => {
      wanted = false;
      setRenderer(null);
      made?.kill();
    };
  }, [kind, container]);
  useEffect(() => renderer?.show(drawing), [renderer, drawing]);
  useEffect(() => renderer?.light(lit), [renderer, lit]);
  useEffect(() => renderer?.point(pointed), [renderer, pointed]);
  useEffect(() => {
    if (renderer === null) return;
    renderer.look(live.get());
    return live.listen(renderer.look);
  }, [renderer, live]);
  return kind;
}
