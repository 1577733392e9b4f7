import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '#api/contract/problems.ts';
import { operations } from '#api/contract/operations.ts';
import { editToken, send, serveApp, viewToken, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp({ limits: { bodyBytes: 2_000, jsonDepth: 8 } });
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
});
afterAll(() => served.close());

const organizations = (): string => `${served.api}/networks/valley/organizations`;
const patchType = { 'Content-Type': 'application/merge-patch+json' };

/** What is sent, and the status and code that it is answered with. */
const cases: readonly [string, () => ReturnType<typeof send>, number, string][] = [
  ['an unknown address', () => send('GET', `${served.api}/nothing`), 404, 'NOT_FOUND'],
  ['an unknown network', () => send('GET', `${served.api}/networks/nothing`), 404, 'NOT_FOUND'],
  ['an unknown record', () => send('GET', `${organizations()}/nobody`), 404, 'NOT_FOUND'],
  ['an unknown job', () => send('GET', `${served.api}/jobs/nothing`), 404, 'NOT_FOUND'],
  [
    'an unknown result',
    () => send('GET', `${served.api}/networks/valley/analyses/..%2f..%2fweft.db`),
    404,
    'NOT_FOUND',
  ],
  ['a method that is not there', () => send('DELETE', `${served.api}/networks`), 405, 'METHOD_NOT_ALLOWED'],
  ['no JSON', () => send('POST', organizations(), '{"name":'), 400, 'JSON_NOT_VALID'],
  [
    'JSON that is nested too deep',
    () => send('POST', organizations(), `${'['.repeat(9)}${']'.repeat(9)}`),
    400,
    'JSON_NOT_VALID',
  ],
  [
    'the key __proto__',
    () => send('POST', organizations(), '{"name":"a","custom":{"\\u005f_proto__":{"x":1}}}'),
    422,
    'VALUE_NOT_VALID',
  ],
  [
    'a body that is too large',
    () => send('POST', organizations(), { name: 'x'.repeat(3_000) }),
    413,
    'BODY_TOO_LARGE',
  ],
  [
    'a form',
    () => send('POST', organizations(), 'name=a', { 'Content-Type': 'text/plain' }),
    415,
    'MEDIA_TYPE_NOT_ACCEPTED',
  ],
  [
    'another character set',
    () => send('POST', organizations(), {}, { 'Content-Type': 'application/json; charset="iso-8859-1"' }),
    415,
    'MEDIA_TYPE_NOT_ACCEPTED',
  ],
  [
    'a field that stands twice',
    () => send('POST', organizations(), '{"name":"a","name":"b"}'),
    400,
    'JSON_NOT_VALID',
  ],
  [
    'a number that would be rounded',
    () => send('POST', organizations(), '{"name":"a","size":12345678901234567890}'),
    422,
    'VALUE_NOT_VALID',
  ],
  [
    'an unknown coding',
    () => send('POST', organizations(), '{}', { 'Content-Encoding': 'zstd2' }),
    415,
    'MEDIA_TYPE_NOT_ACCEPTED',
  ],
  ['an unknown parameter', () => send('GET', `${organizations()}?sort=name`), 400, 'REQUEST_NOT_VALID'],
  ['an empty parameter', () => send('GET', `${organizations()}?knownAt=`), 400, 'REQUEST_NOT_VALID'],
  ['a broken address', () => send('GET', `${organizations()}/%E0%A4%A`), 400, 'REQUEST_NOT_VALID'],
  ['a limit that is too high', () => send('GET', `${organizations()}?limit=501`), 400, 'REQUEST_NOT_VALID'],
  ['a cursor of somebody else', () => send('GET', `${organizations()}?cursor=zzz`), 422, 'CURSOR_NOT_VALID'],
  ['a revision to come', () => send('GET', `${organizations()}?knownAt=99`), 422, 'VALUE_NOT_VALID'],
  [
    'a lens that is no lens',
    () => send('GET', `${served.api}/networks/valley/findings?lens={"zzz":1}`),
    422,
    'LENS_NOT_VALID',
  ],
  [
    'a measure that is not there',
    () => send('POST', `${served.api}/networks/valley/analyses`, { measures: ['zzz'] }),
    422,
    'MEASURE_UNKNOWN',
  ],
  [
    'a slug that is taken',
    () => send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Other' }),
    409,
    'SLUG_TAKEN',
  ],
  [
    'no If-Match',
    () => send('PATCH', `${organizations()}/nobody`, {}, patchType),
    428,
    'PRECONDITION_MISSING',
  ],
  [
    'If-Match that is no ETag',
    () => send('PATCH', `${organizations()}/nobody`, {}, { ...patchType, 'If-Match': '12' }),
    400,
    'REQUEST_NOT_VALID',
  ],
  [
    'a key with spaces',
    () => send('POST', organizations(), { name: 'a' }, { 'Idempotency-Key': 'a b' }),
    400,
    'REQUEST_NOT_VALID',
  ],
  [
    'a page of another origin',
    () => send('POST', organizations(), { name: 'a' }, { Origin: 'https://elsewhere.test' }),
    403,
    'ORIGIN_NOT_ALLOWED',
  ],
  [
    'a page without an origin',
    () => send('POST', organizations(), { name: 'a' }, { Origin: 'null' }),
    403,
    'ORIGIN_NOT_ALLOWED',
  ],
];

