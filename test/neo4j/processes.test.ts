import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { weft } from '#test/command/weft.ts';
import { send } from '#test/api/serve-app.ts';
import { killAll, serveProcess, type ServedProcess } from '#test/reliability/served-process.ts';
import { emptyDatabase, outsider } from './open-test-store.ts';

const county = join(import.meta.dirname, '../../data/examples/harbour-county/harbour-county.weft.json');
const network = '/networks/harbour-county';
const { driver, ask } = outsider();

let folder = '';
let processes: readonly ServedProcess[] = [];
beforeAll(async () => {
  const { url, password } = inject('neo4j');
  process.env.NEO4J_PASSWORD = password;
  await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'weft-processes-'));
  const words = ['import', county, '--network', 'harbour-county', '--store', url];
  const imported = await weft(words, { directory: folder });
  expect(imported.status, imported.err).toBe(0);
  processes = await Promise.all([1, 2, 3].map(() => serveProcess(folder, ['--store', url])));
});
afterAll(async () => {
  await killAll();
  await driver.close();
  await rm(folder, { recursive: true, force: true });
});

interface Node {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly host: number | null;
}
const jobNodes = () =>
  ask<Node>(
    'MATCH (j:Job) RETURN j.id AS id, j.state AS state, j.attempts AS attempts, j.hostPid AS host ORDER BY j.at',
  );

/** The events of a job until its stream ends. */
async function eventsOf(api: string, id: string): Promise<string[]> {
  const text = await (await fetch(`${api}/jobs/${id}/events`)).text();
  return [...text.matchAll(/^event: (.*)$/gmu)].map(([, event = '']) => event);
}

describe('three processes of weft serve on one Neo4j', () => {
  it('tell each other’s commits within 1 s', async () => {
    const [one, , three] = processes;
    const leave = new AbortController();
    const stream = await fetch(`${one?.api}${network}/events`, { signal: leave.signal });
    const begun = performance.now();
    await send('POST', `${three?.api}${network}/organizations`, { id: 'new-here', name: 'New Here' });
    const committed = performance.now();
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += new TextDecoder().decode(chunk);
      if (text.includes('new-here')) break;
    }
    const seen = performance.now();
    leave.abort();
    console.log(
      `another process's commit: stored in ${(committed - begun).toFixed(0)} ms, seen ${(seen - committed).toFixed(0)} ms after its answer`,
    );
    expect(seen - committed).toBeLessThan(1_000);
  });

  it('end every job once, also that of a process killed with −9 in its middle, and all give the result', async () => {
    const [victim, second, third] = processes;
    if (!victim || !second || !third) throw new Error('There are not three.');
    const ask3 = async ({ api }: ServedProcess, seed: number): Promise<string> => {
      const { status, body } = await send('POST', `${api}${network}/analyses`, { measures: ['silos'], seed });
      expect(status, JSON.stringify(body)).toBe(202);
      return String(body['id']);
    };
    const ids = [await ask3(victim, 1), await ask3(second, 2), await ask3(third, 3), await ask3(victim, 4)];
    await expect
      .poll(async () => (await jobNodes()).find(({ id }) => id === ids[0])?.host, {
        interval: 20,
        timeout: 30_000,
      })
      .toBeTypeOf('number');
    const ended = Promise.all(
      [second, third].map(({ api }) => Promise.all(ids.map((id) => eventsOf(api, id)))),
    );
    expect((await jobNodes()).find(({ id }) => id === ids[0])).toMatchObject({
      state: 'running',
      attempts: 1,
    });
    await victim.kill();
    const killed = performance.now();
    const told = await ended;
    console.log(
      `killed in its middle, the job had ended ${((performance.now() - killed) / 1000).toFixed(1)} s later`,
    );
    for (const events of told.flat())
      expect(events.filter((event) => event !== 'progress')).toEqual(['done']);
    const nodes = await jobNodes();
    expect(nodes.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    expect(nodes.find(({ id }) => id === ids[0])?.attempts).toBe(2);
    for (const id of ids) {
      const [job, other] = await Promise.all(
        [second, third].map(async ({ api }) => (await send('GET', `${api}/jobs/${id}`)).body),
      );
      expect(other).toEqual(job);
      const results = await Promise.all(
        [second, third].map(({ api }) => send('GET', new URL(String(job?.['result']), api).href)),
      );
      expect(results.map(({ status }) => status)).toEqual([200, 200]);
      expect(results[0]?.body).toEqual(results[1]?.body);
      expect(results[0]?.body['silos']).toBeInstanceOf(Array);
    }
    // Nothing more happens to what has ended.
    const versions = () => ask('MATCH (j:Job) RETURN j.version AS version ORDER BY j.at');
    const before = await versions();
    await delay(1_500);
    expect(await versions()).toEqual(before);
  });

  it('cancel each other’s jobs, and take over at once what a process that stops in good order gives back', async () => {
    const [, second, third] = processes;
    if (!second || !third) throw new Error('There are not two.');
    const begin = async (seed: number): Promise<string> => {
      const { body } = await send('POST', `${second.api}${network}/analyses`, { measures: ['silos'], seed });
      const id = String(body['id']);
      const state = async () => (await send('GET', `${third.api}/jobs/${id}`)).body['state'];
      await expect.poll(state, { interval: 20, timeout: 30_000 }).toBe('running');
      return id;
    };
    const cancelled = await begin(11);
    await send('DELETE', `${third.api}/jobs/${cancelled}`);
    expect((await eventsOf(third.api, cancelled)).at(-1)).toBe('cancelled');
    const left = await begin(12);
    second.child.kill('SIGTERM');
    const begun = performance.now();
    expect((await eventsOf(third.api, left)).at(-1)).toBe('done');
    console.log(`given back, it had ended ${((performance.now() - begun) / 1000).toFixed(1)} s later`);
  });
});
