import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StageOf } from '#test/bench/map/page/stage.ts';
import { meetingNames } from '#test/e2e/meeting-names.ts';
import { stageServer } from '#test/bench/map/stage-server.ts';
import { browserPath, quietFlags, webglFlags } from '#test/e2e/open-screen.ts';

declare const stageOf: StageOf;

const plans = [
  { n: 34, groups: 3 },
  { n: 240, groups: 8 },
  { n: 600, groups: 10 },
  { n: 2_000, groups: 24 },
];
let browser: Browser;
let stage: Awaited<ReturnType<typeof stageServer>>;

beforeAll(async () => {
  stage = await stageServer(plans);
  browser = await chromium.launch({ executablePath: browserPath(), args: [...quietFlags, ...webglFlags] });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await stage.close();
}, 20_000);

describe.each(plans)('names on the map of $n organizations', ({ n }) => {
  it('never meet, far and near, and are at most about 70', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    await page.goto(stage.address);
    await page.waitForFunction(() => 'stageOf' in window);
    await page.evaluate((path) => stageOf().start('weft', path, 1), `/${n}.json`);
    for (const [x, y, zoom] of [
      [0.5, 0.5, 1],
      [0.5, 0.5, 2],
      [0.35, 0.4, 4],
      [0.6, 0.6, 8],
    ] as const) {
      await page.evaluate(([cx, cy, near]) => stageOf().look(cx, cy, near), [x, y, zoom] as const);
      await page.waitForTimeout(600);
      const { count, meeting } = await meetingNames(page);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(2 * (70 + 24));
      expect(meeting, `enlarged ${zoom} times`).toEqual([]);
    }
    await page.close();
  });
});
