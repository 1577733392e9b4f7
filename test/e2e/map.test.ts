import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { noWebglFlags, openScreen, type Screen, webglFlags } from '#test/e2e/open-screen.ts';

const county = '/n/harbour-county';

describe.each([
  ['webgl', webglFlags],
  ['svg', noWebglFlags],
] as const)('the map by %s', (kind, flags) => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen(flags);
    const { page } = await screen.open(`${county}/map`);
    await page.waitForSelector('.names text');
    await page.context().close();
  }, 150_000);
  afterAll(() => screen.close(), 20_000);

  const open = async (path: string) => {
    const opened = await screen.open(`${county}${path}`);
    await opened.page.waitForSelector(`.frame[data-drawn-by=${kind}] .names text`);
    return opened;
  };

  it('draws marks in their colours, without a console error', async () => {
    const { page, troubles } = await open('/map');
    await page.waitForTimeout(500);
    // More than paper: the middle of a mark that is named has a colour of its own.
    expect(await colours(page)).toBeGreaterThan(6);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('shows the same to whoever gets the address: camera, filter, and Back undoes the filter', async () => {
    const { page } = await open('/map?camera=0.4,0.5,3');
    await page.getByRole('button', { name: /^Food/u }).click();
    await page.waitForFunction(() => location.search.includes('sectors=Food'));
    await page.waitForTimeout(500);
    const seen = await view(page);
    const { page: other } = await open(page.url().slice(screen.address.length + county.length));
    await other.waitForTimeout(500);
    expect(await view(other)).toEqual(seen);
    expect(seen.caption).toMatch(/^24 of 240 organizations/u);
    await other.context().close();
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('sectors'));
    expect(new URL(page.url()).searchParams.get('camera')).toBe('0.4,0.5,3');
    expect((await view(page)).caption).toBe('Who works with whom.');
    await page.context().close();
  });

  it('filters by years with either slider, by topic and by place', async () => {
    const { page } = await open('/map');
    const first = page.getByRole('slider', { name: 'First year' });
    const target = await first.boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(24);
    const before = Number(await first.getAttribute('aria-valuenow'));
    await first.press('ArrowRight');
    await first.press('ArrowRight');
    expect(await first.getAttribute('aria-valuetext')).toMatch(/^\d{4}, \d+ collaborations begun$/u);
    await page.waitForFunction((year) => location.search.includes(`from=${year}`), before + 2);
    await page.getByRole('combobox', { name: 'Place' }).selectOption({ index: 1 });
    await page.waitForFunction(() => location.search.includes('place='));
    const [, shown = '', all = ''] = /^(\d+) of (\d+) /u.exec((await view(page)).caption) ?? [];
    expect(Number(shown)).toBeGreaterThan(0);
    expect(Number(shown)).toBeLessThan(Number(all));
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForFunction(() => location.search === '');
    await page.context().close();
  });

  it('compares two years side by side in one address, with what changed as a table', async () => {
    const { page, troubles } = await open('/map');
    await page.getByRole('link', { name: 'Compare two dates' }).click();
    await page.waitForSelector('.two-maps .names text');
    await page.getByLabel('Earlier year').selectOption('2020');
    await page.waitForFunction(() => location.search.includes('compare=2020'));
    const heading = await page.locator('h1').innerText();
    const [, began = '0', ended = '0'] =
      /^From 2020 to 2026, (\d+) ties began and (\d+) ties ended$/u.exec(heading) ?? [];
    expect(Number(began)).toBeGreaterThan(0);
    expect(Number(ended)).toBeGreaterThan(0);
    const captions = await page.locator('.two-maps figcaption').allInnerTexts();
    expect(captions[0]).toMatch(new RegExp(`^2020: .*, ${ended} of them ended$`, 'u'));
    expect(captions[1]).toMatch(new RegExp(`^2026: .*, ${began} of them began$`, 'u'));
    // The same marks in the same places.
    const marks = await page
      .locator('.two-maps figure')
      .evaluateAll((figures) =>
        figures.map((figure) =>
          [...figure.querySelectorAll('.layer-marks path')].map((path) => path.getAttribute('d')),
        ),
      );
    expect(marks[0]?.length).toBeGreaterThanOrEqual(236);
    expect(marks[1]).toEqual(marks[0]);
    const over = await page.locator('.two-maps figure').evaluateAll((figures) =>
      figures.map((figure) => ({
        lines: figure.querySelectorAll('.hovered path').length,
        dashed: figure.querySelectorAll('.hovered path[stroke-dasharray]').length,
      })),
    );
    expect(over[0]?.dashed).toBe(over[0]?.lines);
    expect(over[1]?.dashed).toBe(0);
    expect(over[1]?.lines).toBeGreaterThan(0);
    expect(await page.locator('.table-bar [role=status]').innerText()).toContain(
      String(Number(began) + Number(ended)),
    );
    const { page: other } = await screen.open(page.url().slice(screen.address.length));
    await other.waitForSelector('.two-maps .names text');
    expect(await other.locator('h1').innerText()).toBe(heading);
    await other.context().close();
    await page.getByRole('link', { name: 'Back to the map' }).click();
    await page.waitForSelector('.frame[data-drawn-by]');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('is walked by keyboard: arrows, Shift, steps, enlarging, Enter, Escape; each stand is spoken', async () => {
    const { page } = await open('/organizations/org-valley-meeting-house');
    const map = page.locator('.map');
    const spoken = () => map.locator('[role=status]').innerText();
    await map.focus();
    await page.keyboard.press('ArrowLeft');
    const partner = await spoken();
    expect(partner).toMatch(/^.+, .+\. .+ partners? in .+ groups?\./u);
    await page.keyboard.press('Shift+ArrowUp');
    expect(await spoken()).not.toBe(partner);
    await page.keyboard.press('3');
    await page.waitForFunction(() => location.search.includes('steps=3'));
    await page.keyboard.press('+');
    await page.waitForFunction(() => location.search.includes('camera='));
    await page.keyboard.press('-');
    await page.waitForFunction(() => !location.search.includes('camera='));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !location.pathname.endsWith('org-valley-meeting-house'));
    await map.focus();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.pathname.endsWith('/map'));
    await page.context().close();
  });

  it('names in a tip whom the keyboard is on, and lights a finding of the address without moving the camera', async () => {
    const { page } = await open('/map');
    await page.locator('.map').focus();
    await page.keyboard.press('ArrowRight');
    const spoken = await page.locator('.map [role=status]').innerText();
    expect(spoken).toContain(await page.locator('.tip strong').innerText());
    await page.goto(`${screen.address}${county}?finding=bridge-1`);
    await page.waitForSelector('.frame .names text');
    expect(new URL(page.url()).searchParams.get('camera')).toBeNull();
    expect((await view(page)).caption).not.toBe('Who works with whom.');
    await page.context().close();
  });

  it('moves at once for those who want less motion, and stands out in forced colours', async () => {
    const { page, troubles } = await screen.open(`${county}/map`, {
      reducedMotion: 'reduce',
      forcedColors: 'active',
    });
    await page.waitForSelector('.names text');
    await page.locator('.map').press('+');
    await page.waitForFunction(() => location.search.includes('camera='));
    expect(await colours(page)).toBeGreaterThan(6);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

/** What is on the map in words and places: names with where they stand, and the line above. */
async function view(page: Page) {
  const caption = await page.locator('.map-bar figcaption').innerText();
  const names = await page.locator('.names text').evaluateAll((texts) =>
    texts.map((text) => {
      const { x, y } = text.getBoundingClientRect();
      return `${text.textContent} ${Math.round(x)} ${Math.round(y)}`;
    }),
  );
  return { caption, names };
}

/** How many colours of marks the picture on screen has: read from its pixels, whoever drew them. */
async function colours(page: Page): Promise<number> {
  const picture = (await page.locator('.frame').screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const counts = new Map<number, number>();
    for (let at = 0; at + 2 < data.length; at += 4) {
      const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
      if (Math.max(r, g, b) - Math.min(r, g, b) < 60) continue;
      const color = (r << 16) | (g << 8) | b;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    return [...counts.values()].filter((count) => count > 60).length;
  }, picture);
}
