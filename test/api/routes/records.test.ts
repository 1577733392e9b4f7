import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordKinds, type RecordKind } from '#api/contract/records.ts';
import { records } from '#data/model/registry.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serveApp();
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
  base = `${served.api}/networks/valley`;
  for (const id of ['a', 'b'])
    await send('POST', `${base}/organizations`, { id, name: `Organization ${id}` });
});
afterAll(() => served.close());

const bodies: Readonly<Record<RecordKind, Record<string, unknown>>> = {
  organization: { name: 'Food Bank', sector: 'health', topics: ['food'] },
  person: { name: 'Ada', affiliations: [{ organization: 'a' }] },
  relationship: { from: 'a', to: 'b', kind: 'refers', direction: 'directed' },
  collaboration: { name: 'Pantry', participants: [{ party: 'a' }, { party: 'b' }] },
  community: { name: 'Growers', members: [{ party: 'a', role: 'member' }] },
  gathering: { name: 'Kick-off', at: '2026-03-01T10:00:00Z', attendees: [{ party: 'a' }] },
  need: { title: 'Beds', askedBy: 'a', openedAt: '2026-03-01T10:00:00Z', items: [{ category: 'beds' }] },
  offer: { party: 'a', category: 'rooms' },
  source: { kind: 'page', title: 'Report' },
};

describe.each(recordKinds)('%s', (kind) => {
  const all = (): string => `${base}/${records[kind].collection}`;

  it('is made, read, listed, changed and removed', async () => {
    const made = await send('POST', all(), bodies[kind]);
    expect(made.body).toMatchObject(bodies[kind]);
    expect(made.status).toBe(201);
    const one = new URL(made.headers.get('Location') ?? '', served.url).href;
    const read = await send('GET', one);
    expect([read.status, read.body]).toEqual([200, made.body]);
    expect(read.headers.get('ETag')).toBe(`"${String(made.body['revision'])}"`);
    const list = await send('GET', `${all()}?limit=500`);
    expect(list.body['items']).toContainEqual(made.body);

    const field =
      { source: 'title', need: 'title', offer: 'category', relationship: 'kind' }[kind as string] ?? 'name';
    const changed = await send(
      'PATCH',
      one,
      { [field]: 'Another' },
      { 'If-Match': read.headers.get('ETag') ?? '' },
    );
    expect(changed.body).toMatchObject({ ...bodies[kind], [field]: 'Another' });
    const stale = await send(
      'PATCH',
      one,
      { [field]: 'Third' },
      { 'If-Match': read.headers.get('ETag') ?? '' },
    );
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      code: 'PRECONDITION_FAILED',
      theirs: changed.body,
      mine: { [field]: 'Third' },
    });
    expect((await send('PATCH', one, { [field]: 'Third' })).body['code']).toBe('PRECONDITION_MISSING');
    const removed = await send('DELETE', one, undefined, { 'If-Match': changed.headers.get('ETag') ?? '' });
    expect(removed.status).toBe(204);
    expect((await send('GET', one)).body['code']).toBe('NOT_FOUND');
    const then = await send('GET', `${one}?knownAt=${String(made.body['revision'])}`);
    expect(then.body).toEqual(made.body);
  });

  it('refuses a field that it does not have, with its path', async () => {
    const refused = await send('POST', all(), { ...bodies[kind], zzz: 1 });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    expect(refused.body['code']).toBe('REQUEST_NOT_VALID');
    expect(JSON.stringify(refused.body['errors'])).toContain('zzz');
  });
});

