import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, type App } from '#api/app.ts';
import type { Command, OptionValues, Terminal } from '#api/cli/define-command.ts';
import { wholeNumber } from '#api/cli/parse-command.ts';
import { dataFolderOf } from '#api/cli/store-option.ts';
import { ApiError } from '#api/errors.ts';
import { openJobs } from '#api/host/open-jobs.ts';
import { listen, type Listening } from '#api/server.ts';
import { AccessTokens } from '#api/services/access-tokens.ts';
import { builtExample } from '#api/services/built-example.ts';
import { defaultLimits } from '#api/services/limits.ts';
import { loadExample } from '#api/services/load-example.ts';
import { examples } from '#data/examples/examples.ts';
import { slugOf } from '#data/ingest/slug-of.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { storeUrl } from '#data/store/store-url.ts';

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
/** `npm start` builds it; a command that only serves changes no files of Weft. */
const notBuilt = 'The screen is not built: "npm start" builds and serves it. The API answers already.\n';
const graceMs = 5_000;
const screen = fileURLToPath(new URL('../../dist/viz', import.meta.url));

/** `weft serve`: the screen and the API on one address. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'the screen and the HTTP API',
  usage: '[options]',
  optionsOnly: true,
  options: {
    store: {
      type: 'string',
      value: 'URL',
      describe: 'the store (WEFT_STORE, else sqlite:weft-data/weft.db)',
    },
    host: { type: 'string', value: 'H', describe: 'the address to listen on', default: '127.0.0.1' },
    port: { type: 'string', value: 'P', describe: 'the port; 0 takes a free one', default: '4870' },
    example: {
      type: 'string',
      value: 'NAME|none',
      describe: 'what an empty store is filled with',
      default: 'harbour-county',
    },
    'access-token-file': {
      type: 'string',
      value: 'FILE',
      describe: 'two lines, "view TOKEN" and "edit TOKEN"; needed for another host than loopback',
    },
  },
  examples: [
    'weft serve',
    'weft serve --port 8080 --example none',
    'weft serve --host 0.0.0.0 --access-token-file tokens.txt',
  ],
  run: async ({ options, terminal }) => {
    const host = String(options.host);
    const loopback = loopbackHosts.has(host);
    const tokens = await accessTokens(options, terminal, loopback);
    const port = wholeNumber('port', options.port, 0);
    const url = storeUrl(typeof options.store === 'string' ? options.store : undefined, terminal);
    const dataFolder = dataFolderOf(terminal);
    const store = await openStore(url, terminal);
    try {
      const app = createApp({
        store,
        jobs: await openJobs(url, terminal, dataFolder),
        storeUrl: url,
        storeDirectory: terminal.directory,
        dataFolder,
        limits: defaultLimits(),
        tokens,
        loopback,
        screen,
        log: (line) => {
          terminal.err(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
        },
      });
      const filled = await fillStore(store, url, String(options.example), terminal);
      if (filled === builtExample) await app.keepExample(filled);
      const server = await listenOn(app.app, host.replace(/^\[|\]$/gu, ''), port);
      try {
        await terminal.out(`Weft is ready at ${server.address}\n`);
        if (!existsSync(join(screen, 'index.html'))) terminal.err(notBuilt);
        await prepareExample(app, store, String(options.example));
        await stopped(terminal.signal);
      } finally {
        // Requests that wait for jobs are answered when the jobs end.
        const closed = server.close(graceMs);
        await app.stop();
        await closed;
      }
    } finally {
      await store.close();
    }
  },
};

async function listenOn(app: Parameters<typeof listen>[0], host: string, port: number): Promise<Listening> {
  try {
    return await listen(app, { host, port, limits: defaultLimits() });
  } catch (error) {
    throw new ApiError(
      'USAGE',
      `Weft cannot listen on ${host}, port ${port}: ${(error as Error).message}.`,
      '--port with a free one.',
    );
  }
}

/** Errors: USAGE where another host than loopback is asked for without tokens, FILE_NOT_READABLE */
async function accessTokens(
  { 'access-token-file': file, host }: OptionValues,
  terminal: Terminal,
  loopback: boolean,
): Promise<AccessTokens | null> {
  if (typeof file === 'string') {
    const path = resolve(terminal.directory, file);
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      throw new ApiError('FILE_NOT_READABLE', `${path} could not be read: ${(error as Error).message}.`);
    }
    return AccessTokens.parse(text, path);
  }
  if (loopback) return null;
  throw new ApiError(
    'USAGE',
    `--host ${String(host)} would let everybody who reaches this machine read and change the records.`,
    '--access-token-file FILE with two lines, "view TOKEN" and "edit TOKEN"; or no --host, which is this machine alone.',
  );
}

/**
 * What went wrong is said, and the store stays empty; the server is of use without an example.
 *
 * Output   the slug of the example that is in the store now; null: there was something in it, or nothing is wanted
 */
async function fillStore(
  store: Store,
  url: string,
  example: string,
  { err, signal, directory }: Terminal,
): Promise<string | null> {
  if (example === 'none' || signal.aborted) return null;
  try {
    const loaded = await loadExample(store, { url, directory }, example, signal);
    if (loaded !== null)
      err(`The store was empty: the example ${loaded.name} is in it now, as ${loaded.slug}.\n`);
    return loaded?.slug ?? null;
  } catch (error) {
    err(`weft: the example could not be loaded: ${(error as Error).message}\n`);
    return null;
  }
}

/** The example is what a newcomer looks at first; where its results are kept already, this costs nothing. */
async function prepareExample(app: App, store: Store, example: string): Promise<void> {
  const title = examples.find(({ name }) => name === example)?.title;
  const slug = title === undefined ? null : slugOf(title);
  const networks = await store.networks();
  if (slug !== null && networks.some((network) => network.slug === slug)) await app.prepare(slug);
}

/** Resolves when the process is asked to stop. */
async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
