import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKnownScreen, type Screen } from '#test/e2e/open-screen.ts';

let screen: Screen;

beforeAll(async () => {
  screen = await openKnownScreen();
}, 300_000);
afterAll(() => screen.close(), 20_000);

const mostTabs = 90;

/** Presses Tab until the keyboard is on what is called so. Errors: after so many presses */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < mostTabs; press++) {
    await page.keyboard.press('Tab');
    const on = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined;
      return (element.getAttribute('aria-label') ?? label ?? element.innerText).trim();
    });
    if (name.test(on)) return;
    passed.push(on);
  }
  throw new Error(`${String(name)} is not reached by Tab; passed: ${passed.join(' · ')}`);
}

/** Goes to what is called so, and presses Enter. */
async function enter(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Three groups of eight, everybody with everybody, and a tie from each to the next. */
const groups = ['Quay', 'Mill', 'Hill'].map((name) =>
  Array.from({ length: 8 }, (_, i) => `${name} House ${i + 1}`),
);
const ties = [
  ...groups.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b]))),
  ...groups.map((group, at) => [group[0], groups[(at + 1) % groups.length]?.[1]]),
];

it('from files to a picture to keep, by Tab, Enter and typing alone: import, find a silo, focus, export', async () => {
  const { page, troubles } = await screen.open('/?all=1');
  await page.waitForSelector('main h1');
  await tabTo(page, /^Begin a network/u);
  await page.keyboard.type('Three Streets');
  await page.keyboard.press('Enter');
  await page.getByLabel('Or paste a table').waitFor();
  await tabTo(page, /^Or paste a table/u);
  await page.keyboard.insertText(['from,to', ...ties.map((tie) => tie.join(','))].join('\n'));
  await enter(page, /^Take this table/u);
  await enter(page, /^Look at what they hold/u);
  await page.getByRole('heading', { name: 'Is this what the tables hold?' }).waitFor();
  await enter(page, /^Try it without storing/u);
  await page.getByRole('heading', { name: 'Everything can be taken' }).waitFor();
  await enter(page, /^Import/u);
  await page.getByRole('button', { name: 'Take the import back' }).waitFor();

  await enter(page, /^Silos$/u);
  await page.locator('.silo .tag').first().waitFor({ timeout: 90_000 });
  expect(await page.locator('.silo').count()).toBe(3);
  await enter(page, /^(Quay|Mill|Hill) House \d$/u);
  await page.locator('.profile h1').waitFor();
  const name = await page.locator('.profile h1').innerText();
  await enter(page, /^2$/u);
  await page.waitForFunction(() => location.search.includes('steps=2'));
  await page.waitForSelector('.map .lit');

  await enter(page, /^Save$/u);
  const saving = page.waitForEvent('download');
  await enter(page, /^Picture, SVG$/u);
  const svg = readFileSync(await (await saving).path(), 'utf8');
  expect(svg).toContain(`${name} and all within 2 steps`);
  expect(svg).toMatch(/three-streets revision \d+/u);
  // The keyboard is back where the menu was opened, and what happened is said.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save');
  await page.getByText('Saved as three-streets-map.svg.').waitFor({ state: 'attached' });
  expect(troubles.filter((text) => !/status of 404/u.test(text))).toEqual([]);
  await page.context().close();
}, 300_000);
