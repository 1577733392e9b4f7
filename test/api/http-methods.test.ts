import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleNetwork } from '#api/contract/examples.ts';
import { operations } from '#api/contract/operations.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp();
  await send('POST', `${served.api}/networks`, { slug: exampleNetwork, name: 'N' });
});
afterAll(() => served.close());

const addresses = [...Map.groupBy(operations, ({ path }) => path)].map(([path, at]) => ({
  url: () => `${served.api}${path.replaceAll('{network}', exampleNetwork).replaceAll(/\{\w+\}/gu, '1')}`,
  path,
  methods: at.map(({ method }) => method.toUpperCase()),
}));

describe('methods of every address', () => {
  it('OPTIONS names them, and any other is 405 with the same Allow', async () => {
    for (const { url, path, methods } of addresses) {
      const options = await send('OPTIONS', url());
      const allow = options.headers.get('Allow')?.split(', ') ?? [];
      const expected = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
      expect([path, options.status, allow.toSorted()]).toEqual([path, 204, expected.toSorted()]);
      for (const other of ['PUT', 'POST', 'PATCH', 'DELETE', 'GET'].filter((one) => !methods.includes(one))) {
        const { status, body, headers } = await send(other, url());
        expect([path, other, status, body['code']]).toEqual([path, other, 405, 'METHOD_NOT_ALLOWED']);
        expect(headers.get('Allow')).toBe(options.headers.get('Allow'));
      }
    }
  });

  it('pages are looked at, and nothing else', async () => {
    for (const page of ['/', '/n/valley', '/n/valley/organizations/a', '/api/docs']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status, body, headers } = await send(method, `${served.url}${page}`);
        expect([page, status, body['code'], headers.get('Allow')]).toEqual([
          page,
          405,
          'METHOD_NOT_ALLOWED',
          'GET, HEAD, OPTIONS',
        ]);
      }
    }
    expect((await send('POST', `${served.url}/access`)).status).toBe(404);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const reads = addresses.filter(
      ({ path, methods }) => methods.includes('GET') && !/events|findings|\/map|exports/u.test(path),
    );
    expect(reads.length).toBeGreaterThan(20);
    for (const { url, path } of reads) {
      const [get, head] = await Promise.all([fetch(url()), fetch(url(), { method: 'HEAD' })]);
      await get.arrayBuffer();
      expect([path, head.status, head.headers.get('Content-Type'), head.headers.get('ETag')]).toEqual([
        path,
        get.status,
        get.headers.get('Content-Type'),
        get.headers.get('ETag'),
      ]);
      expect(await head.text()).toBe('');
    }
  });

  it('an address answers in its one media type, whatever Accept says', async () => {
    const { status, headers } = await send('GET', `${served.api}/health`, undefined, { Accept: 'image/png' });
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8']);
  });

  it('no header makes one method another, and a GET writes nothing', async () => {
    const url = `${served.api}/networks/${exampleNetwork}`;
    const before = await send('GET', `${url}/history`);
    for (const header of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      expect((await send('GET', url, undefined, { [header]: 'DELETE' })).status).toBe(200);
    }
    expect((await send('GET', `${url}/history`)).body).toEqual(before.body);
  });
});

describe('a page of another origin that sends no Origin', () => {
  it.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 201],
    ['none', 201],
  ])('Sec-Fetch-Site: %s alone is answered with %i', async (site, status) => {
    const { port } = new URL(served.url);
    // fetch sets the header itself; a raw request sends what it is told.
    const body = JSON.stringify({ name: 'A' });
    const answered = await new Promise<number>((resolve, reject) => {
      const headers = { 'Sec-Fetch-Site': site, 'Content-Type': 'application/json' };
      const path = `/api/v1/networks/${exampleNetwork}/organizations`;
      request({ host: '127.0.0.1', port, method: 'POST', path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end(body);
    });
    expect(answered).toBe(status);
  });
});

describe('pages', () => {
  it('neither repeat nor skip a record that was there, while others are added, changed and removed', async () => {
    await send('POST', `${served.api}/networks`, { slug: 'paged', name: 'Paged' });
    const url = `${served.api}/networks/paged`;
    const put = (id: string, ifRevision: number | null, after: object | null) => ({
      kind: 'organization',
      id,
      ifRevision,
      after: after && { id, ...after },
    });
    const ids = Array.from({ length: 60 }, (_, i) => `o${i}`);
    const made = await send('POST', `${url}/changes`, {
      changes: ids.map((id) => put(id, null, { name: id })),
    });
    const revision = Number(made.body['revision']);
    const seen: string[] = [];
    let cursor: string | null = null;
    let turn = 0;
    do {
      const page = await send(
        'GET',
        `${url}/organizations?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...(page.body['items'] as { id: string }[]).map(({ id }) => id));
      cursor = page.body['next'] as string | null;
      // One behind the page is changed, one is removed, one before it is changed, and one is added.
      const changes = [
        put(`o${turn}`, revision, turn % 2 === 0 ? null : { name: 'changed' }),
        put(`o${59 - turn}`, revision, { name: 'changed' }),
        put(`new${turn}`, null, { name: 'new' }),
      ];
      if (turn < 8) expect((await send('POST', `${url}/changes`, { changes })).status).toBe(200);
      turn++;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    expect(turn).toBeGreaterThan(8);
  });
});