describe('problems', () => {
  it.each(cases)('answers %s', async (_, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(problemSchema.parse(answer.body).status).toBe(status);
    expect(answer.headers.get('X-Request-Id')).toBe(answer.body['request']);
  });

  it('names the methods that an address takes', async () => {
    const { headers } = await send('DELETE', `${served.api}/networks`);
    expect(headers.get('Allow')).toBe('GET, POST, HEAD, OPTIONS');
  });

  it('refuses another Host, which fetch cannot send', async () => {
    const { port } = new URL(served.url);
    const [status, body] = await new Promise<[number, string]>((resolve, reject) => {
      const asked = httpRequest(
        { host: '127.0.0.1', port, path: '/api/v1/networks', headers: { Host: 'evil.test' } },
        (answer) => {
          let told = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
          answer.on('end', () => resolve([answer.statusCode ?? 0, told]));
        },
      );
      asked.on('error', reject).end();
    });
    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ code: 'HOST_NOT_ALLOWED' });
  });

  it('refuses two Host headers', async () => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.end(
      'GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 .*REQUEST_NOT_VALID/su);
  });

  it('sends the headers that keep pages to themselves, and does not say what runs', async () => {
    const { headers } = await send('GET', `${served.api}/networks`);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });

  it('never answers 5xx to a request that is wrong', () => {
    expect(served.log).toEqual([]);
  });
});

describe('access tokens', () => {
  it('guard every operation: nobody without, viewers look, editors change', async () => {
    const closed = await serveApp({ tokens: true });
    try {
      for (const { method, path, edits } of operations) {
        const url = `${closed.api}${path.replaceAll(/\{\w+\}/gu, 'x')}`;
        const none = await send(method.toUpperCase(), url);
        expect([none.status, none.body['code']], `${method} ${path}`).toEqual([401, 'TOKEN_MISSING']);
        const wrong = await send(method.toUpperCase(), url, undefined, {
          Authorization: `Bearer ${viewToken}x`,
        });
        expect(wrong.status).toBe(401);
        if (!edits) continue;
        const viewer = await send(method.toUpperCase(), url, undefined, {
          Authorization: `Bearer ${viewToken}`,
        });
        expect([viewer.status, viewer.body['code']], `${method} ${path}`).toEqual([403, 'TOKEN_NOT_ENOUGH']);
        const editor = await send(method.toUpperCase(), url, undefined, {
          Authorization: `Bearer ${editToken}`,
        });
        expect([400, 404, 415, 428], `${method} ${path}`).toContain(editor.status);
      }
      const viewer = await send('GET', `${closed.api}/networks`, undefined, {
        Authorization: `Bearer ${viewToken}`,
      });
      expect(viewer.status).toBe(200);
    } finally {
      await closed.close();
    }
  });

  it('keep an import from being cancelled by those who may only look', async () => {
    const closed = await serveApp({ tokens: true });
    const by = (token: string) => ({ Authorization: `Bearer ${token}` });
    try {
      const form = new FormData();
      const rows = Array.from({ length: 20_000 }, (_, at) => `o${at},Organization ${at}`);
      form.append('file', new Blob([`id,name\n${rows.join('\n')}\n`]), 'many.csv');
      const begun = await fetch(`${closed.api}/networks/many/imports?wait=0`, {
        method: 'POST',
        headers: by(editToken),
        body: form,
      });
      const { id } = (await begun.json()) as { id: string };
      const job = `${closed.api}/jobs/${id}`;
      const viewer = await send('DELETE', job, undefined, by(viewToken));
      expect([begun.status, viewer.status, viewer.body['code']]).toEqual([202, 403, 'TOKEN_NOT_ENOUGH']);
      expect((await send('DELETE', job, undefined, by(editToken))).status).toBe(200);
      const analysis = await send('POST', `${closed.api}/networks`, { slug: 'n', name: 'N' }, by(editToken));
      expect(analysis.status).toBe(201);
      const asked = await send('POST', `${closed.api}/networks/n/analyses`, {}, by(viewToken));
      const own = `${closed.api}/jobs/${String(asked.body['id'])}`;
      expect((await send('DELETE', own, undefined, by(viewToken))).status).toBe(200);
    } finally {
      await closed.close();
    }
  });

  it('come as a cookie after a page with one field', async () => {
    const closed = await serveApp({ tokens: true });
    try {
      const first = await fetch(`${closed.url}/`, { redirect: 'manual' });
      expect([first.status, first.headers.get('Location')]).toEqual([303, '/access']);
      const form = (token: string): RequestInit => ({
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token }).toString(),
      });
      expect((await fetch(`${closed.url}/access`, form('guess'))).status).toBe(401);
      const let_in = await fetch(`${closed.url}/access`, form(viewToken));
      const cookie = let_in.headers.get('Set-Cookie') ?? '';
      expect(cookie).toMatch(/HttpOnly; SameSite=Strict/u);
      const asked = await send('GET', `${closed.api}/networks`, undefined, {
        Cookie: cookie.split(';')[0] ?? '',
      });
      expect(asked.status).toBe(200);
    } finally {
      await closed.close();
    }
  });
});
