import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#api/contract/define-operation.ts';
import { exampleRequest } from '#api/contract/example-request.ts';
import { operations } from '#api/contract/operations.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

/** Ways out of a folder (T11). */
const paths = [
  '../../../../etc/passwd',
  '%2e%2e%2f%2e%2e%2fweft.db',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  'a\u0000.json',
  'a'.repeat(3_000),
  '..',
];
/** Words that end a text in some language of queries (T12). */
const injections = [
  "'; DROP TABLE record; --",
  '" OR "1"="1',
  'x` DETACH DELETE n //',
  'x\\u0060}) MATCH (n) DETACH DELETE n //',
  'NEAR(a b, 1) OR record_text:* -',
  'name:"x" OR 1=1',
  '\ud83d\ude00 \u202e \ufeff ＝1+1',
  'x:__proto__',
];
const corpus = [...paths, ...injections];

let served: Served;
let canary: unknown;
beforeAll(async () => {
  served = await serveApp();
  const network = await send('POST', `${served.api}/networks`, { slug: 'harbour-county', name: 'Canary' });
  expect(network.status).toBe(201);
  await send('POST', `${base()}/organizations`, { id: 'canary', name: 'Canary bakery', sector: 'Food' });
  canary = await whole();
});
afterAll(() => served.close());

const base = (): string => `${served.api}/networks/harbour-county`;
/** Everything a removal or change would touch. */
async function whole(): Promise<unknown> {
  const { body } = await send('GET', `${base()}/history`);
  return [body, (await send('GET', `${base()}/organizations/canary`)).body];
}

/** The example of an operation with one part of its address replaced; streams are not waited for. */
async function ask(operation: Operation, url: URL): Promise<{ status: number; text: string }> {
  const example = exampleRequest(operation);
  const files = operation.body?.types.includes('multipart/form-data') === true;
  const form = new FormData();
  form.append('file', new Blob(['id,name\na,A\n']), '../../../etc/passwd');
  const leave = new AbortController();
  const answer = await fetch(url, {
    method: example.method,
    headers: files ? {} : example.headers,
    signal: leave.signal,
    ...(operation.body === null ? {} : { body: files ? form : JSON.stringify(example.body) }),
  });
  const isStream = answer.headers.get('Content-Type')?.includes('event-stream') === true;
  const text = isStream ? '' : await answer.text();
  leave.abort();
  return { status: answer.status, text };
}

function addressOf(operation: Operation, params: Readonly<Record<string, string>>): URL {
  const example = { network: 'harbour-county', ...operation.example.params, ...params };
  const filled = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(String((example as Record<string, string | number>)[name] ?? 'x')),
  );
  const url = new URL(`${served.api}${filled}`);
  for (const [name, value] of Object.entries(operation.example.query ?? {})) {
    const word = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (name !== 'wait') url.searchParams.set(name, word);
  }
  return url;
}

const hasForm = ({ body }: Operation): boolean => body?.types.includes('multipart/form-data') === true;
const pathParameters = operations
  // A name of any kind makes a network there: test/api/services/import-network.test.ts.
  .filter((operation) => !hasForm(operation))
  .flatMap((operation) => Object.keys(operation.params.shape).map((name) => ({ operation, name })));
const queryParameters = operations
  .filter((operation) => !hasForm(operation))
  .flatMap((operation) => Object.keys(operation.query.shape).map((name) => ({ operation, name })));

async function untouched(): Promise<void> {
  expect(await whole()).toEqual(canary);
  const left = await readdir(served.folder);
  expect(left.filter((name) => !/^(weft\.db(-shm|-wal)?|results|jobs\.ndjson|uploads)$/u.test(name))).toEqual(
    [],
  );
  expect(served.log).toEqual([]);
}

describe('hostile values in every parameter of every operation', () => {
  it('of the path: refused, nothing read from outside, the records as they were', async () => {
    expect(pathParameters.length).toBeGreaterThan(60);
    for (const { operation, name } of pathParameters) {
      for (const value of corpus) {
        // ".." alone is taken out of an address by the client itself: it is sent coded twice.
        const url = addressOf(operation, { [name]: value === '..' ? '%2e%2e' : value });
        const { status, text } = await ask(operation, url);
        const what = `${operation.id} ${name} ${value.slice(0, 40)}: ${status}`;
        expect(status >= 400 && status < 500, what).toBe(true);
        expect(text, what).not.toMatch(/root:.*:0:0:|SQLite format 3/u);
      }
    }
    await untouched();
    console.log(`hostile values in paths: ${pathParameters.length} parameters × ${corpus.length}, no 5xx`);
  });

  it('of the query: never 5xx, the records as they were', async () => {
    expect(queryParameters.length).toBeGreaterThan(60);
    for (const { operation, name } of queryParameters) {
      // Reads about the network that is there; changes about one that is not, or their example would be done.
      const params = operation.edits ? { network: 'not-there' } : {};
      for (const value of corpus) {
        const url = addressOf(operation, params);
        url.searchParams.set(name, value);
        const { status } = await ask(operation, url);
        expect(status < 500, `${operation.id} ${name} ${value.slice(0, 40)}: ${status}`).toBe(true);
      }
    }
    await untouched();
    console.log(`hostile values in queries: ${queryParameters.length} parameters × ${corpus.length}, no 5xx`);
  });
});

describe('ids that name nothing', () => {
  const about = operations.filter(({ params }) => Object.keys(params.shape).length > 0);

  it('of a network: 404 from every operation about one that must be there', async () => {
    const named = about.filter((one) => 'network' in one.params.shape && !hasForm(one));
    expect(named.length).toBeGreaterThan(50);
    for (const operation of named) {
      const { status } = await ask(operation, addressOf(operation, { network: 'not-there' }));
      expect([operation.id, status]).toEqual([operation.id, 404]);
    }
  });

  it('of anything in it: 404, whether or not the network of another holds it', async () => {
    await send('POST', `${served.api}/networks`, { slug: 'other', name: 'Other' });
    const named = about.filter(({ params }) =>
      ['id', 'file', 'revision'].some((name) => name in params.shape),
    );
    expect(named.length).toBeGreaterThan(30);
    for (const operation of named) {
      for (const id of ['0199c1f2-6a5e-7c30-9f3b-2d1f5a7c8e90', 'canary']) {
        const params = { network: 'other', id, file: `${'a'.repeat(64)}.pdf`, revision: '987654' };
        const { status } = await ask(operation, addressOf(operation, params));
        expect([operation.id, id, status]).toEqual([operation.id, id, 404]);
      }
    }
    await untouched();
  });
});
