import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { isNeo4jUrl, storeAddress } from '#data/store/neo4j/store-address.ts';
import { county } from '#test/e2e/every-page.ts';
import { claimDatabase } from '#test/neo4j/claim-database.ts';
import { buildScreen } from '../../scripts/build-screen.ts';

/** Findings are computed anew after each change, on machines that do other things too. */
const patienceMs = 90_000;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Weft as it is started by hand, in a directory of its own, and a real browser. */
export interface Screen {
  readonly address: string;
  readonly browser: Browser;
  /** A page whose errors and foreign requests are collected. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export interface Opened {
  readonly page: Page;
  /** Console errors, uncaught errors, violations of the content security policy, requests to other origins. */
  readonly troubles: readonly string[];
}

/** A browser that calls nobody. */
export const quietFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
/** WebGL without a graphics card, and none at all. */
export const webglFlags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] as const;
export const noWebglFlags = ['--disable-3d-apis'] as const;

export async function openScreen(flags: readonly string[] = noWebglFlags): Promise<Screen> {
  await buildScreen();
  const data = mkdtempSync(join(tmpdir(), 'weft-screen-'));
  const { child, address } = await startWeft(data, await screenStore());
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [...quietFlags, ...flags],
  });
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(blob|data):/u.test(request.url()))
        troubles.push(request.url());
    });
    await page.goto(address + path);
    return { page, troubles };
  };
  const close = async () => {
    await browser.close();
    await ended(child);
    rmSync(data, { recursive: true, force: true });
  };
  return { address, browser, open, close };
}

/**
 * The same once the example's findings are known: the first look computes them, one job at a time, all others read them.
 */
export async function openKnownScreen(flags?: readonly string[]): Promise<Screen> {
  const screen = await openScreen(flags);
  const { page } = await screen.open(county);
  await page.waitForSelector('.finding', { timeout: 200_000 });
  await page.context().close();
  return screen;
}

/**
 * The store of the screen: one of its own, unless WEFT_STORE names a Neo4j. That one is emptied before, and refused
 * where it holds what no test has made.
 */
async function screenStore(): Promise<string> {
  const url = process.env.WEFT_STORE ?? '';
  if (!isNeo4jUrl(url)) return '';
  const { user, password = '' } = storeAddress(url, root, process.env);
  const version = await claimDatabase({ url, user, password });
  console.log(`screen: on Neo4j ${version} at ${new URL(url).host}`);
  return url;
}

/** Weft in a folder of its own; in its embedded store, when no other is named. */
export async function startWeft(data: string, store = ''): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(root, 'bin/weft.js'), 'serve', '--port', '0'], {
    cwd: root,
    env: { ...process.env, WEFT_DATA: data, WEFT_STORE: store },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/[\d.]+:\d+/u.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (status) =>
      reject(new Error(`weft serve ended with status ${String(status)}: ${said}`)),
    );
  });
  return { child, address };
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** The browser that is installed. Errors: says which were looked for */
export function browserPath(): string {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ];
  const found = places.find((place) => place !== undefined && place !== '' && existsSync(place));
  if (found === undefined)
    throw new Error('not run: the browser (none of chromium, chrome, msedge was found; set CHROMIUM_PATH)');
  return found;
}
