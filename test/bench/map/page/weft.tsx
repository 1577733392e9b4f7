import { createRoot } from 'react-dom/client';
import type { Look, StageData } from '#test/bench/map/page/stage.ts';
import { liveCamera } from '#viz/map/live-camera.ts';
import { MapView } from '#viz/panels/map/map-view.tsx';

/** The map as its page has it: React, names, pointer and keyboard included. */
export function weftOn(stage: HTMLElement, { input, scene }: StageData, zoom: number): Look {
  const tiesOf: number[][] = input.nodes.map(() => []);
  input.ties.forEach(({ a, b }, tie) => {
    tiesOf[a]?.push(tie);
    tiesOf[b]?.push(tie);
  });
  const index = {
    map: input,
    facets: {
      topics: [],
      places: [],
      nodes: [],
      begun: [],
      spans: [],
      years: [],
      counted: 'relationships' as const,
    },
    nodeOf: new Map(input.nodes.map(({ id }, node) => [id, node])),
    tiesOf,
    placeOfGroup: new Map<number, number>(),
  };
  const live = liveCamera({ x: 0.5, y: 0.5, zoom });
  createRoot(stage).render(
    <MapView
      index={index}
      scene={scene}
      spotlight={null}
      shown={null}
      live={live}
      onChoose={() => undefined}
      onClear={() => undefined}
    />,
  );
  return (x, y, enlarged = zoom) => live.set({ x, y, zoom: enlarged });
}
