import { type RefObject, useEffect, useRef } from 'react';
import { type Camera, movedBy, zoomedAt } from '#viz/scene/camera.ts';

interface Gestures {
  readonly camera: Camera;
  readonly onCamera: (camera: Camera) => void;
  /** Frame place under the pointer, as shares of width and height; null: it left. */
  readonly onPoint: (place: FramePlace | null) => void;
  readonly onPick: (place: FramePlace) => void;
}

export interface FramePlace {
  readonly x: number;
  readonly y: number;
}

/** How far a pointer may stray between down and up and still pick. */
const strayPx = 5;

/**
 * Drag moves, wheel and pinch enlarge, a click picks. The wheel scrolls the page instead where the page is longer than
 * the window and the map is not in use.
 */
export function useGestures(frame: RefObject<SVGSVGElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const svg = frame.current;
    if (svg === null) return;
    const control = new AbortController();
    const listening = { signal: control.signal };
    const pointers = new Map<number, FramePlace>();
    let strayed = 0;
    const placeOf = (event: MouseEvent): FramePlace => placeIn(svg, event);

    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      pointers.set(event.pointerId, placeOf(event));
      strayed = 0;
    };
    const move = (event: PointerEvent) => {
      const place = placeOf(event);
      const before = pointers.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType !== 'touch') latest.current.onPoint(place);
        return;
      }
      strayed += Math.hypot(event.movementX, event.movementY);
      if (strayed <= strayPx) return;
      if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, place);
      const { camera, onCamera } = latest.current;
      onCamera(
        other === undefined
          ? movedBy(camera, place.x - before.x, place.y - before.y)
          : zoomedAt(camera, distance(place, other) / distance(before, other), other.x, other.y),
      );
    };
    const up = (event: PointerEvent) => {
      const pressed = pointers.delete(event.pointerId);
      if (pressed && pointers.size === 0 && strayed <= strayPx) latest.current.onPick(placeOf(event));
    };
    const wheel = (event: WheelEvent) => {
      const inUse = event.ctrlKey || svg.parentElement?.contains(document.activeElement) === true;
      const longPage = document.documentElement.scrollHeight > innerHeight + 4;
      if (!inUse && longPage) return;
      event.preventDefault();
      const { camera, onCamera } = latest.current;
      const { x, y } = placeOf(event);
      onCamera(zoomedAt(camera, 2 ** (-event.deltaY / 300), x, y));
    };
    svg.addEventListener('pointerdown', down, listening);
    svg.addEventListener('pointermove', move, listening);
    svg.addEventListener('pointerup', up, listening);
    svg.addEventListener('pointercancel', (event) => pointers.delete(event.pointerId), listening);
    svg.addEventListener('pointerleave', () => latest.current.onPoint(null), listening);
    svg.addEventListener('wheel', wheel, { ...listening, passive: false });
    return () => control.abort();
  }, [frame]);
}

const distance = (a: FramePlace, b: FramePlace): number => Math.max(1e-6, Math.hypot(a.x - b.x, a.y - b.y));

/** Shares of the drawn frame, which may be smaller than the element when their shapes differ. */
function placeIn(svg: SVGSVGElement, event: MouseEvent): FramePlace {
  const matrix = svg.getScreenCTM();
  const { width, height } = svg.viewBox.baseVal;
  if (matrix === null) return { x: 0.5, y: 0.5 };
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x: point.x / width, y: point.y / height };
}
