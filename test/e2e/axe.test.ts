import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, wcag } from '#test/e2e/axe-violations.ts';
import { everyPage } from '#test/e2e/every-page.ts';
import { openKnownScreen, type Screen } from '#test/e2e/open-screen.ts';

let screen: Screen;

beforeAll(async () => {
  screen = await openKnownScreen();
}, 300_000);
afterAll(() => screen.close(), 20_000);

describe('axe', () => {
  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1440, 390].map((width) => ({ colorScheme, viewport: { width, height: 844 } })),
  );
  it.each(looks)(
    'finds nothing on any page in $colorScheme at $viewport.width',
    async (look) => {
      const found: string[] = [];
      const { page } = await screen.open('/?all=1', { ...look, reducedMotion: 'reduce', bypassCSP: true });
      for (const path of everyPage) {
        await page.goto(screen.address + path);
        await page.waitForSelector('main h1', { timeout: 30_000 });
        await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
        await page.waitForTimeout(300);
        found.push(...(await axeViolations(page, wcag)).map((violation) => `${path} ${violation}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${path} is ${wide} px wider than its window`);
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
    240_000,
  );
});
