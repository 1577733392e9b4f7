import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openScreen, type Screen } from '#test/e2e/open-screen.ts';
import { FaultProxy, type Link } from './fault-proxy.ts';

const saysWithinMs = 5_000;
const backWithinMs = 10_000;
const county = '/api/v1/networks/harbour-county';
const figures: string[] = [];
let proxy: FaultProxy;
let screen: Screen;

beforeAll(async () => {
  const { url } = inject('neo4j');
  const { port, username, pathname } = new URL(url);
  proxy = await FaultProxy.to(Number(port));
  process.env.WEFT_STORE = `bolt://${username}@127.0.0.1:${proxy.port}${pathname}`;
  screen = await openScreen();
});
afterAll(async () => {
  await screen.close();
  await proxy.close();
  console.log(
    [
      '| Neo4j is away (HTTP) | asked | slowest 503 | first write after its return | first page after its return |',
      '|---|---:|---:|---:|---:|',
      ...figures,
    ].join('\n'),
  );
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly ms: number;
}

async function ask(path: string, key?: string): Promise<Answer> {
  const begun = performance.now();
  const response = await fetch(`${screen.address}${county}${path}`, {
    signal: AbortSignal.timeout(60_000),
    ...(key === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify({ id: key, name: `Written ${key}` }),
        }),
  });
  await response.arrayBuffer();
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, ms: performance.now() - begun };
}

describe.each([['away'], ['hole']] satisfies [Link][])('Neo4j is not there (%s)', (link) => {
  it('is answered 503 with Retry-After within 5 s, said on screen, and over within 10 s of its return', async () => {
    const { page } = await screen.open('/n/harbour-county/people');
    await page.getByRole('link', { name: 'Dolores Reyes' }).first().waitFor();
    expect((await ask('/organizations', randomUUID())).status).toBe(201);
    proxy.set(link);
    const key = randomUUID();
    const paths = ['', '/organizations/org-valley-homes', '/organizations?limit=50', '/history'];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    answers.push(await ask('/organizations', key), await ask('/organizations', key));
    for (const { status, retryAfter } of answers) expect([status, retryAfter]).toEqual([503, '5']);
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    expect(slowest).toBeLessThan(saysWithinMs);
    await page.goto(`${screen.address}/n/harbour-county/people`);
    await page.getByText('Neo4j cannot be reached').waitFor();
    proxy.set('open');
    const back = performance.now();
    const since = (): number => performance.now() - back;
    const seen = page.getByRole('link', { name: 'Dolores Reyes' }).first().waitFor().then(since);
    while ((await ask('/organizations', key)).status !== 201) await delay(100);
    const written = since();
    const shown = await seen;
    const times = [slowest, written, shown].map((ms) => `${(ms / 1000).toFixed(1)} s`);
    figures.push(`| ${link} | ${answers.length} | ${times.join(' | ')} |`);
    expect(Math.max(written, shown)).toBeLessThan(backWithinMs);
    // Asked three times, stored once.
    const { items } = (await (
      await fetch(`${screen.address}${county}/organizations?q=${key}&limit=5`)
    ).json()) as { items: unknown[] };
    expect(items).toHaveLength(1);
    await page.context().close();
  });
});
