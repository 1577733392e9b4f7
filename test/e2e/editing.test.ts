import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openKnownScreen, type Screen } from '#test/e2e/open-screen.ts';

const county = '/n/harbour-county';
let screen: Screen;

beforeAll(async () => {
  screen = await openKnownScreen();
}, 300_000);
afterAll(() => screen.close(), 20_000);

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).first().fill(text);
}

async function addPerson(page: Page, name: string): Promise<string> {
  await page.goto(`${screen.address}${county}/people/new`);
  await fill(page, 'Name (needed)', name);
  await page.getByRole('button', { name: 'Add the person' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return page.url();
}

describe('a record', () => {
  it('is entered with each error at its field, seen elsewhere within a second, undone and done again', async () => {
    const { page, troubles } = await screen.open(`${county}/people/new`);
    await page.getByRole('button', { name: 'Add the person' }).click();
    await page.locator('.wrongs').waitFor();
    expect(await page.locator('#field-name-wrong').innerText()).toContain('Name is needed');
    expect(await page.locator('#field-name').getAttribute('aria-invalid')).toBe('true');
    await fill(page, 'Name (needed)', 'Ada Weaver');
    const { page: other } = await screen.open(`${county}/people?q=ada+weaver`);
    await other.getByText('Nothing matches').waitFor();
    await page.getByRole('button', { name: 'Add the person' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada Weaver' }).waitFor();
    const stored = Date.now();
    await other.getByRole('link', { name: 'Ada Weaver' }).waitFor({ timeout: 5_000 });
    expect(Date.now() - stored).toBeLessThan(1_000);
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await other.getByText('Nothing matches').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await other.getByRole('link', { name: 'Ada Weaver' }).waitFor();
    expect(troubles.filter((text) => !/404/u.test(text))).toEqual([]);
    await other.context().close();
    await page.context().close();
  });

  it('says at the field what the server refuses', async () => {
    const { page } = await screen.open(`${county}/collaborations/new`);
    await fill(page, 'Name (needed)', 'Flood Wardens');
    await fill(page, 'Since', '12/2019');
    await page.getByRole('button', { name: 'Add the collaboration' }).click();
    await page.locator('#field-since-wrong').waitFor();
    expect(await page.locator('#field-since-wrong').innerText()).toContain('YYYY-MM');
    await fill(page, 'Since', '2019-12');
    await page.getByRole('button', { name: 'Add a participant' }).click();
    await page.getByRole('combobox', { name: 'Who (needed)' }).fill('valley homes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add the collaboration' }).click();
    await page.getByRole('heading', { level: 1, name: 'Flood Wardens' }).waitFor();
    expect(await page.locator('.parts-shown').innerText()).toContain('Valley Homes');
    await page.context().close();
  });

  it('keeps each side’s word of a relationship apart', async () => {
    const { page } = await screen.open(`${county}/relationships/new`);
    for (const [label, name] of [
      ['From', 'valley homes'],
      ['To', 'bail fund'],
    ]) {
      await page.getByRole('combobox', { name: `${label ?? ''} (needed)` }).fill(name ?? '');
      await page.keyboard.press('Enter');
    }
    await fill(page, 'Kind (needed)', 'refers');
    for (const [at, name, strength] of [
      [0, 'valley homes', '2'],
      [1, 'bail fund', '5'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a statement' }).click();
      const item = page.locator('.field.list > ol > li').nth(at);
      await item.getByRole('combobox', { name: 'Said by (needed)' }).fill(name);
      await page.keyboard.press('Enter');
      await item.getByLabel('How strong').fill(strength);
    }
    await page.getByRole('button', { name: 'Add the relationship' }).click();
    await page.locator('.parts-shown tbody tr').nth(1).waitFor();
    const rows = await page.locator('.parts-shown tbody tr').allInnerTexts();
    expect(rows[0]).toMatch(/Valley Homes.*2/su);
    expect(rows[1]).toMatch(/Bail Fund.*5/su);
    await page.context().close();
  });

  it('shows both versions when two change it at once, and stores what is chosen', async () => {
    const { page } = await screen.open(county);
    const address = await addPerson(page, 'Bo Twice');
    await page.goto(`${address}?edit=1`);
    await fill(page, 'Practice', 'mine');
    await fill(page, 'Description', 'my words');
    const { page: other } = await screen.open(`${address.slice(screen.address.length)}?edit=1`);
    await fill(other, 'Practice', 'theirs');
    await other.getByRole('button', { name: 'Save the person' }).click();
    await other.getByText('Bo Twice is saved.').waitFor();
    await page.getByRole('button', { name: 'Save the person' }).click();
    await page.getByRole('heading', { name: 'Somebody changed this record while you did' }).waitFor();
    const row = page.getByRole('row', { name: /Practice/u });
    expect(await row.innerText()).toMatch(/theirs.*mine/su);
    await row.getByLabel('theirs').check();
    await page.getByRole('button', { name: 'Save what is chosen' }).click();
    await page.locator('.details').getByText('my words').waitFor();
    expect(await page.locator('.details').innerText()).toContain('theirs');
    await other.context().close();
    await page.context().close();
  });

  it('loses no draft when its tab is closed', async () => {
    const { page } = await screen.open(county);
    const address = await addPerson(page, 'Cy Draft');
    await page.goto(`${address}?edit=1`);
    await fill(page, 'Practice', 'half a sen');
    await page.close();
    const [context] = screen.browser.contexts().filter((one) => one.pages().length === 0);
    const again = await context?.newPage();
    if (again === undefined) throw new Error('the browser has lost its context');
    await again.goto(address);
    await again.getByRole('link', { name: 'Go on with it' }).click();
    await again.getByText('was kept by this browser').waitFor();
    expect(await again.getByLabel('Practice').inputValue()).toBe('half a sen');
    await again.getByRole('button', { name: 'Save the person' }).click();
    await again.getByText('Cy Draft is saved.').waitFor();
    expect(
      await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('weft.draft'))),
    ).toEqual([]);
    await context?.close();
  });

  it('is removed with what cannot be without it, and brought back whole', async () => {
    const { page } = await screen.open(`${county}/people/person-dolores-reyes`);
    await page.getByRole('button', { name: 'Remove this person' }).click();
    await page.getByText('Undo brings everything back.').waitFor();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('is removed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    await page.goto(`${screen.address}${county}/people/person-dolores-reyes`);
    await page.getByRole('heading', { level: 1, name: 'Dolores Reyes' }).waitFor();
    await page.goto(`${screen.address}${county}/history`);
    const deeds = page.locator('.history .deed');
    await deeds.first().waitFor();
    expect(await deeds.nth(1).innerText()).toMatch(/Removed/u);
    await page.context().close();
  });
});

describe('hostile words', () => {
  const payloads = [
    '<img src=x onerror="window.pwned=1">',
    '"><script>window.pwned=1</script>',
    '{{constructor.constructor("window.pwned=1")()}}',
    '</title><svg onload=window.pwned=1>',
  ];

  it('are shown as words on every page that has them, and lead nowhere', async () => {
    const { page, troubles } = await screen.open(county);
    await page.goto(`${screen.address}${county}/organizations/new`);
    await fill(page, 'Name (needed)', payloads[0] ?? '');
    await fill(page, 'Also called', payloads.slice(1).join('\n'));
    await fill(page, 'Website', 'javascript:window.pwned=1');
    await fill(page, 'Description', payloads.join(' '));
    await page.getByRole('button', { name: 'Add the organization' }).click();
    await page.locator('h1').filter({ hasText: 'onerror' }).waitFor({ timeout: 150_000 });
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const hrefs = () =>
      page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const path of [
      `/organizations/${id}`,
      '/organizations?q=onerror',
      '/history',
      '',
      '/map',
      `/organizations/${id}?edit=1`,
    ]) {
      await page.goto(screen.address + county + path);
      await page.waitForSelector('.ready, .history, .map', { timeout: 150_000 });
      await page.keyboard.press('/');
      await page.keyboard.type('onerror');
      await page.waitForTimeout(200);
      await page.keyboard.press('Escape');
      expect((await hrefs()).filter((href) => /^\s*(javascript|data|vbscript):/iu.test(href))).toEqual([]);
      expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    }
    expect(troubles.filter((text) => !/404/u.test(text))).toEqual([]);
    await page.context().close();
  }, 300_000);
});
