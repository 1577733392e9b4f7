import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base = '';
let organizations = '';
beforeAll(async () => {
  served = await serveApp();
  base = `${served.api}/networks/valley`;
  organizations = `${base}/organizations`;
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
});
afterAll(() => served.close());

const etagOf = ({ headers }: { headers: Headers }): string => headers.get('ETag') ?? '';
const keyed = (key: string, etag?: string) => ({
  'Idempotency-Key': key,
  ...(etag === undefined ? {} : { 'If-Match': etag }),
});
const refused = { status: 422, body: { code: 'OPERATION_REPEATED' } };
const head = async (): Promise<unknown> => (await send('GET', base)).body['head'];

describe('an Idempotency-Key of a record', () => {
  it('stands for one body, one record and one method', async () => {
    const made = await send('POST', organizations, { name: 'One' }, keyed('make-1'));
    const one = `${organizations}/${String(made.body['id'])}`;
    const change = keyed('change-1', etagOf(made));
    const changed = await send('PATCH', one, { size: 5 }, change);
    const after = await head();
    expect(await send('PATCH', one, { size: 6 }, change)).toMatchObject(refused);
    expect(await send('PATCH', one, { name: 'Two' }, keyed('make-1', etagOf(changed)))).toMatchObject(
      refused,
    );
    expect(await send('DELETE', one, undefined, keyed('change-1', etagOf(made)))).toMatchObject(refused);
    expect(await send('POST', `${base}/people`, { name: 'One' }, keyed('make-1'))).toMatchObject(refused);
    const own = { id: 'own', name: 'One' };
    expect(await send('POST', organizations, own, keyed('make-1'))).toMatchObject(refused);
    expect(await head()).toBe(after);
  });

  it('is answered as the first time, whatever has become of the record since', async () => {
    const made = await send('POST', organizations, { name: 'Passing' }, keyed('make-2'));
    const one = `${organizations}/${String(made.body['id'])}`;
    const change = keyed('change-2', etagOf(made));
    const changed = await send('PATCH', one, { size: 5 }, change);
    const offer = { party: made.body['id'], category: 'rooms' };
    const offered = await send('POST', `${base}/offers`, offer, keyed('offer-2'));
    const other = await send('PATCH', one, { size: 7 }, { 'If-Match': etagOf(changed) });
    expect((await send('PATCH', one, { size: 5 }, change)).body).toEqual(changed.body);
    const gone = `${base}/offers/${String(offered.body['id'])}`;
    await send('DELETE', gone, undefined, { 'If-Match': etagOf(offered) });
    await send('DELETE', one, undefined, { 'If-Match': etagOf(other) });
    expect((await send('PATCH', one, { size: 5 }, change)).body).toEqual(changed.body);
    expect((await send('POST', organizations, { name: 'Passing' }, keyed('make-2'))).body).toEqual(made.body);
    expect((await send('POST', `${base}/offers`, offer, keyed('offer-2'))).body).toEqual(offered.body);
  });

  it('makes one record of requests that come at once, and refuses the bodies that are others', async () => {
    const same = await Promise.all(
      Array.from({ length: 10 }, () => send('POST', organizations, { name: 'At once' }, keyed('make-3'))),
    );
    expect(new Set(same.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        send('POST', organizations, { name: `Other ${at}` }, keyed('make-4')),
      ),
    );
    expect(others.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 422)]);
  });

  it('stands for one change set', async () => {
    const made = await send('POST', organizations, { id: 'set', name: 'Set' });
    const set = (size: number) => ({
      changes: [
        {
          kind: 'organization',
          id: 'set',
          ifRevision: made.body['revision'],
          after: { id: 'set', name: 'Set', size },
        },
      ],
    });
    const first = await send('POST', `${base}/changes`, set(1), keyed('set-1'));
    expect(await send('POST', `${base}/changes`, set(2), keyed('set-1'))).toMatchObject(refused);
    expect((await send('POST', `${base}/changes`, set(1), keyed('set-1'))).body).toEqual({
      ...first.body,
      repeated: true,
    });
  });
});

describe('an Idempotency-Key of a network', () => {
  it('stands for one network, also once it has another slug or is removed', async () => {
    const all = `${served.api}/networks`;
    const hill = { slug: 'hill', name: 'Hill' };
    const [made, twin] = await Promise.all([
      send('POST', all, hill, keyed('hill-1')),
      send('POST', all, hill, keyed('hill-1')),
    ]);
    expect(twin.body).toEqual(made.body);
    expect(await send('POST', all, { ...hill, slug: 'dale' }, keyed('hill-1'))).toMatchObject(refused);
    const rename = keyed('hill-2', etagOf(made));
    const renamed = await send('PATCH', `${all}/hill`, { slug: 'fell' }, rename);
    expect((await send('PATCH', `${all}/hill`, { slug: 'fell' }, rename)).body).toEqual(renamed.body);
    expect((await send('POST', all, hill, keyed('hill-1'))).body).toEqual(made.body);
    const removal = keyed('hill-3', etagOf(renamed));
    expect((await send('DELETE', `${all}/fell`, undefined, removal)).status).toBe(204);
    expect((await send('DELETE', `${all}/fell`, undefined, removal)).status).toBe(204);
    expect((await send('POST', all, hill, keyed('hill-1'))).body).toEqual(made.body);
    const { body } = await send('GET', all);
    expect((body['items'] as { slug: string }[]).map(({ slug }) => slug)).toEqual(['valley']);
  });
});

describe('an Idempotency-Key of an import', () => {
  const taken = async (files: Readonly<Record<string, string>>, key: string) => {
    const form = new FormData();
    for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name);
    const answer = await fetch(`${base}/imports`, { method: 'POST', body: form, headers: keyed(key) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const nodes = { 'nodes.csv': 'id,name\na,Alpha\nb,Beta\n', 'ties.csv': 'from,to\na,b\n' };

  it('is answered as the first time, and stands for the same files', async () => {
    const first = await taken(nodes, 'import-1');
    expect(first.body).toMatchObject({ created: 3 });
    expect(await taken(nodes, 'import-1')).toEqual(first);
    expect(await taken({ 'nodes.csv': 'id,name\na,Alpha House\n' }, 'import-2')).toMatchObject({
      body: { changed: 1 },
    });
    await send('PATCH', base, { name: 'The valley' }, { 'If-Match': '*' });
    expect(await taken(nodes, 'import-1')).toEqual(first);
    const after = await head();
    expect(await taken({ 'nodes.csv': 'id,name\nc,Gamma\n' }, 'import-1')).toMatchObject(refused);
    expect(await head()).toBe(after);
  });
});
