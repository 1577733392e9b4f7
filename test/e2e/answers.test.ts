import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '#api/contract/analysis.ts';
import { county } from '#test/e2e/every-page.ts';
import { openScreen, type Screen } from '#test/e2e/open-screen.ts';

let screen: Screen;
let analysis: Analysis;

beforeAll(async () => {
  screen = await openScreen();
  const answer = await fetch(`${screen.address}/api/v1/networks/harbour-county/findings?wait=60`);
  analysis = (await answer.json()) as Analysis;
}, 300_000);
afterAll(() => screen.close(), 20_000);

describe('the answers in words and tables', () => {
  it('silos: each group with its four tests; a certificate where it passes, why not where it fails', async () => {
    const { page, troubles } = await screen.open(`${county}/silos`);
    await page.locator('.silo').first().waitFor();
    // Groups under four are not looked at.
    const silos = (analysis.silos ?? []).filter(({ size }) => size >= 4);
    const certified = silos.filter((silo) => silo.certified).length;
    expect(await page.locator('.silo').count()).toBe(silos.length);
    expect(await page.locator('.silo .tag:not(.quiet)').count()).toBe(certified);
    expect(await page.locator('.silo:has(.tag.quiet) .fails').count()).toBe(silos.length - certified);
    expect(await page.locator('.silo').first().locator('.test').count()).toBe(4);
    const first = page.locator('.silo:has(.tag.solid)').first();
    await first.getByText('Its certificate').click();
    expect(await first.locator('details').innerText()).toMatch(/appears in .* of 100 networks/u);
    await first.getByRole('link', { name: 'Show on the map' }).click();
    await page.locator('.map .lit path').first().waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('bridge-builders: in their order, with what parts without each and the tie that would back it up', async () => {
    const { page } = await screen.open(`${county}/bridge-builders`);
    await page.locator('tbody tr').first().waitFor();
    const rows = await page.locator('tbody tr').allInnerTexts();
    const bridges = analysis.bridgeBuilders ?? [];
    expect(rows).toHaveLength(bridges.length);
    const labels = new Map(analysis.organizations.map(({ id, label }) => [id, label]));
    bridges.forEach(({ id, parted, backup }, at) => {
      expect(rows[at]).toContain(labels.get(id));
      expect(rows[at]).toMatch(new RegExp(`\\t${parted}\\t`, 'u'));
      if (backup !== null) expect(rows[at]).toContain(`${labels.get(backup.a)} with ${labels.get(backup.b)}`);
    });
    await page.context().close();
  });

  it('sectors: a number for each pair, marks for those that never met', async () => {
    const { page } = await screen.open(`${county}/sectors`);
    await page.locator('.matrix .cell').first().waitFor();
    const pairs = analysis.sectorPairs ?? [];
    const said = await page.locator('.matrix .cell').allTextContents();
    expect(said).toHaveLength(pairs.length);
    for (const { a, b, ties } of pairs) {
      const cell = said.find((text) => text.includes(a) && text.includes(b));
      expect(cell, `${a} and ${b}`).toMatch(new RegExp(`\\b${ties}\\b`, 'u'));
    }
    const apart = pairs.filter(({ ties }) => ties === 0).length;
    expect(await page.locator('.matrix .cell.untied').count()).toBe(apart);
    await page.context().close();
  });

  it('a profile: what it joins, what depends on it, its backup, partners, its years as a chart and as a table', async () => {
    const [bridge] = analysis.bridgeBuilders ?? [];
    const partners = Number(analysis.organizations.find(({ id }) => id === bridge?.id)?.measures['degree']);
    const { page } = await screen.open(`${county}/organizations/${bridge?.id ?? ''}`);
    await page.locator('.years svg').waitFor();
    const words = await page.locator('.profile').innerText();
    for (const heading of ['What it joins', 'What depends on it', 'A tie that would back it up'])
      expect(words).toContain(heading);
    expect(words).toContain(`All ${partners} partners`);
    expect(await page.locator('.partners li').count()).toBe(partners);
    await page.getByText('As a table').click();
    const rows = page.locator('.years tbody tr');
    expect(await rows.count()).toBeGreaterThan(5);
    expect(await rows.last().innerText()).toMatch(/^\d{4}\s+\d+$/u);
    // One step of the chart for each year of the table.
    const steps = await page.locator('.years path').nth(1).getAttribute('d');
    expect(steps?.match(/[LHV]/gu)?.length).toBeGreaterThanOrEqual(await rows.count());
    await page.context().close();
  });
});
