import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { send } from '#test/api/serve-app.ts';
import { killAll, serveProcess } from './served-process.ts';

const clients = 30;
/** Of every third client the requests write. */
const writers = 3;
const exitMs = 10_000;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-stop-'));
});
afterAll(async () => {
  await killAll();
  await rm(folder, { recursive: true, force: true });
});

interface Outcome {
  /** 0: there was no answer. */
  readonly status: number;
  readonly code: string;
  /** Whether the connection had answered before: then the server has accepted it. */
  readonly kept: boolean;
}

/** One request of a client that keeps its connections, as browsers do. */
function ask(agent: Agent, method: string, url: string, body?: object): Promise<Outcome> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      { method, agent, headers: { 'Content-Type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        answer.on('error', (error: NodeJS.ErrnoException) => {
          resolve({ status: 0, code: `cut: ${error.code ?? ''}`, kept: true });
        });
        answer.on('end', () => {
          const { code = '' } = JSON.parse(text) as { code?: string };
          resolve({ status: answer.statusCode ?? 0, code, kept: true });
        });
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ status: 0, code: error.code ?? '', kept: sent.reusedSocket });
    });
    sent.end(body && JSON.stringify(body));
  });
}

/** Processes that a process has started (Linux). */
function childrenOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '');
}

describe.runIf(process.platform === 'linux')('SIGTERM', () => {
  it('under load: what was accepted is answered, work says INTERRUPTED, and the server is gone soon', async () => {
    const server = await serveProcess(folder);
    await send('POST', `${server.api}/networks`, { slug: 'valley', name: 'Valley' });
    const base = `${server.api}/networks/valley`;
    await send('POST', `${base}/organizations`, { id: 'a', name: 'A' });
    const agent = new Agent({ keepAlive: true });
    const stop = { now: false };
    const outcomes: Outcome[] = [];
    let acknowledged = 0;
    const load = Array.from({ length: clients }, async (_, client) => {
      for (;;) {
        const writes = client % writers === 0;
        const outcome = writes
          ? await ask(agent, 'POST', `${base}/organizations`, { name: 'Load' })
          : await ask(agent, 'GET', `${base}/organizations/a`);
        outcomes.push(outcome);
        if (outcome.status === 201) acknowledged++;
        if (stop.now && outcome.status === 0) return;
        // Some rest between their requests: their connections are idle now and then.
        if (client % 5 === 0) await setTimeout(30);
      }
    });
    const waiting = [1, 2].map((seed) => ask(agent, 'GET', `${base}/findings?wait=60&seed=${seed}`));
    const stream = (await fetch(`${base}/events`)).text();
    await setTimeout(500);
    stop.now = true;
    const hosts = childrenOf(server.child.pid ?? 0);
    expect(hosts).toHaveLength(1);
    const begun = performance.now();
    server.child.kill('SIGTERM');
    expect(await once(server.child, 'exit')).toEqual([0, null]);
    const took = performance.now() - begun;
    await Promise.all(load);
    expect(await stream).toContain('event: change');
    expect(await Promise.all(waiting)).toEqual(
      waiting.map(() => ({ status: 503, code: 'INTERRUPTED', kept: true })),
    );
    expect(hosts.filter((host) => existsSync(`/proc/${host}`))).toEqual([]);
    const dropped = outcomes.filter(({ status, kept }) => status === 0 && kept);
    process.stdout.write(
      `SIGTERM under load: ${outcomes.length} requests of ${clients} clients, ${acknowledged} writes acknowledged, ` +
        `accepted and dropped ${dropped.length}, gone after ${(took / 1000).toFixed(1)} s\n`,
    );
    expect(dropped).toEqual([]);
    expect(outcomes.filter(({ status }) => ![0, 200, 201].includes(status))).toEqual([]);
    // Not even the time that slow requests are given: nobody was slow.
    expect(took).toBeLessThan(exitMs / 2);
    const store = await SqliteStore.open(join(folder, 'weft-data/weft.db'));
    const [network] = await store.networks();
    // No more than was acknowledged: the network and its first organization besides.
    expect(network?.head).toBe(acknowledged + 2);
    await store.close();
  });
});
