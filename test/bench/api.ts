import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createApp } from '#api/app.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';
import { listen } from '#api/server.ts';
import { defaultLimits } from '#api/services/limits.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Change, Store } from '#data/store/port.ts';
import type { BenchNetwork } from '#test/bench/graph.ts';
import type { LoadOrder, LoadResult } from '#test/bench/api-load.ts';

const at = '2026-01-01T00:00:00Z';
const organizations = 20_000;
const perSet = 1_000;
const seconds = 10;

/**
 * The HTTP API under load, over SQLite with 20,000 organizations: single reads, durable writes, and reads while the
 * whole analysis of another network runs. The load comes from another process of the same machine.
 */
export async function benchApi(analyzed: BenchNetwork, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-api-'));
  const storeUrl = `sqlite:${join(folder, 'weft.db')}`;
  const store = await openStore(storeUrl, { directory: folder, environment: {} });
  await fill(store, 'big', organizationChanges());
  await fill(store, 'analyzed', networkChanges(analyzed));
  const limits = defaultLimits();
  const app = createApp({
    store,
    jobs: new LocalJobs(),
    storeUrl,
    storeDirectory: folder,
    dataFolder: folder,
    limits,
    tokens: null,
    loopback: true,
    screen: join(folder, 'no-screen'),
    log: (line) => {
      say(JSON.stringify(line));
    },
  });
  const server = await listen(app.app, { host: '127.0.0.1', port: 0, limits });
  const big = `${server.address}/api/v1/networks/big/organizations`;
  try {
    say('| load | requests/s | p50 ms | p99 ms | other answers than 2xx | event loop p99 ms |');
    say('|---|---|---|---|---|---|');
    const reads = { url: `${big}/organization-12345`, method: 'GET', connections: 50, seconds } as const;
    say(row('one record, 50 clients', await load(reads)));
    say(
      row(
        'new records, 50 clients',
        await load({ ...reads, url: big, method: 'POST', body: '{"name":"Load"}' }),
      ),
    );
    const analysis = fetch(`${server.address}/api/v1/networks/analyzed/findings?wait=60`);
    say(row('one record, 10 clients, while all measures run', await load({ ...reads, connections: 10 })));
    say(`\nThe analysis ended with ${(await analysis).status} (202: it was still running after 60 s).`);
  } finally {
    await app.stop();
    await server.close(1_000);
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One load, and how long the event loop of this thread, the server's, was held up meanwhile. */
async function load(order: LoadOrder): Promise<LoadResult & { readonly loopP99: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const client = fork(fileURLToPath(new URL('api-load.ts', import.meta.url)));
  client.send(order);
  const result = await new Promise<LoadResult>((resolve, reject) => {
    client.once('message', (message) => {
      resolve(message as LoadResult);
    });
    client.once('error', reject);
    client.once('exit', (status) => {
      reject(new Error(`The load ended with status ${status ?? 'unknown'}.`));
    });
  });
  delay.disable();
  return { ...result, loopP99: delay.percentile(99) / 1e6 };
}

function row(name: string, result: LoadResult & { readonly loopP99: number }): string {
  const { perSecond, p50, p99, others, loopP99 } = result;
  return `| ${name} | ${Math.round(perSecond)} | ${p50} | ${p99} | ${others} | ${loopP99.toFixed(1)} |`;
}

async function fill(store: Store, slug: string, changes: readonly Change[]): Promise<void> {
  const own: Change = { kind: 'network', id: slug, ifRevision: null, after: { id: slug, slug, name: slug } };
  const all = [own, ...changes];
  for (let start = 0; start < all.length; start += perSet) {
    const set = { operation: `fill-${start}`, author: { name: 'bench' }, at };
    await store.network(slug).commit({ ...set, changes: all.slice(start, start + perSet) });
  }
}

function organizationChanges(): Change[] {
  return Array.from({ length: organizations }, (_, i) => {
    const id = `organization-${i}`;
    const after = { id, name: `Organization ${i}`, sector: `sector ${i % 8}`, topics: ['food', 'housing'] };
    return { kind: 'organization', id, ifRevision: null, after };
  });
}

function networkChanges({ ids, rows }: BenchNetwork): Change[] {
  const nodes = ids.map((id): Change => ({
    kind: 'organization',
    id,
    ifRevision: null,
    after: { id, name: id },
  }));
  const ties = Array.from(rows.from, (from, tie): Change => {
    const id = `tie-${tie}`;
    const ends = { from: ids[from] ?? '', to: ids[rows.to[tie] ?? 0] ?? '' };
    const after = {
      id,
      ...ends,
      kind: 'coordinates',
      direction: 'undirected',
      strength: rows.strength[tie] ?? 1,
    };
    return { kind: 'relationship', id, ifRevision: null, after };
  });
  return [...nodes, ...ties];
}
