import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScreen, type Screen } from '#test/e2e/open-screen.ts';
import { plantedMap } from '#test/viz/planted-map.ts';

let screen: Screen;

beforeAll(async () => {
  screen = await openScreen();
  const { nodes, ties } = plantedMap({ n: 2_000, groups: 24 });
  const tables = {
    'organizations.csv': ['id,name', ...nodes.map(({ id, label }, at) => `${id},${label} ${at}`)],
    'relationships.csv': [
      'from,to,strength',
      ...ties.map(({ a, b, strength }) => `${nodes[a]?.id},${nodes[b]?.id},${strength}`),
    ],
  };
  const form = new FormData();
  for (const [name, lines] of Object.entries(tables)) form.append('file', new Blob([lines.join('\n')]), name);
  const address = `${screen.address}/api/v1/networks/two-thousand`;
  const answer = await fetch(`${address}/imports?wait=60`, { method: 'POST', body: form });
  expect(answer.status).toBe(200);
}, 300_000);
afterAll(() => screen.close(), 20_000);

describe('the first look at 2,000 organizations', () => {
  it('says how far it is, can be ended, and is begun again when asked', async () => {
    const { page } = await screen.open('/n/two-thousand');
    await page.locator('.work progress').waitFor();
    expect(await page.locator('.state').innerText()).toContain(
      'The findings of this network are being computed.',
    );
    // From one step to the next, in words.
    const steps = new Set<string>();
    await expect
      .poll(
        async () => {
          steps.add(await page.locator('.work [role=status]').innerText());
          return [...steps].filter((step) => !/^(Working|Waiting)/u.test(step)).length;
        },
        { timeout: 90_000, interval: 200 },
      )
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.state[role=alert]').waitFor();
    expect(await page.locator('.state h1').innerText()).toBe('Cancelled');
    expect(await page.locator('.state').innerText()).toContain('The work was cancelled.');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.locator('.work progress').waitFor();
    // Meanwhile what is recorded can be read.
    await page.goto(`${screen.address}/n/two-thousand/organizations`);
    await page.getByText('Findings are being computed').waitFor();
    await page.locator('tbody tr').nth(10).waitFor();
    // As many rows as there are, of which only those near the window are drawn.
    expect(await page.locator('.data table').getAttribute('aria-rowcount')).toBe('2001');
    expect(await page.locator('tbody tr').count()).toBeLessThan(150);
    await page.context().close();
  }, 300_000);
});
