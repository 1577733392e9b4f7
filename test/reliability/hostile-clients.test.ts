import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serveApp({
    limits: { headersSeconds: 2, requestSeconds: 4, streams: 256, streamSeconds: 1, uploadBytes: 100_000 },
  });
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
  base = `${served.api}/networks/valley`;
}, 60_000);
afterAll(() => served.close());

function port(): number {
  return Number(new URL(served.url).port);
}

/** A socket that has sent a beginning; resolves with what it was answered when the server lets it go. */
async function begin(text: string): Promise<{ socket: Socket; ended: Promise<string> }> {
  const socket = connect(port(), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8'))).on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(text);
  return { socket, ended };
}

describe('slow clients', () => {
  it('500 sockets that never end their headers leave others unaffected, and are let go', async () => {
    const slow = await Promise.all(
      Array.from({ length: 500 }, () =>
        begin('GET /api/v1/networks HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
      ),
    );
    const times: number[] = [];
    for (let request = 0; request < 200; request++) {
      const begun = performance.now();
      expect((await send('GET', `${served.api}/networks`)).status).toBe(200);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    process.stdout.write(
      `beside 500 slow sockets: p50 ${times[100]?.toFixed(1)} ms, p99 ${times[198]?.toFixed(1)} ms\n`,
    );
    const answers = await Promise.all(slow.map(({ ended }) => ended));
    expect(
      answers.every((answer) => answer.startsWith('HTTP/1.1 408') && answer.includes('REQUEST_TOO_SLOW')),
    ).toBe(true);
  }, 60_000);

  it('headers that are too large are a problem like any other', async () => {
    const { ended } = await begin(
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    const answer = await ended;
    expect(answer).toMatch(/^HTTP\/1.1 431 /u);
    expect(answer).toContain('HEADERS_TOO_LARGE');
  });
});

describe('uploads', () => {
  it('that are cut off leave no file behind, a hundred times', async () => {
    const head = [
      'POST /api/v1/networks/valley/imports HTTP/1.1',
      'Host: localhost',
      'Content-Type: multipart/form-data; boundary=cut',
      'Content-Length: 90000',
    ];
    const part = '--cut\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid,name\n';
    for (let round = 0; round < 10; round++) {
      const cut = await Promise.all(
        Array.from({ length: 10 }, () =>
          begin(`${head.join('\r\n')}\r\n\r\n${part}${'a,b\n'.repeat(2_000)}`),
        ),
      );
      for (const { socket } of cut) socket.destroy();
      await Promise.all(cut.map(({ ended }) => ended));
    }
    const left = () => readdir(join(served.folder, 'uploads'), { recursive: true }).catch(() => []);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  }, 60_000);

  it('of more parts than the limit are refused, and leave nothing', async () => {
    const form = new FormData();
    for (let part = 0; part < 1_000; part++) form.append(`field${part}`, 'x');
    const answer = await fetch(`${base}/imports`, { method: 'POST', body: form });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      413,
      'BODY_TOO_LARGE',
    ]);
    await expect
      .poll(() => readdir(join(served.folder, 'uploads'), { recursive: true }).catch(() => []))
      .toEqual([]);
  });
});

interface Told {
  readonly id: string;
  readonly event: string;
}

/** Reads a stream until an event of a name has come, or so many events; gives ids and names. */
async function follow(url: string, until: string | number, lastId?: string): Promise<Told[]> {
  const leave = new AbortController();
  const headers: Record<string, string> = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
  const answer = await fetch(url, { headers, signal: leave.signal });
  const events: Told[] = [];
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += new TextDecoder().decode(chunk);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    events.push(...blocks.flatMap(toldBy));
    if (events.length === until || events.some(({ event }) => event === until)) break;
  }
  leave.abort();
  return events;
}

function toldBy(block: string): Told[] {
  const [, id] = /^id: (.*)$/mu.exec(block) ?? [];
  const [, event] = /^event: (.*)$/mu.exec(block) ?? [];
  return id === undefined || event === undefined ? [] : [{ id, event }];
}

describe('event streams', () => {
  it('200 see the end of a job once, and go on after a cut without a hole', async () => {
    await send('POST', `${base}/organizations`, { id: 'a', name: 'A' });
    const { body } = await send('POST', `${base}/analyses`, { measures: ['degree'] });
    const url = `${served.api}/jobs/${String(body['id'])}/events`;
    const seen = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const first = await follow(url, 'progress');
        // Cut after the first event: the rest comes after its id.
        const rest = await follow(url, 'done', first.at(-1)?.id);
        return [...first, ...rest];
      }),
    );
    for (const events of seen) {
      expect(events.filter(({ event }) => event === 'done')).toHaveLength(1);
      const ids = events.map(({ id }) => Number(id));
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    }
    await expect
      .poll(async () => await (await fetch(`${served.api}/metrics`)).text())
      .toContain('weft_event_streams 0');
  }, 60_000);

  it('drop a reader that takes nothing; one that reads beside it sees everything', async () => {
    const { items } = (await send('GET', `${served.api}/networks`)).body as { items: { id: string }[] };
    const network = served.store.network(items[0]?.id ?? '');
    const from = await network.head();
    const { socket, ended } = await begin(
      `GET /api/v1/networks/valley/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: ${from}\r\n\r\n`,
    );
    socket.pause();
    // What the kernel buffers for both ends is beyond the server's sight: far more than that is told.
    const long = 'x'.repeat(300);
    const sets = Array.from({ length: 500 }, (_, at) =>
      setOf(Array.from({ length: 60 }, (_, i) => put('organization', org(`unread-${long}-${at}-${i}`)))),
    );
    const reading = follow(`${base}/events`, sets.length, `${from}`);
    await Promise.all(sets.map((set) => network.commit(set)));
    expect((await reading).map(({ id }) => Number(id))).toEqual(sets.map((_, at) => from + at + 1));
    await expect
      .poll(async () => await (await fetch(`${served.api}/metrics`)).text(), { timeout: 20_000 })
      .toContain('weft_event_streams 0');
    socket.resume();
    await ended;
  }, 60_000);
});
