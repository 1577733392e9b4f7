import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '#api/services/limits.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

const limits = { bodyBytes: 5_000, jsonDepth: 8, uploadBytes: 2_000, uploadFiles: 3, streams: 2 };
let served: Served;
let base = '';
beforeAll(async () => {
  served = await serveApp({ limits });
  await send('POST', `${served.api}/networks`, { slug: 'n', name: 'N' });
  base = `${served.api}/networks/n`;
});
afterAll(() => served.close());

const defaults = defaultLimits();
const noted = async (url: string, init: RequestInit): Promise<string> => {
  const answer = await fetch(url, init);
  const text = await answer.text();
  return answer.ok ? 'taken' : (JSON.parse(text) as { code: string }).code;
};
const posted = (url: string, body: string): Promise<string> =>
  noted(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
const sized = (bytes: number): string => {
  const body = JSON.stringify({ name: 'x' });
  return `${body}${' '.repeat(bytes - body.length)}`;
};
const form = (sizes: readonly number[]): FormData => {
  const data = new FormData();
  for (const [at, size] of sizes.entries())
    data.append('file', new Blob([`id,name\n${'x'.repeat(size - 8)}`]), `f${at}.csv`);
  return data;
};
const looked = async (sizes: readonly number[]): Promise<string> =>
  await noted(`${base}/imports/preview?wait=0`, { method: 'POST', body: form(sizes) });

/** One more than the limit is refused with the code; one less and the limit itself are not, by this limit. */
const cases: Partial<Record<keyof Limits, { code: string; use: (amount: number) => Promise<string> }>> = {
  bodyBytes: { code: 'BODY_TOO_LARGE', use: (amount) => posted(`${base}/organizations`, sized(amount)) },
  jsonDepth: {
    code: 'JSON_NOT_VALID',
    use: (amount) => posted(`${base}/organizations`, `${'['.repeat(amount)}${']'.repeat(amount)}`),
  },
  pageRecords: {
    code: 'REQUEST_NOT_VALID',
    use: (amount) => noted(`${base}/organizations?limit=${amount}`, {}),
  },
  waitSeconds: {
    code: 'REQUEST_NOT_VALID',
    use: (amount) => noted(`${base}/exports/weft?wait=${amount}`, {}),
  },
  uploadBytes: { code: 'BODY_TOO_LARGE', use: (amount) => looked([amount]) },
  uploadFiles: { code: 'BODY_TOO_LARGE', use: (amount) => looked(Array.from({ length: amount }, () => 20)) },
  streams: {
    code: 'STREAMS_FULL',
    use: async (amount) => {
      const leave = new AbortController();
      const ask = (): Promise<Response> => fetch(`${base}/events`, { signal: leave.signal });
      const answers: Response[] = [];
      for (let stream = 0; stream < amount; stream++) answers.push(await ask());
      const last = answers.at(-1);
      const code = last?.status === 200 ? 'taken' : ((await last?.json()) as { code: string }).code;
      leave.abort();
      await expect
        .poll(async () => await (await fetch(`${served.api}/metrics`)).text())
        .toContain('weft_event_streams 0');
      return code;
    },
  },
};

describe('limits', () => {
  it.each(Object.entries(cases))(
    '%s: one less and the limit pass, one more does not',
    async (name, { code, use }) => {
      const value = { ...defaults, ...limits }[name as keyof Limits];
      const listed = (await send('GET', `${served.api}/limits`)).body['items'] as {
        name: string;
        value: number;
      }[];
      expect(listed.find((item) => item.name === name)?.value).toBe(value);
      const told = [await use(value - 1), await use(value), await use(value + 1)];
      // A body of brackets is no record: what it is refused for then is another thing.
      const passed = name === 'jsonDepth' ? 'REQUEST_NOT_VALID' : 'taken';
      expect(told).toEqual([passed, passed, code]);
    },
  );

  it('changesPerSet: one more is refused', async () => {
    const large = await serveApp();
    try {
      await send('POST', `${large.api}/networks`, { slug: 'n', name: 'N' });
      const changes = (count: number) =>
        Array.from({ length: count }, (_, i) => ({
          kind: 'organization',
          id: `o${i}`,
          ifRevision: null,
          after: { id: `o${i}`, name: 'x' },
        }));
      const told = [];
      for (const more of [1, 0]) {
        const body = { changes: changes(defaults.changesPerSet + more) };
        told.push((await send('POST', `${large.api}/networks/n/changes`, body)).status);
      }
      expect(told).toEqual([400, 200]);
    } finally {
      await large.close();
    }
  });

  it('headerBytes: what is near passes, what is above is refused', async () => {
    const asked = (bytes: number): Promise<string> =>
      noted(`${served.api}/health`, { headers: { 'X-Long': 'a'.repeat(bytes) } });
    expect([await asked(defaults.headerBytes - 1_000), await asked(defaults.headerBytes + 1)]).toEqual([
      'taken',
      'HEADERS_TOO_LARGE',
    ]);
  });

  it('connections: one more is closed without an answer, and may come when another has gone', async () => {
    const small = await serveApp({ limits: { connections: 3 } });
    const sockets: Socket[] = [];
    const ask = async (): Promise<string> => {
      const socket = connect(Number(new URL(small.url).port), '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => undefined).write('GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n');
      return await new Promise((resolve) => {
        socket.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1').slice(9, 12)));
        socket.once('close', () => resolve('closed'));
      });
    };
    try {
      expect([await ask(), await ask(), await ask(), await ask()]).toEqual(['200', '200', '200', 'closed']);
      sockets[0]?.destroy();
      await expect.poll(ask).toBe('200');
    } finally {
      for (const socket of sockets) socket.destroy();
      await small.close();
    }
  });

  it('are each tested at their edge: here, or in a file that names them', () => {
    const here = [...Object.keys(cases), 'changesPerSet', 'headerBytes', 'connections'];
    const elsewhere: Readonly<Record<string, readonly string[]>> = {
      'host/job-queue.test.ts': ['jobsAtOnce', 'importsAtOnce', 'jobsWaiting', 'jobSeconds', 'jobMemoryMb'],
      'host/prune-results.test.ts': ['resultBytes', 'resultDays'],
      '../reliability/hostile-clients.test.ts': [
        'headersSeconds',
        'requestSeconds',
        'streamBufferBytes',
        'streamSeconds',
      ],
    };
    for (const file of Object.keys(elsewhere)) expect(existsSync(new URL(file, import.meta.url))).toBe(true);
    const tested = [...here, ...Object.values(elsewhere).flat()];
    expect(tested.toSorted()).toEqual(Object.keys(defaults).toSorted());
  });
});
