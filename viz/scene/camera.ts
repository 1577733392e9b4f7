import type { Places, Rectangle } from '#viz/scene/scene.ts';

/** Which part of a picture is seen: its centre as a share of width and height, and how many times it is enlarged. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const wholePicture: Camera = { x: 0.5, y: 0.5, zoom: 1 };
const closest = 12;

/** Picture units → units of the frame: enlarge, then shift. */
export interface Shift {
  readonly zoom: number;
  readonly dx: number;
  readonly dy: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function shiftOf({ x, y, zoom }: Camera, { width, height }: Size): Shift {
  return { zoom, dx: (0.5 - x * zoom) * width, dy: (0.5 - y * zoom) * height };
}

/** Never smaller than the whole, never closer than 12 times, and the picture never leaves its frame. */
export function withinPicture({ x, y, zoom }: Camera): Camera {
  const kept = Math.max(1, Math.min(closest, zoom));
  const half = 0.5 / kept;
  const held = (at: number): number => Math.max(half, Math.min(1 - half, at));
  return { x: held(x), y: held(y), zoom: kept };
}

/** Enlarged by a factor, with the point under (fx, fy), shares of the frame, where it was. */
export function zoomedAt(camera: Camera, factor: number, fx: number, fy: number): Camera {
  const zoom = Math.max(1, Math.min(closest, camera.zoom * factor));
  const move = 1 / camera.zoom - 1 / zoom;
  return withinPicture({ x: camera.x + (fx - 0.5) * move, y: camera.y + (fy - 0.5) * move, zoom });
}

/** Shifted by a share of the frame. */
export function movedBy(camera: Camera, fx: number, fy: number): Camera {
  return withinPicture({ ...camera, x: camera.x - fx / camera.zoom, y: camera.y - fy / camera.zoom });
}

/** The camera that brings a place of the picture into the middle, no farther out than it is. */
export function centredOn(camera: Camera, x: number, y: number, { width, height }: Size): Camera {
  return withinPicture({ ...camera, x: x / width, y: y / height });
}

/** As it stands in an address: "0.5,0.5,2"; the whole picture is nothing. */
export function cameraText(camera: Camera): string | null {
  if (camera.zoom <= 1.001) return null;
  return [camera.x, camera.y, camera.zoom].map((value) => String(Math.round(value * 1000) / 1000)).join(',');
}

export function parseCamera(text: string | undefined): Camera {
  const [x, y, zoom] = (text ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || zoom === undefined) return wholePicture;
  return [x, y, zoom].every(Number.isFinite) ? withinPicture({ x, y, zoom }) : wholePicture;
}

/** Node whose mark is nearest to a place of the frame; −1: none within `within` frame units of its rim. */
export function nodeUnder(places: Places, shift: Shift, fx: number, fy: number, within: number): number {
  const x = (fx - shift.dx) / shift.zoom;
  const y = (fy - shift.dy) / shift.zoom;
  let nearest = -1;
  let least = within / shift.zoom;
  for (let i = 0; i < places.x.length; i++) {
    const distance = Math.hypot(places.x[i]! - x, places.y[i]! - y) - places.radius[i]!;
    if (distance < least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}

/** Whether a place of the picture is in the frame. */
export function inFrame({ zoom, dx, dy }: Shift, x: number, y: number, { width, height }: Size): boolean {
  const fx = zoom * x + dx;
  const fy = zoom * y + dy;
  return fx >= 0 && fx <= width && fy >= 0 && fy <= height;
}

export function frameOf({ width, height }: Size): Rectangle {
  return { x: 0, y: 0, width, height };
}
