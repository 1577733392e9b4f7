import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openKnownScreen, type Screen } from '#test/e2e/open-screen.ts';

const county = '/n/harbour-county';
let screen: Screen;

beforeAll(async () => {
  screen = await openKnownScreen();
}, 300_000);
afterAll(() => screen.close(), 20_000);

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: button }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('what can be taken along', () => {
  it('the map as SVG with its key and receipt, and as PNG', async () => {
    const { page, troubles } = await screen.open(`${county}/reports`);
    const svg = await saved(page, 'Save the map as SVG');
    expect(svg.name).toBe('harbour-county-map.svg');
    const text = svg.bytes.toString('utf8');
    expect(text).toMatch(/^<svg|^<\?xml/u);
    expect(text).toContain('Health');
    expect(text).toMatch(/revision 1/u);
    expect(text).not.toMatch(/<script|foreignObject|\son\w+=/iu);
    const png = await saved(page, 'Save the map as PNG');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(50_000);
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('what one looks at: focus, filter and camera are in the picture, its table and its network', async () => {
    const view = `${county}/organizations/org-valley-meeting-house?steps=2&sectors=Food,Health`;
    const { page, troubles } = await screen.open(view);
    await page.locator('.map .lit path').first().waitFor();
    const caption = await page.locator('.map-bar figcaption').innerText();
    const named = await page.locator('.names .layer-labels text').allTextContents();
    expect(named.join(' ')).toContain('Valley Meeting');
    const litMarks = await page.locator('.map .lit path').count();
    const take = async (what: string) => {
      await page.locator('summary').getByText('Save', { exact: true }).click();
      return saved(page, what);
    };
    const svg = await take('Picture, SVG');
    expect(svg.name).toBe('harbour-county-map.svg');
    const text = svg.bytes.toString('utf8');
    expect(text).toContain(caption);
    expect(text).toContain('In colour: Food and Health.');
    expect(text).toContain('a tie; wider when stronger');
    expect(text).toMatch(/harbour-county revision \d+/u);
    expect(text).not.toMatch(/<script|foreignObject|\son\w+=/iu);
    expect(text).not.toMatch(/NaN|undefined/u);
    const shapes = await page.evaluate((source) => {
      const picture = new DOMParser().parseFromString(source, 'image/svg+xml');
      const fills = [...picture.querySelectorAll('.marks > path')].map((path) => path.getAttribute('fill'));
      return {
        lit: picture.querySelectorAll('.lit > path').length,
        greys: [...new Set(fills)].length,
        names: [...picture.querySelectorAll('.labels > text:not([aria-hidden])')].map(
          (one) => one.textContent,
        ),
      };
    }, text);
    // What is lit is drawn as on screen, with the same names; all others are grey, those that are filtered out paler.
    expect(shapes).toEqual({ lit: litMarks, greys: 2, names: named });
    const png = await take('Picture, PNG');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(2_500);
    const table = (await take('Organizations shown, CSV')).bytes.toString('utf8').trim().split('\r\n');
    expect(table.length).toBeGreaterThan(5);
    expect(table.length).toBeLessThan(120);
    expect(table.slice(1).filter((row) => !/,(Food|Health),/u.test(row)).length).toBeLessThanOrEqual(1);
    const gexf = (await take('Network shown, GEXF')).bytes.toString('utf8');
    expect(gexf.match(/<node /gu)).toHaveLength(table.length - 1);
    const ties = (await take('Ties shown, CSV')).bytes.toString('utf8').trim().split('\r\n');
    expect(gexf.match(/<edge /gu)).toHaveLength(ties.length - 1);
    await page.goto(`${screen.address}${county}/map?camera=0.4,0.5,4`);
    await page.locator('.map .layer-marks path').first().waitFor();
    const near = (await take('Picture, SVG')).bytes.toString('utf8');
    const marks = (source: string) =>
      (source.match(/<title>[^<]*, [\d,]+ collaborations?<\/title>/gu) ?? []).length;
    expect(marks(near)).toBeGreaterThan(3);
    expect(marks(near)).toBeLessThan(120);
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('the data as GEXF and CSV, with what the format cannot hold', async () => {
    const { page } = await screen.open(`${county}/reports`);
    await page.getByLabel(/GEXF/u).check();
    const gexf = await saved(page, 'Save the network');
    expect(gexf.name).toBe('harbour-county.gexf');
    expect(gexf.bytes.toString('utf8')).toContain('<gexf');
    await page.getByText('What this format cannot hold').waitFor();
    await page.getByLabel(/CSV tables/u).check();
    const asked = page.waitForRequest(/\/exports\/csv-spreadsheets/u);
    const csv = await saved(page, 'Save the network');
    await asked;
    expect(csv.name).toMatch(/\.zip$/u);
    await page.context().close();
  }, 300_000);

  it('a report, with its progress; one that is cancelled leaves nothing', async () => {
    const { page } = await screen.open(`${county}/reports`);
    await page.getByLabel('Title').fill('For the board');
    await page.getByRole('button', { name: 'Make the report' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('was cancelled').waitFor();
    await page.getByLabel(/One web page/u).check();
    await page.getByRole('button', { name: 'Make the report' }).click();
    await page.getByText('The report is ready').waitFor({ timeout: 90_000 });
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the report' }).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text).toContain('For the board');
    await page.context().close();
  }, 300_000);
});

describe('first steps', () => {
  it('are four, told once, and skipped with a key', async () => {
    const { page } = await screen.open(county);
    await page.waitForSelector('.tour');
    for (const step of [1, 2, 3]) {
      expect(await page.locator('.tour').innerText()).toContain(`${step} of 4`);
      await page.getByRole('button', { name: 'Next' }).click();
    }
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.waitForSelector('.tour', { state: 'detached' });
    await page.reload();
    await page.waitForSelector('.finding');
    expect(await page.locator('.tour').count()).toBe(0);
    await page.context().close();
    const { page: other } = await screen.open(county);
    await other.getByRole('button', { name: 'Next' }).focus();
    await other.keyboard.press('Escape');
    await other.waitForSelector('.tour', { state: 'detached' });
    await other.context().close();
  });
});

describe('by keyboard alone', () => {
  it('a silo is found, an organization of it focused, and the table of what is shown exported', async () => {
    const { page, troubles } = await screen.open(county);
    await page.waitForSelector('.finding');
    const follow = async (name: string | RegExp) => {
      await page.getByRole('link', { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    await follow('Silos');
    await page.locator('.silo .tag.solid').first().waitFor();
    const carrier = page.locator('.silo').first().locator('a').nth(1);
    const name = await carrier.innerText();
    await carrier.focus();
    await page.keyboard.press('Enter');
    await page.locator('.profile h1').waitFor();
    expect(await page.locator('.profile h1').innerText()).toBe(name);
    await page.getByRole('button', { name: '2', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('steps=2'));
    await follow('Organizations');
    await page.locator('tbody tr').first().waitFor();
    const columns = page.getByText('Columns', { exact: true });
    await columns.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Routes through it').focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search.includes('cols='));
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).focus();
    await page.keyboard.press('Enter');
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text.split('\r\n')[0]).not.toContain('Routes');
    expect(text.split('\r\n')[0]).toContain('Partners');
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 300_000);
});

describe('a server that is away', () => {
  it('is said while what was read stays, and read again when it is back', async () => {
    const { page } = await screen.open(`${county}/people`);
    await page.locator('tbody tr').first().waitFor();
    await page.context().setOffline(true);
    await page.locator('.offline').waitFor();
    expect(await page.locator('.offline').innerText()).toContain('What is shown was read before');
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(10);
    await page.context().setOffline(false);
    await page.locator('.offline').waitFor({ state: 'detached', timeout: 30_000 });
    await page.context().close();
  }, 300_000);
});

describe('weight', () => {
  it('of the script that the first view loads is under 250 KB gzipped', async () => {
    const { page } = await screen.open('/');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const { gzipSync } = await import('node:zlib');
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (/\.js$/u.test(new URL(response.url()).pathname)) scripts.push(response.url());
    });
    await page.goto(`${screen.address}${county}`);
    await page.waitForSelector('.finding');
    await page.waitForTimeout(1_500);
    let total = 0;
    for (const url of new Set(scripts))
      total += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    console.log(`script of the first view, gzipped: ${total} bytes`);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(250_000);
    await page.context().close();
  }, 300_000);
});

describe('convening', () => {
  it('names a room with a reason for each seat; a rule is in the address', async () => {
    const { page, troubles } = await screen.open(`${county}/convene?seats=3`);
    await page.locator('.seats li').nth(2).waitFor({ timeout: 150_000 });
    expect(await page.locator('h1').innerText()).toMatch(/^These three bring the groups [\d.]+% closer$/u);
    await page.getByRole('combobox', { name: 'Must invite' }).fill('linden woodland');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('must='));
    await page.getByText('You asked for it.').waitFor({ timeout: 150_000 });
    expect(await page.locator('.seats li').count()).toBe(3);
    await page.getByRole('button', { name: '1 in 2' }).click();
    await page.getByText('where one pair in two forms a tie').waitFor({ timeout: 150_000 });
    expect(new URL(page.url()).searchParams.get('chance')).toBe('0.5');
    const list = await saved(page, 'Save the invitation list');
    expect(list.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(4);
    await page
      .getByText(/^(Without your rules the room would reach|Your rules cost nothing)/u)
      .waitFor({ timeout: 150_000 });
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 400_000);
});

describe('history', () => {
  it('says what was changed, compares revisions in words, and takes a change back', async () => {
    const { page } = await screen.open(`${county}/settings`);
    const sectors = page.getByLabel('Sectors');
    await sectors.fill(`${await sectors.inputValue()}\nArts`);
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    await page.goto(`${screen.address}${county}/history?from=1&to=2`);
    await page.locator('.differences').waitFor();
    expect(await page.locator('.differences ins').first().innerText()).toContain('Arts');
    const first = page.locator('.history > li').first();
    expect(await first.innerText()).toContain('Changed the network’s settings');
    await first.getByRole('button', { name: /Take back/u }).click();
    await page.getByText('Revision 2 is taken back.').waitFor();
    await page.context().close();
  }, 300_000);
});
