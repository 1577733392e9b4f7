import { loadavg } from 'node:os';
import { layoutQuality } from '#test/bench/map/layout-quality.ts';
import { panning } from '#test/bench/map/panning.ts';

/** npm run bench -- --map: what the layout keeps and what a frame costs, beside others; ends with status 1 below a bar. */
export async function benchMap(say: (line: string) => void): Promise<void> {
  say(
    `\nLoad of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}.`,
  );
  const quality = layoutQuality(say);
  const frames = await panning(say);
  if (!quality || !frames) process.exitCode = 1;
}
