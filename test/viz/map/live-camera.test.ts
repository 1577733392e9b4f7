import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterDrawing, liveCamera } from '#viz/map/live-camera.ts';
import { type Camera, wholePicture } from '#viz/scene/camera.ts';

const near: Camera = { ...wholePicture, zoom: 3 };
const nearer: Camera = { ...wholePicture, zoom: 4 };

describe('a live camera', () => {
  it('tells whoever listens, until they end it', () => {
    const live = liveCamera(wholePicture);
    const heard: string[] = [];
    const end = live.listen(({ zoom }) => heard.push(`one ${zoom}`));
    live.listen(({ zoom }) => heard.push(`two ${zoom}`));
    expect(heard).toEqual([]);
    live.set(near);
    expect(live.get()).toBe(near);
    end();
    live.set(nearer);
    expect(heard).toEqual(['one 3', 'two 3', 'two 4']);
  });

  it('tells all of them, even if one ends its listening while it is told', () => {
    const live = liveCamera(wholePicture);
    const heard: string[] = [];
    const end = live.listen(() => {
      heard.push('one');
      end();
    });
    live.listen(() => heard.push('two'));
    live.set(near);
    live.set(nearer);
    expect(heard).toEqual(['one', 'two', 'two']);
  });
});

describe('who comes after the drawing', () => {
  // Node has no frames: the browser's two calls stand here, what is tested is ours.
  let frames = new Map<number, FrameRequestCallback>();
  let next = 0;
  const frame = (): void => {
    const due = frames;
    frames = new Map();
    for (const call of due.values()) call(0);
  };
  beforeEach(() => {
    frames = new Map();
    next = 0;
    vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) => {
      frames.set(++next, call);
      return next;
    });
    vi.stubGlobal('cancelAnimationFrame', (asked: number) => frames.delete(asked));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is told once a frame, of where the camera is then, behind those that asked for the frame first', async () => {
    const live = liveCamera(wholePicture);
    const order: string[] = [];
    afterDrawing(live, ({ zoom }) => order.push(`names ${zoom}`));
    live.listen(() => requestAnimationFrame(() => order.push('marks')));
    live.set(near);
    live.set(nearer);
    await Promise.resolve();
    frame();
    expect(order).toEqual(['marks', 'marks', 'names 4']);
    live.set(near);
    await Promise.resolve();
    frame();
    expect(order.slice(3)).toEqual(['marks', 'names 3']);
  });

  it('is told nothing after its end, not even of a move before it', async () => {
    const live = liveCamera(wholePicture);
    const told: Camera[] = [];
    const end = afterDrawing(live, (camera) => told.push(camera));
    live.set(near);
    await Promise.resolve();
    end();
    frame();
    live.set(nearer);
    await Promise.resolve();
    frame();
    expect(told).toEqual([]);
  });
});
