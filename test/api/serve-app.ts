import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '#api/app.ts';
import { JobJournal } from '#api/host/job-journal.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';
import { listen } from '#api/server.ts';
import { AccessTokens } from '#api/services/access-tokens.ts';
import { defaultLimits, type Limits } from '#api/services/limits.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';

export const viewToken = 'view-token-of-the-tests-0001';
export const editToken = 'edit-token-of-the-tests-0002';

export interface Served {
  readonly url: string;
  readonly api: string;
  readonly app: App;
  readonly store: Store;
  readonly folder: string;
  readonly storeUrl: string;
  /** What the server logged. */
  readonly log: Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

/** The whole application on a port of its own, over a real SQLite store in a folder of its own. */
export async function serveApp(
  options: {
    readonly limits?: Partial<Limits>;
    readonly tokens?: boolean;
    readonly folder?: string;
    readonly host?: string;
  } = {},
): Promise<Served> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'weft-api-')));
  const storeUrl = `sqlite:${join(folder, 'weft.db')}`;
  const store = await openStore(storeUrl, { directory: folder, environment: {} });
  const log: Readonly<Record<string, unknown>>[] = [];
  const limits = { ...defaultLimits(), ...options.limits };
  const app = createApp({
    store,
    jobs: new LocalJobs(new JobJournal(folder)),
    storeUrl,
    storeDirectory: folder,
    dataFolder: folder,
    limits,
    tokens:
      options.tokens === true ? AccessTokens.parse(`view ${viewToken}\nedit ${editToken}\n`, 'tokens') : null,
    loopback: true,
    ...(options.host === undefined ? {} : { host: options.host }),
    screen: join(folder, 'no-screen'),
    log: (line) => log.push(line),
  });
  const server = await listen(app.app, { host: '127.0.0.1', port: 0, limits });
  return {
    url: server.address,
    api: `${server.address}/api/v1`,
    app,
    store,
    folder,
    storeUrl,
    log,
    close: async () => {
      await app.stop();
      await server.close(500);
      await store.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sends JSON and reads the answer. */
export async function send(
  method: string,
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
