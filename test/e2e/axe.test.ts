import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScreen, type Screen } from '#test/e2e/open-screen.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const county = '/n/harbour-county';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const paths = [
  '/?all=1',
  ...[
    '',
    '?view=table',
    '/map',
    '/organizations',
    '/organizations/org-valley-meeting-house',
    '/organizations/org-valley-meeting-house?edit=1',
    '/silos',
    '/bridge-builders',
    '/sectors',
    '/communities',
    '/communities/community-emerging-leaders',
    '/communities/community-emerging-leaders?edit=1',
    '/people',
    '/people/person-abena-mensah',
    '/relationships',
    '/relationships/relationship-valley-meeting-house--foundry-recovery-centre?edit=1',
    '/collaborations',
    '/collaborations/new',
    '/gatherings',
    '/needs',
    '/needs/need-apartment-fire',
    '/offers',
    '/sources',
    '/convene',
    '/reports',
    '/data',
    '/history',
    '/history?from=0&to=1',
    '/settings',
    '/people/nobody',
  ].map((path) => county + path),
];
let screen: Screen;

beforeAll(async () => {
  screen = await openScreen();
  // The first look at a network is computed; all others read it.
  const { page } = await screen.open(county);
  await page.waitForSelector('.finding', { timeout: 200_000 });
  await page.context().close();
}, 300_000);
afterAll(() => screen.close(), 20_000);

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe: run } = window as unknown as { axe: { run: (options: unknown) => Promise<AxeAnswer> } };
    const answer = await run.run({ runOnly });
    return answer.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  }, tags);
}

describe('axe', () => {
  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1440, 390].map((width) => ({ colorScheme, viewport: { width, height: 844 } })),
  );
  it.each(looks)(
    'finds nothing on any page in $colorScheme at $viewport.width',
    async (look) => {
      const found: string[] = [];
      const { page } = await screen.open('/?all=1', { ...look, reducedMotion: 'reduce', bypassCSP: true });
      for (const path of paths) {
        await page.goto(screen.address + path);
        await page.waitForSelector('main h1', { timeout: 30_000 });
        await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
        await page.waitForTimeout(300);
        found.push(...(await violations(page)).map((violation) => `${path} ${violation}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${path} is ${wide} px wider than its window`);
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
    240_000,
  );
});
