import { type Browser, chromium } from 'playwright-core';
import { browserPath, quietFlags, webglFlags } from '#test/e2e/open-screen.ts';
import type { StageOf } from '#test/bench/map/page/stage.ts';
import { stageServer } from '#test/bench/map/stage-server.ts';

declare const stageOf: StageOf;

const sizes = [
  { n: 1_000, groups: 14 },
  { n: 10_000, groups: 60 },
] as const;
/** How many times the whole is enlarged: groups as wholes, and near enough to read organizations. */
const zooms = [2, 5] as const;
const kinds = ['weft', 'sigma', 'cytoscape'] as const;
type Kind = (typeof kinds)[number];
const rounds = 3;
/** Of one run; without a graphics card a frame of 10,000 organizations can take half a second, on whatever thread. */
const mostFrames = 120;
const mostMs = 3_000;
const mostOfSigma = 1.5;
const leastOfCytoscape = 8;

/** CPU of the page's own thread in a frame, in ms: script, and everything (script, style, layout, paint). */
interface Frame {
  readonly script: number;
  readonly task: number;
}

/**
 * What a frame costs the page while one pans, ours beside Sigma as it comes and cytoscape.js: the same network, places,
 * size and way, turn by turn in one browser. Thread CPU time, so that what else the machine does does not count.
 */
export async function panning(say: (line: string) => void): Promise<boolean> {
  const stage = await stageServer(sizes.map((plan) => ({ ...plan, inside: 5 })));
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [...quietFlags, ...webglFlags],
  });
  try {
    return await table(browser, stage.address, say);
  } finally {
    await browser.close();
    await stage.close();
  }
}

async function table(browser: Browser, address: string, say: (line: string) => void): Promise<boolean> {
  say('\n## Panning\n');
  say(
    `CPU of the page's thread per frame, ms, medians of ${rounds} rounds; Chromium ${browser.version()}, software WebGL (its cost is not on this thread).\n`,
  );
  say('| organizations | enlarged | renderer | script | all of the thread | script, theirs ÷ ours |');
  say('|---:|---:|---|---:|---:|---:|');
  const missed: string[] = [];
  for (const { n } of sizes) {
    const atZooms: ReadonlyMap<Kind, Frame>[] = [];
    for (const zoom of zooms) {
      const costs = await costsOf(browser, { address, n, zoom });
      const ours = costs.get('weft')?.script ?? Infinity;
      for (const [kind, { script, task }] of costs) {
        const ratio = kind === 'weft' ? '' : (script / ours).toFixed(2);
        say(`| ${n} | ${zoom} × | ${kind} | ${script.toFixed(2)} | ${task.toFixed(2)} | ${ratio} |`);
      }
      atZooms.push(costs);
    }
    missed.push(...barsMissed(atZooms).map((bar) => `${bar} at ${n}`));
  }
  say(
    `\nBars, over the mean of both distances: script at most ${mostOfSigma} × Sigma's, at least ${leastOfCytoscape} × less than cytoscape's: ${missed.length === 0 ? 'held' : `NOT HELD: ${missed.join('; ')}`}.`,
  );
  return missed.length === 0;
}

/** One pans from afar and from near. */
function barsMissed(atZooms: readonly ReadonlyMap<Kind, Frame>[]): readonly string[] {
  const of = (kind: Kind): number =>
    atZooms.reduce((sum, costs) => sum + (costs.get(kind)?.script ?? NaN), 0) / atZooms.length;
  return [
    ...(of('weft') <= mostOfSigma * of('sigma') ? [] : ["Sigma's"]),
    ...(leastOfCytoscape * of('weft') <= of('cytoscape') ? [] : ["cytoscape's"]),
  ];
}

async function costsOf(browser: Browser, place: Omit<Run, 'kind'>): Promise<Map<Kind, Frame>> {
  const runs = new Map<Kind, Frame[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 === 0 ? kinds : [...kinds].reverse()) {
      runs.get(kind)?.push(await oneRun(browser, { ...place, kind }));
    }
  }
  return new Map(
    [...runs].map(([kind, list]) => [
      kind,
      { script: median(list.map(({ script }) => script)), task: median(list.map(({ task }) => task)) },
    ]),
  );
}

interface Run {
  readonly address: string;
  readonly kind: Kind;
  readonly n: number;
  readonly zoom: number;
}

async function oneRun(browser: Browser, { address, kind, n, zoom }: Run): Promise<Frame> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'stageOf' in window);
    await page.evaluate((asked) => stageOf().start(...asked), [kind, `/${n}.json`, zoom] as const);
    await page.waitForTimeout(1_500);
    await page.evaluate(() => stageOf().pan(5, 0));
    // Names are placed anew when the hand rests: that is no part of a frame.
    await page.waitForTimeout(1_500);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const read = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
      return { script: value('ScriptDuration'), task: value('TaskDuration') };
    };
    const before = await read();
    const frames = await page.evaluate(([most, ms]) => stageOf().pan(most, ms), [
      mostFrames,
      mostMs,
    ] as const);
    const after = await read();
    return {
      script: (1_000 * (after.script - before.script)) / frames,
      task: (1_000 * (after.task - before.task)) / frames,
    };
  } finally {
    await page.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
