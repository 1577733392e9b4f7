import { describe, expect, it } from 'vitest';
import {
  cameraText,
  centredOn,
  inFrame,
  movedBy,
  parseCamera,
  shiftOf,
  wholePicture,
  withinPicture,
  zoomedAt,
} from '#viz/scene/camera.ts';

const size = { width: 800, height: 600 };

describe('camera', () => {
  it('shows the whole picture unchanged', () => {
    expect(shiftOf(wholePicture, size)).toEqual({ zoom: 1, dx: 0, dy: 0 });
  });

  it('keeps the place under the pointer while it enlarges', () => {
    const before = { x: 0.5, y: 0.5, zoom: 2 };
    const place = [0.3, 0.6] as const;
    const at = ({ x, y, zoom }: typeof before): number[] => [
      x + (place[0] - 0.5) / zoom,
      y + (place[1] - 0.5) / zoom,
    ];
    const after = zoomedAt(before, 1.5, ...place);
    expect(after.zoom).toBe(3);
    at(after).forEach((value, axis) => expect(value).toBeCloseTo(at(before)[axis]!, 12));
  });

  it('never leaves the picture, and never gets smaller than it', () => {
    expect(zoomedAt(wholePicture, 0.1, 0, 0)).toEqual(wholePicture);
    expect(movedBy(wholePicture, 0.4, 0.4)).toEqual(wholePicture);
    expect(withinPicture({ x: 0, y: 9, zoom: 4 })).toEqual({ x: 0.125, y: 0.875, zoom: 4 });
    expect(zoomedAt(wholePicture, 1000, 0.5, 0.5).zoom).toBe(12);
  });

  it('brings a place into the middle', () => {
    const camera = centredOn({ x: 0.5, y: 0.5, zoom: 4 }, 200, 300, size);
    const { zoom, dx, dy } = shiftOf(camera, size);
    expect([zoom * 200 + dx, zoom * 300 + dy]).toEqual([400, 300]);
    expect(inFrame(shiftOf(camera, size), 200, 300, size)).toBe(true);
    expect(inFrame(shiftOf(camera, size), 790, 300, size)).toBe(false);
  });

  it('stands in an address and comes back; nonsense is the whole picture', () => {
    expect(cameraText(wholePicture)).toBeNull();
    expect(parseCamera(cameraText({ x: 0.25, y: 0.75, zoom: 3 }) ?? '')).toEqual({
      x: 0.25,
      y: 0.75,
      zoom: 3,
    });
    for (const text of [undefined, '', 'x,y,z', '1,2', 'NaN,1,1', '0.5,0.5,-4'])
      expect(parseCamera(text)).toEqual(wholePicture);
  });
});
