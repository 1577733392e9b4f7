import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measures } from '#analysis/registry.ts';
import { limitTable } from '#api/services/limits.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp();
});
afterAll(() => served.close());

describe('networks', () => {
  it('are begun, read, changed, listed and hidden', async () => {
    const made = await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
    expect([made.status, made.headers.get('Location')]).toEqual([201, '/api/v1/networks/valley']);
    const one = `${served.api}/networks/valley`;
    const read = await send('GET', one);
    expect(read.body).toMatchObject({ slug: 'valley', name: 'Valley', revision: 1, head: 1 });
    const etag = read.headers.get('ETag') ?? '';
    const changed = await send('PATCH', one, { name: 'The valley' }, { 'If-Match': etag });
    expect(changed.body).toMatchObject({ name: 'The valley', revision: 2 });
    expect((await send('PATCH', one, { name: 'No' }, { 'If-Match': etag })).status).toBe(412);
    const list = await send('GET', `${served.api}/networks`);
    expect(list.body['items']).toMatchObject([{ slug: 'valley', name: 'The valley', head: 2 }]);
    const removed = await send('DELETE', one, undefined, { 'If-Match': '"2"' });
    expect(removed.status).toBe(204);
    expect((await send('GET', one)).status).toBe(404);
  });

  it('have a time zone that there is', async () => {
    const zone = (timeZone: string) =>
      send('POST', `${served.api}/networks`, { slug: `zone-${timeZone.length}`, name: 'Zone', timeZone });
    expect((await zone('Europe/Berlin')).status).toBe(201);
    expect(await zone('Mars/Olympus')).toMatchObject({ status: 422, body: { code: 'VALUE_NOT_VALID' } });
  });

  it('are begun once under one key', async () => {
    const key = { 'Idempotency-Key': 'network-1' };
    const first = await send('POST', `${served.api}/networks`, { slug: 'hill', name: 'Hill' }, key);
    const second = await send('POST', `${served.api}/networks`, { slug: 'hill', name: 'Hill' }, key);
    expect(second.body).toEqual(first.body);
    const third = await send('POST', `${served.api}/networks`, { slug: 'hill', name: 'Hill' });
    expect(third.body['code']).toBe('SLUG_TAKEN');
  });
});

describe('the service', () => {
  it('lists its measures, its limits, its health and its figures', async () => {
    const list = await send('GET', `${served.api}/measures`);
    expect(list.body['items']).toHaveLength(measures.length);
    const limits = await send('GET', `${served.api}/limits`);
    expect((limits.body['items'] as { name: string }[]).map(({ name }) => name)).toEqual(
      Object.keys(limitTable),
    );
    expect((await send('GET', `${served.api}/health`)).body).toMatchObject({
      status: 'ok',
      jobs: { running: 0 },
    });
    const metrics = await (await fetch(`${served.api}/metrics`)).text();
    expect(metrics).toMatch(/weft_request_seconds_count\{operation="readHealth",status="200"\} 1/u);
    expect(metrics).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('says on its first page what to run while the screen is not built', async () => {
    const page = await (await fetch(served.url)).text();
    expect(page).toContain('npm start');
    expect((await fetch(`${served.url}/n/valley/organizations`)).status).toBe(200);
  });
});