describe('records', () => {
  it('are answered as the first time when an Idempotency-Key is repeated', async () => {
    const key = { 'Idempotency-Key': 'form-17' };
    const first = await send('POST', `${base}/organizations`, { name: 'Once' }, key);
    const second = await send('POST', `${base}/organizations`, { name: 'Once' }, key);
    expect(second.body).toEqual(first.body);
    const other = await send('POST', `${base}/organizations`, { name: 'Another' }, key);
    expect([other.status, other.body['code']]).toEqual([422, 'OPERATION_REPEATED']);
    const found = await send('GET', `${base}/organizations?q=once`);
    expect(found.body['items']).toHaveLength(1);
  });

  it('repeat a change and a removal of the same key without doing them again', async () => {
    const made = await send('POST', `${base}/organizations`, { name: 'Twice' });
    const one = `${base}/organizations/${String(made.body['id'])}`;
    const change = { 'If-Match': made.headers.get('ETag') ?? '', 'Idempotency-Key': 'change-1' };
    const first = await send('PATCH', one, { sector: 'arts' }, change);
    expect((await send('PATCH', one, { sector: 'arts' }, change)).body).toEqual(first.body);
    const removal = { 'If-Match': first.headers.get('ETag') ?? '', 'Idempotency-Key': 'remove-1' };
    expect((await send('DELETE', one, undefined, removal)).status).toBe(204);
    expect((await send('DELETE', one, undefined, removal)).status).toBe(204);
    const { body } = await send('GET', `${base}/history?limit=1`);
    expect(body['items']).toMatchObject([{ operation: 'remove-1' }]);
  });

  it('name only what is there, and are not removed while they are named', async () => {
    const lost = await send('POST', `${base}/relationships`, { ...bodies.relationship, to: 'nobody' });
    expect([lost.status, lost.body['code']]).toEqual([422, 'LINK_NOT_FOUND']);
    await send('POST', `${base}/organizations`, { id: 'named', name: 'Named' });
    await send('POST', `${base}/offers`, { id: 'offer', party: 'named', category: 'rooms' });
    const { headers } = await send('GET', `${base}/organizations/named`);
    const kept = await send('DELETE', `${base}/organizations/named`, undefined, {
      'If-Match': headers.get('ETag') ?? '',
    });
    expect(kept.body['code']).toBe('LINK_NOT_FOUND');
    const namers = await send('GET', `${base}/offers?filter=linksTo:named`);
    expect(namers.body['items']).toMatchObject([{ id: 'offer' }]);
  });

  it('are filtered by fields that they have, and by no others', async () => {
    const found = await send('GET', `${base}/organizations?filter=name:Organization%20a&filter=id:a`);
    expect(found.body['items']).toMatchObject([{ id: 'a' }]);
    const refused = await send('GET', `${base}/organizations?filter=sectr:health`);
    expect([refused.status, refused.body['code']]).toEqual([422, 'VALUE_NOT_VALID']);
    expect(refused.body['hint']).toMatch(/^id, name, .*sector.*, linksTo\.$/u);
  });

  it.each(['.', '..'])('have no id that an address cannot hold: %s', async (id) => {
    const refused = await send('POST', `${base}/organizations`, { id, name: 'Dots' });
    expect([refused.status, refused.body['code']]).toEqual([422, 'VALUE_NOT_VALID']);
  });

  it('say what a field of one’s own may hold', async () => {
    const refused = await send('POST', `${base}/organizations`, { name: 'Own', custom: { list: [{}] } });
    expect(refused.body['detail']).toMatch(/^body\.custom\.list: .*a list of texts/u);
    const local = await send('POST', `${base}/gatherings`, { name: 'Table', at: '2026-01-31T12:00:00' });
    expect(local.body['detail']).toBe(
      'body.at: is not an instant with its offset: 2026-01-31T12:00:00Z, 2026-01-31T13:00:00+01:00',
    );
  });

  it('come in pages that hold every record once', async () => {
    for (let i = 0; i < 7; i++)
      await send('POST', `${base}/sources`, { id: `s${i}`, kind: 'page', title: `S ${i}` });
    const seen: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor = next === '' ? '' : `&cursor=${next}`;
      const { body } = await send('GET', `${base}/sources?limit=3${cursor}`);
      seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
      next = body['next'] as string | null;
    }
    expect(seen).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
  });

  it('are listed as they were known, in pages', async () => {
    const before = (await send('GET', base)).body['head'];
    await send('POST', `${base}/sources`, { id: 'late', kind: 'page', title: 'Late' });
    const { body } = await send('GET', `${base}/sources?limit=2&knownAt=${String(before)}`);
    expect(body['items']).toHaveLength(2);
    const rest = await send(
      'GET',
      `${base}/sources?knownAt=${String(before)}&cursor=${String(body['next'])}`,
    );
    expect(JSON.stringify(rest.body)).not.toContain('late');
    expect(rest.body['items']).toHaveLength(5);
  });
});
