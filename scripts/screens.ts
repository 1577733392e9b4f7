import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openScreen, webglFlags } from '../test/e2e/open-screen.ts';

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly size: readonly [width: number, height: number];
  readonly theme: 'light' | 'dark';
  /** What is waited for besides the map. */
  readonly shows?: string;
}

const county = '/n/harbour-county';
const wide = [1440, 900] as const;
const tablet = [1024, 768] as const;
const phone = [390, 844] as const;

/** Every picture of docs/screens; the first is the README's. */
const pictures: readonly Picture[] = [
  { name: 'harbour-county', address: county, size: wide, theme: 'light' },
  { name: 'first-page-dark', address: county, size: wide, theme: 'dark' },
  { name: 'map-near', address: `${county}/map?camera=0.55,0.3,3`, size: wide, theme: 'light' },
  {
    name: 'map-filtered',
    address: `${county}/map?sectors=Food%2CJustice&from=2020`,
    size: tablet,
    theme: 'light',
  },
  { name: 'map-phone', address: `${county}/map`, size: phone, theme: 'light' },
  {
    name: 'focus',
    address: `${county}/organizations/org-valley-meeting-house`,
    size: wide,
    theme: 'light',
  },
  {
    name: 'convene',
    address: `${county}/convene?must=org-valley-meeting-house&chance=0.5`,
    size: wide,
    theme: 'light',
    shows: '.room-scale ~ p[role=status]',
  },
];

/** npm run screens: remakes docs/screens, and the map of docs/reports, from the shipped county. */
const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));
mkdirSync(folder, { recursive: true });
const screen = await openScreen(webglFlags);
try {
  for (const { name, address, size, theme, shows } of pictures) {
    const [width, height] = size;
    const { page } = await screen.open(address, { viewport: { width, height }, colorScheme: theme });
    await page.waitForSelector('.frame .names text, .ready');
    const skip = page.getByRole('button', { name: 'Skip these steps' });
    if (await skip.isVisible()) await skip.click();
    // Nothing is pointed at in the picture.
    await page.mouse.move(0, 0);
    await page.waitForFunction(() => document.querySelector('.map.empty, .waiting') === null);
    if (shows !== undefined) await page.waitForSelector(shows);
    await page.waitForTimeout(800);
    await page.screenshot({ path: `${folder}${name}.png` });
    await page.context().close();
    console.log(`docs/screens/${name}.png`);
  }
} finally {
  await screen.close();
}

const root = fileURLToPath(new URL('../', import.meta.url));
const map = 'docs/reports/harbour-county-map.png';
const file = 'data/examples/harbour-county/harbour-county.weft.json';
execFileSync(process.execPath, ['bin/weft.js', 'map', file, '--out', map], {
  cwd: root,
  env: { ...process.env, INIT_CWD: root },
});
console.log(map);
