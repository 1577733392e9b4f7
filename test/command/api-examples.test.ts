import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#api/contract/define-operation.ts';
import { exampleRequest } from '#api/contract/example-request.ts';
import { operations } from '#api/contract/operations.ts';
import { loadExample } from '#api/services/load-example.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp();
  const place = { url: served.storeUrl, directory: served.folder };
  await loadExample(served.store, place, 'harbour-county', new AbortController().signal);
}, 60_000);
afterAll(() => served.close());

/** Sends the example of an operation as the documentation shows it. */
async function sendExample(operation: Operation): Promise<Response> {
  const { method, path, headers, body, files } = exampleRequest(operation);
  const form = new FormData();
  for (const [name, text] of Object.entries(files ?? {})) form.append('file', new Blob([text]), name);
  return await fetch(`${served.api}${path}`, {
    method,
    headers,
    ...(files ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** What needs an id that an earlier answer gives, and what ends what others need. */
const later = new Set(['readAnalysis', 'readReport', 'readJob', 'cancelJob', 'followJob', 'followChanges']);
const alone = operations.filter(({ id, method }) => method !== 'delete' && !later.has(id));

describe('the example of every operation', () => {
  it.each(alone.map((operation) => [operation.id, operation] as const))(
    '%s',
    async (_, operation) => {
      const answer = await sendExample(operation);
      const text = await answer.text();
      expect(answer.status, text.slice(0, 500)).toBeLessThan(300);
      expect(operation.answers).toHaveProperty(String(answer.status));
    },
    120_000,
  );

  it('leads from a job to its events and its result', async () => {
    const base = `${served.api}/networks/harbour-county`;
    for (const [path, body] of [
      ['analyses', { measures: ['degree'], seed: 2 }],
      ['reports', { kind: 'json', seed: 2 }],
    ] as const) {
      const asked = await send('POST', `${base}/${path}`, body);
      expect(asked.status).toBe(202);
      const job = `${served.url}${asked.headers.get('Location') ?? ''}`;
      expect(await (await fetch(`${job}/events`)).text()).toContain('event: done');
      const { result } = (await send('GET', job)).body;
      expect((await fetch(`${served.url}${String(result)}`)).status).toBe(200);
      expect((await send('DELETE', job)).body['state']).toBe('done');
    }
  }, 120_000);

  it('removes what nothing names, and says who names the rest', async () => {
    for (const operation of operations) {
      if (operation.method !== 'delete' || later.has(operation.id) || operation.id === 'removeNetwork')
        continue;
      const url = `${served.api}${exampleRequest(operation).path}`;
      const etag = (await fetch(url)).headers.get('ETag') ?? '';
      const { status, body } = await send('DELETE', url, undefined, { 'If-Match': etag });
      if (status !== 204) expect(body, operation.id).toMatchObject({ code: 'LINK_NOT_FOUND' });
    }
  });

  it('names every part of its address, and has a body where one is needed', () => {
    for (const operation of operations) {
      expect(exampleRequest(operation).path, operation.id).not.toContain('{');
      if (operation.body)
        expect(operation.example.body ?? operation.example.files, operation.id).toBeDefined();
    }
  });
});
