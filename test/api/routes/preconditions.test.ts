import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base = '';
let one = '';
beforeAll(async () => {
  served = await serveApp();
  base = `${served.api}/networks/valley`;
  one = `${base}/organizations/a`;
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
  await send('POST', `${base}/organizations`, { id: 'a', name: 'Alpha' });
});
afterAll(() => served.close());

const change = async (ifMatch: string) => await send('PATCH', one, { size: 1 }, { 'If-Match': ifMatch });
const etag = async (): Promise<string> => (await send('GET', one)).headers.get('ETag') ?? '';

describe('If-Match (RFC 9110)', () => {
  it.each(['W/"2"', '"abc"', 'W/"2", "1"', '"1"', '""'])(
    'names no version by %s: 412, with both versions',
    async (value) => {
      expect(await change(value)).toMatchObject({
        status: 412,
        body: { code: 'PRECONDITION_FAILED', theirs: { id: 'a', revision: 2 }, mine: { id: 'a', size: 1 } },
      });
    },
  );

  it.each(['2', 'abc', '"2', '"2" "3"', ',', '"2",', '*, "2"', 'w/"2"'])(
    'is none as %s: 400',
    async (value) => {
      expect(await change(value)).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_VALID' } });
    },
  );

  it('may name several versions, or any', async () => {
    expect((await change(`"1", W/"9" , ${await etag()}`)).status).toBe(200);
    expect((await change('*')).status).toBe(200);
    expect((await send('PATCH', `${base}/organizations/z`, {}, { 'If-Match': '*' })).status).toBe(404);
    expect((await send('DELETE', one, undefined, { 'If-Match': 'W/"2"' })).status).toBe(412);
    expect((await send('DELETE', one, undefined, { 'If-Match': '*' })).status).toBe(204);
  });
});

describe('If-None-Match', () => {
  const unchanged = async (url: string): Promise<number> => {
    const seen = await send('GET', url);
    const headers = { 'If-None-Match': seen.headers.get('ETag') ?? '', 'Cache-Control': 'max-age=0' };
    await send('POST', `${base}/sources`, { kind: 'page', title: 'Report' });
    return (await fetch(url, { headers })).status;
  };

  it('spares a record that has not changed, and never hides the head of a network that has', async () => {
    await send('POST', `${base}/organizations`, { id: 'b', name: 'Beta' });
    expect(await unchanged(`${base}/organizations/b`)).toBe(304);
    expect(await unchanged(base)).toBe(200);
  });
});
