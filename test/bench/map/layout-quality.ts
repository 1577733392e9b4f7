import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { Random } from '#analysis/graph/random.ts';
import { inForeignHulls, type Laid, trust } from '#test/viz/map-quality.ts';
import { mapPage, plantedMap } from '#test/viz/planted-map.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import { groupHull } from '#viz/scene/hull.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene } from '#viz/scene/scene.ts';

const iterations = 300;

/** Whether groups can be told apart where they lie: our layout beside ForceAtlas2 on the same planted networks. */
export function layoutQuality(say: (line: string) => void): boolean {
  say('\n## Layout\n');
  say(
    `Planted networks, the same marks in ${mapPage.width} × ${mapPage.height} px. ForceAtlas2: ${iterations} iterations, inferred settings, Barnes–Hut.\n`,
  );
  say(
    '| organizations | layout | in a foreign hull (bar 0 %) | 10 nearest in the same group (bar ≥ .95) | ms |',
  );
  say('|---:|---|---:|---:|---:|');
  let held = true;
  for (const [n, groups] of [
    [600, 10],
    [2_000, 24],
  ] as const) {
    const input = plantedMap({ n, groups });
    const ours = timed(() => drawMap(input, mapPage));
    const theirs = timed(() => forceAtlas(input, ours.value));
    const rows = [
      { name: 'Weft', laid: ours.value.places, ms: ours.ms },
      { name: 'ForceAtlas2', laid: theirs.value, ms: theirs.ms },
    ].map(({ name, laid, ms }) => ({
      name,
      foreign: inForeignHulls(input, laid) / n,
      near: trust(input, laid),
      ms,
    }));
    for (const { name, foreign, near, ms } of rows)
      say(`| ${n} | ${name} | ${(100 * foreign).toFixed(1)} % | ${near.toFixed(3)} | ${ms.toFixed(0)} |`);
    const [weft] = rows;
    held &&= weft !== undefined && weft.foreign === 0 && weft.near >= 0.95;
  }
  return held;
}

function forceAtlas(input: MapInput, { places }: Scene): Laid {
  const random = new Random(1, 'bench map start');
  const graph = new Graph({ type: 'undirected' });
  input.nodes.forEach((_, i) => graph.addNode(String(i), { x: random.float(), y: random.float() }));
  for (const { a, b, strength } of input.ties) graph.mergeEdge(String(a), String(b), { weight: strength });
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true };
  const at = forceAtlas2(graph, { iterations, settings });
  const x = scaled(
    input.nodes.map((_, i) => at[String(i)]?.x ?? 0),
    mapPage.width,
  );
  const y = scaled(
    input.nodes.map((_, i) => at[String(i)]?.y ?? 0),
    mapPage.height,
  );
  const groups = input.groups.map(({ members }) => ({
    hull: groupHull(
      members.map((i) => ({ x: x[i]!, y: y[i]!, reach: places.reach[i]! })),
      2,
    ),
  }));
  return { x, y, groups };
}

function scaled(values: readonly number[], length: number): Float64Array {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return Float64Array.from(values, (value) => (length * (value - least)) / (most - least || 1));
}

function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
}
