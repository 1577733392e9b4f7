import type { KeyboardEvent } from 'react';
import { isArrow, walkFrom } from '#viz/a11y/walk.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import type { MapViewProps } from '#viz/panels/map/map-view-props.ts';
import { wholePicture, zoomedAt } from '#viz/scene/camera.ts';

interface KeyState extends MapViewProps {
  /** Where the keyboard stands; −1: nowhere yet. */
  readonly cursor: number;
  readonly stand: (node: number) => void;
}

/** What a key does on the map; whether it did something. */
export function mapKey(event: KeyboardEvent, state: KeyState): boolean {
  const { key } = event;
  if (event.metaKey || event.ctrlKey || event.altKey) return false;
  if (isArrow(key)) {
    const to = arrowLeads(event, state);
    if (to >= 0) state.stand(to);
    return true;
  }
  if (/^[123]$/u.test(key) && state.onSteps !== undefined) {
    state.onSteps(Number(key));
    return true;
  }
  return moved(key, state) || chosen(key, state);
}

function moved(key: string, { live }: KeyState): boolean {
  if (key === '+' || key === '=') live.set(zoomedAt(live.get(), 1.5, 0.5, 0.5));
  else if (key === '-') live.set(zoomedAt(live.get(), 1 / 1.5, 0.5, 0.5));
  else if (key === '0') live.set(wholePicture);
  else return false;
  return true;
}

function chosen(key: string, { cursor, onChoose, onClear }: KeyState): boolean {
  if (key === 'Enter' && cursor >= 0) onChoose(cursor);
  else if (key === 'Escape') onClear();
  else return false;
  return true;
}

function arrowLeads({ key, shiftKey }: KeyboardEvent, { index, scene, cursor, spotlight }: KeyState): number {
  const from = cursor >= 0 ? cursor : (spotlight?.ringed[0] ?? -1);
  if (from < 0 || !isArrow(key)) return firstToStand(index);
  return walkFrom(index, scene.places, from, key, shiftKey ? 'all' : 'partners');
}

/** The first bridge-builder, else the first organization. */
function firstToStand({ map }: MapIndex): number {
  const first = map.nodes.findIndex(({ bridge }) => bridge === 1);
  return first >= 0 ? first : map.nodes.length - 1 >= 0 ? 0 : -1;
}
