import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#data/store/open-store.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serveApp({ limits: { streams: 3 } });
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
  base = `${served.api}/networks/valley`;
});
afterAll(() => served.close());

const stopReading = Symbol('stop');

/** Reads a stream until so many events have come, and gives their ids and data. */
async function readEvents(
  count: number,
  headers: Record<string, string> = {},
  began?: () => Promise<unknown>,
) {
  const leave = new AbortController();
  const response = await fetch(`${base}/events`, { headers, signal: leave.signal });
  expect(response.headers.get('Content-Type')).toContain('text/event-stream');
  const events: { id: number; data: Record<string, unknown> }[] = [];
  await began?.();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (\d+)$/mu.exec(block)?.[1];
      const data = /^data: (.*)$/mu.exec(block)?.[1];
      if (id !== undefined && data !== undefined)
        events.push({ id: Number(id), data: JSON.parse(data) as Record<string, unknown> });
    }
    if (events.length >= count) break;
  }
  leave.abort(stopReading);
  return events;
}

const enter = (name: string) => send('POST', `${base}/organizations`, { name });

describe('the change feed', () => {
  it('tells what is committed from now on, and goes on after Last-Event-ID without a hole', async () => {
    const first = await readEvents(2, {}, async () => {
      await enter('One');
      await enter('Two');
    });
    expect(first.map(({ id }) => id)).toEqual([2, 3]);
    expect(first[0]?.data).toMatchObject({
      revision: 2,
      changes: [{ kind: 'organization', change: 'created' }],
    });
    for (const name of ['Three', 'Four', 'Five']) await enter(name);
    const rest = await readEvents(3, { 'Last-Event-ID': '3' });
    expect(rest.map(({ id }) => id)).toEqual([4, 5, 6]);
  });

  it('reaches a reader who missed far more than a stream buffers, each entry once', async () => {
    const [network] = await served.store.networks();
    const missed = served.store.network(network?.id ?? '');
    const from = await missed.head();
    const sets = Array.from({ length: 600 }, (_, at) => setOf([put('organization', org(`missed-${at}`))]));
    await Promise.all(sets.map((set) => missed.commit({ ...set, reason: 'x'.repeat(500) })));
    const events = await readEvents(600, { 'Last-Event-ID': `${from}` });
    expect(events.map(({ id }) => id)).toEqual(sets.map((_, at) => from + at + 1));
  });

  it('tells of a change set of any size in few words, and goes on', async () => {
    const changes = Array.from({ length: 8_000 }, (_, at) => put('organization', org(`of-many-${at}`)));
    const [large, next] = await readEvents(2, {}, async () => {
      expect((await send('POST', `${base}/changes`, { changes })).status).toBe(200);
      await enter('After it');
    });
    expect(large?.data).toMatchObject({
      changed: 8_000,
      changes: changes.slice(0, 100).map(({ id }) => ({ id })),
    });
    expect(JSON.stringify(large?.data).length).toBeLessThan(20_000);
    expect(next?.data).toMatchObject({ changed: 1 });
  });

  it('tells within 1 s what another store handle commits', async () => {
    const other = await openStore(served.storeUrl, { directory: served.folder, environment: {} });
    try {
      const [network] = await other.networks();
      let begun = 0;
      const [event] = await readEvents(1, {}, async () => {
        begun = performance.now();
        const body = { id: 'elsewhere', name: 'Elsewhere' };
        await other.network(network?.id ?? '').commit({
          operation: 'from-elsewhere',
          author: { name: 'test' },
          at: '2026-01-01T00:00:00Z',
          changes: [{ kind: 'organization', id: 'elsewhere', ifRevision: null, after: body }],
        });
      });
      expect(event?.data).toMatchObject({ operation: 'from-elsewhere' });
      expect(performance.now() - begun).toBeLessThan(1_000);
    } finally {
      await other.close();
    }
  });

  it('opens as many streams as the limit, and closes those that are left', async () => {
    const leave = new AbortController();
    const open = () => fetch(`${base}/events`, { signal: leave.signal });
    await Promise.all([open(), open(), open()]);
    const fourth = await send('GET', `${base}/events`);
    expect([fourth.status, fourth.body['code']]).toEqual([503, 'STREAMS_FULL']);
    expect(fourth.headers.get('Retry-After')).toBe('5');
    leave.abort();
    await expect
      .poll(async () => {
        const answer = await fetch(`${base}/events`, { method: 'HEAD' });
        return answer.status;
      })
      .toBe(200);
  });

  it('refuses an id that it did not give', async () => {
    const answer = await send('GET', `${base}/events`, undefined, { 'Last-Event-ID': 'abc' });
    expect([answer.status, answer.body['code']]).toEqual([400, 'REQUEST_NOT_VALID']);
  });
});
