import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from 'playwright-core';
import { meetingNames } from '#test/e2e/meeting-names.ts';
import { openScreen, type Screen } from '#test/e2e/open-screen.ts';

const county = '/n/harbour-county';
let screen: Screen;

beforeAll(async () => {
  screen = await openScreen();
  // The first look at a network is computed; all others read it.
  const { page } = await screen.open(county);
  await page.waitForSelector('.map svg', { timeout: 200_000 });
  await page.context().close();
}, 300_000);
afterAll(() => screen.close(), 20_000);

describe('first page', () => {
  it('says what was found and draws the map, with nothing from outside and no error', async () => {
    const { page, troubles } = await screen.open('/');
    await page.waitForSelector('.map svg');
    expect(new URL(page.url()).pathname).toBe(county);
    expect(await page.locator('.finding').count()).toBe(5);
    expect(await page.locator('h1').innerText()).toMatch(/groups/u);
    expect(await page.locator('.map .layer-marks path').count()).toBeGreaterThanOrEqual(236);
    await page.waitForTimeout(300);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('lights what a finding is about while it has the keyboard; Enter leads to its view', async () => {
    const { page } = await screen.open(county);
    await page.waitForSelector('.map svg');
    expect(await page.locator('.map .grey').count()).toBe(0);
    const first = page.locator('.finding').first();
    await first.focus();
    await page.waitForSelector('.map .grey');
    expect(await page.locator('.map .lit path').count()).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.silos');
    expect(new URL(page.url()).pathname).toMatch(/\/silos\/\d+$/u);
    await page.goBack();
    await page.waitForSelector('.finding');
    await page.context().close();
  });

  it.each([
    '',
    '?finding=silo-0',
    '?finding=bridge-1',
    '/map?sectors=Food,Health',
    '/organizations/org-valley-meeting-house?steps=2',
  ])('keeps names apart, far and near: %s', async (path) => {
    const { page } = await screen.open(county + path);
    for (const press of ['', '+', '+', '+', '+']) {
      await page.waitForSelector('.map .names text');
      if (press !== '') await page.locator('.map').press(press);
      await page.waitForTimeout(400);
      const { count, meeting } = await meetingNames(page);
      expect(count).toBeGreaterThan(0);
      expect(meeting).toEqual([]);
    }
    await page.context().close();
  });
});

describe('the content security policy', () => {
  it('is broken by no page, and allows the documentation its own style', async () => {
    const opened = ['', '/map?sectors=Food', '/organizations', '/silos', '/sectors', '/data', '/reports'];
    for (const path of opened) {
      const { page, troubles } = await screen.open(county + path);
      await page.waitForSelector('main h1');
      await page.waitForLoadState('networkidle');
      expect(troubles, path).toEqual([]);
      await page.context().close();
    }
    const { page, troubles } = await screen.open('/api/docs');
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth)).toBe('960px');
    expect(troubles).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // A style that is put into the page as text is not applied.
    await page.evaluate(() => (document.body.innerHTML = '<p style="color: red">x</p>'));
    expect(await page.locator('p').evaluate((p) => getComputedStyle(p).color)).not.toBe('rgb(255, 0, 0)');
    await page.context().close();
  });
});

describe('by keyboard alone', () => {
  it('finds an organization, focuses it, walks the map, and opens a partner', async () => {
    const { page, troubles } = await screen.open(county);
    await page.waitForSelector('.map svg');
    await page.keyboard.press('/');
    await page.keyboard.type('valley meet');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.profile h1');
    expect(await page.locator('.profile h1').innerText()).toBe('Valley Meeting House');
    await page.locator('.map').focus();
    await page.keyboard.press('ArrowRight');
    const spoken = await page.locator('.map [role=status]').innerText();
    expect(spoken).toMatch(/^.+, .+\. .+ partners? in .+ groups?\./u);
    await page.keyboard.press('2');
    await page.waitForFunction(() => location.search.includes('steps=2'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (name) => document.querySelector('.profile h1')?.textContent === name,
      spoken.split(',')[0],
    );
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('walks the matrix of sectors', async () => {
    const { page } = await screen.open(`${county}/sectors`);
    await page.locator('.matrix .cell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('pair='));
    const chosen = await page.locator('.cell[aria-pressed=true]').textContent();
    expect(await page.locator('.pair .sentence').innerText()).toContain(
      chosen?.split(' and ')[0] ?? 'nothing',
    );
    await page.context().close();
  });
});

describe('tables', () => {
  it('sort, filter and save what is shown; the address shows the same to somebody else', async () => {
    const { page } = await screen.open(`${county}/organizations`);
    await page.waitForSelector('tbody tr');
    await page.getByRole('button', { name: 'Organization', exact: true }).click();
    await page.getByRole('searchbox').fill('hostel');
    await page.waitForFunction(() => location.search.includes('q=hostel'));
    const names = await page.locator('tbody th').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    expect(names.every((name) => /hostel/iu.test(name))).toBe(true);
    expect([...names].sort((a, b) => a.localeCompare(b, 'en'))).toEqual(names);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(names.length + 1);
    const { page: other } = await screen.open(page.url().slice(screen.address.length));
    await other.waitForSelector('tbody tr');
    expect(await other.locator('tbody th').allInnerTexts()).toEqual(names);
    await other.context().close();
    await page.context().close();
  });
});

describe('what is not there', () => {
  it.each([
    ['/n/no-such-network', /no such network/iu],
    ['/n/harbour-county/nowhere', /no such page/iu],
    [`${county}/organizations/nobody`, /no such organization/iu],
  ])('is said: %s', async (path, words) => {
    const { page } = await screen.open(path);
    await page.waitForSelector('.state h1');
    expect(await page.locator('.state h1').innerText()).toMatch(words);
    await page.context().close();
  });

  it('a part of the screen: says so on that page, and every other page goes on', async () => {
    const { page } = await screen.open(county);
    await page.waitForSelector('.map svg');
    const gone = (route: Route) => route.fulfill({ status: 404 });
    await page.route(/\/assets\/work-pages-/u, gone);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    await page.getByRole('link', { name: 'Silos', exact: true }).click();
    await page.waitForSelector('.silos');
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.unroute(/\/assets\/work-pages-/u, gone);
    await page.getByRole('button', { name: 'Load it again' }).click();
    await page
      .getByRole('heading', { level: 1 })
      .and(page.getByText(/could not be shown/u))
      .waitFor({ state: 'detached' });
    await page.waitForSelector('main.page h1');
    await page.context().close();
  });

  it('says that nothing answers, and goes on by itself when something does', async () => {
    const { page } = await screen.open('/?all=1');
    await page.waitForSelector('.holders');
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('.holders a').first().click();
    await page.waitForSelector('.state[role=alert]');
    expect(await page.locator('.state h1').innerText()).toBe('No answer');
    await page.unroute('**/api/**');
    await page.waitForSelector('.finding', { timeout: 30_000 });
    await page.context().close();
  });
});
