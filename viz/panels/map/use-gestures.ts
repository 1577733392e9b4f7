import { type RefObject, useEffect, useRef } from 'react';
import type { LiveCamera } from '#viz/map/live-camera.ts';
import { movedBy, zoomedAt } from '#viz/scene/camera.ts';

interface Gestures {
  readonly live: LiveCamera;
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
export function useGestures(frame: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const control = new AbortController();
    const listening = { signal: control.signal };
    const pointers = new Map<number, FramePlace>();
    let strayed = 0;
    const placeOf = (event: MouseEvent): FramePlace => placeIn(element, event);

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
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, place);
      const { live } = latest.current;
      const camera = live.get();
      live.set(
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
      const inUse = event.ctrlKey || element.parentElement?.contains(document.activeElement) === true;
      const longPage = document.documentElement.scrollHeight > innerHeight + 4;
      if (!inUse && longPage) return;
      event.preventDefault();
      const { live } = latest.current;
      const { x, y } = placeOf(event);
      live.set(zoomedAt(live.get(), 2 ** (-event.deltaY / 300), x, y));
    };
    element.addEventListener('pointerdown', down, listening);
    element.addEventListener('pointermove', move, listening);
    element.addEventListener('pointerup', up, listening);
    element.addEventListener('pointercancel', (event) => pointers.delete(event.pointerId), listening);
    element.addEventListener('pointerleave', () => latest.current.onPoint(null), listening);
    element.addEventListener('wheel', wheel, { ...listening, passive: false });
    return () => control.abort();
  }, [frame]);
}

const distance = (a: FramePlace, b: FramePlace): number => Math.max(1e-6, Math.hypot(a.x - b.x, a.y - b.y));

/** Shares of the frame. */
function placeIn(element: HTMLElement, event: MouseEvent): FramePlace {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: (event.clientX - left) / Math.max(1, width), y: (event.clientY - top) / Math.max(1, height) };
}
