import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKnownScreen, type Screen } from '#test/e2e/open-screen.ts';

let screen: Screen;

beforeAll(async () => {
  screen = await openKnownScreen();
}, 300_000);
afterAll(() => screen.close(), 20_000);

const organizations = [
  'id,name,sector',
  'a,Ash House,Health',
  'b,Birch Hall,Helth',
  'c,Cedar Row,Health',
  'd,Dock Kitchen,Food',
].join('\n');
const ties = ['from,to,strength,since', 'a,b,2,2019', 'b,c,1,12/2019', 'c,d,3,2020', 'a,d,1,12/2019'].join(
  '\n',
);

describe('import', () => {
  it('takes pasted tables by keyboard alone: columns, problems by row, a fix for all rows alike, and back', async () => {
    const { page, troubles } = await screen.open('/?all=1');
    await page.getByLabel('Begin a network').fill('Wharf Side');
    await page.keyboard.press('Enter');
    const paste = page.getByLabel('Or paste a table');
    await paste.waitFor();
    for (const table of [organizations, ties]) {
      await paste.focus();
      await page.keyboard.insertText(table);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Look at what they hold' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Is this what the tables hold?' }).waitFor();
    expect(await page.getByLabel('Each row is').nth(0).inputValue()).toBe('organizations');
    expect(await page.getByLabel('Each row is').nth(1).inputValue()).toBe('relationships');
    expect(await page.getByLabel('What strength holds').inputValue()).toBe('strength');
    expect(await page.locator('.sample').first().innerText()).toContain('Birch Hall');
    await page.getByRole('button', { name: 'Try it without storing' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /cannot be taken/u }).waitFor();
    expect(await page.getByRole('button', { name: /^Import/u }).isDisabled()).toBe(true);
    const row = page.getByRole('row', { name: /12\/2019/u }).first();
    expect(await row.innerText()).toMatch(/Error.*table-2\.csv.*row 3.*since/su);
    await row.getByRole('button', { name: /Use 2019-12 in two rows/u }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Everything can be taken' }).waitFor();
    await page.getByRole('button', { name: /^Import/u }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take the import back' }).waitFor();
    const { page: other } = await screen.open('/n/wharf-side/organizations');
    await other.getByRole('link', { name: 'Birch Hall' }).waitFor({ timeout: 200_000 });
    await other.context().close();
    await page.getByRole('button', { name: 'Take the import back' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Taken back.').waitFor();
    await page.goto(`${screen.address}/n/wharf-side/people`);
    await page.getByText('No person is recorded yet').waitFor();
    await page.goto(`${screen.address}/n/wharf-side`);
    await page.getByRole('heading', { name: /Who works with whom/u }).waitFor({ timeout: 200_000 });
    // The browser itself writes a line for each answer that is no success.
    expect(troubles.filter((text) => !/status of 4(04|22)/u.test(text))).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('takes dropped files, lets columns be corrected, and leaves rows with errors out when told to', async () => {
    const { page } = await screen.open('/?all=1');
    await page.getByLabel('Begin a network').fill('Mill Lane');
    await page.getByRole('button', { name: 'Begin the network' }).click();
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'who.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('code,title,note\na,Ash House,x\nb,Birch Hall,y\n'),
      },
      { name: 'ties.csv', mimeType: 'text/csv', buffer: Buffer.from('from,to,weight\na,b,2\na,zz,-1\n') },
    ]);
    await page.getByRole('button', { name: 'Look at what they hold' }).click();
    await page.getByLabel('What note holds').selectOption('description');
    await page.getByRole('button', { name: 'Try it without storing' }).click();
    await page.getByRole('heading', { name: /cannot be taken/u }).waitFor();
    await page.getByLabel(/Leave out the rows/u).check();
    await page.getByRole('heading', { name: /left out/u }).waitFor();
    await page.getByRole('button', { name: /^Import/u }).click();
    await page.getByRole('button', { name: 'Take the import back' }).waitFor();
    await page.getByRole('link', { name: 'See it in the history' }).click();
    expect(await page.locator('.history .deed').first().innerText()).toMatch(/Added .*two organizations/u);
    await page.context().close();
  }, 300_000);
});
