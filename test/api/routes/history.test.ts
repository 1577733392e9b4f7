import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serveApp();
  await send('POST', `${served.api}/networks`, { slug: 'valley', name: 'Valley' });
  base = `${served.api}/networks/valley`;
});
afterAll(() => served.close());

const organization = (id: string, name: string) => ({
  kind: 'organization',
  id,
  ifRevision: null,
  after: { id, name },
});

describe('change sets', () => {
  it('are stored whole or not at all', async () => {
    const good = await send('POST', `${base}/changes`, {
      reason: 'Two at once',
      changes: [organization('a', 'A'), organization('b', 'B')],
    });
    expect(good.body).toEqual({ revision: 2, repeated: false });
    const bad = await send('POST', `${base}/changes`, {
      changes: [organization('c', 'C'), organization('a', 'Again')],
    });
    expect([bad.status, bad.body['code']]).toEqual([409, 'STALE']);
    expect(bad.body['theirs']).toMatchObject({ id: 'a', name: 'A', revision: 2 });
    expect((await send('GET', `${base}/organizations/c`)).status).toBe(404);
  });

  it('name each other within one set', async () => {
    const relationship = { id: 'r', from: 'x', to: 'y', kind: 'refers', direction: 'directed' };
    const { status } = await send('POST', `${base}/changes`, {
      changes: [
        { kind: 'relationship', id: 'r', ifRevision: null, after: relationship },
        organization('x', 'X'),
        organization('y', 'Y'),
      ],
    });
    expect(status).toBe(200);
    const alone = await send('POST', `${base}/changes`, {
      changes: [{ kind: 'organization', id: 'x', ifRevision: 3, after: null }],
    });
    expect(alone.body['code']).toBe('LINK_NOT_FOUND');
    const together = await send('POST', `${base}/changes`, {
      changes: [
        { kind: 'organization', id: 'x', ifRevision: 3, after: null },
        { kind: 'relationship', id: 'r', ifRevision: 3, after: null },
      ],
    });
    expect(together.body).toMatchObject({ revision: 4 });
  });

  it('are repeated under their key without being done again', async () => {
    const key = { 'Idempotency-Key': 'set-1' };
    const set = { changes: [organization('once', 'Once')] };
    const first = await send('POST', `${base}/changes`, set, key);
    const second = await send('POST', `${base}/changes`, set, key);
    expect(second.body).toEqual({ ...first.body, repeated: true });
  });
});

describe('history', () => {
  it('is read from the end, in pages without a hole', async () => {
    const revisions: number[] = [];
    let before = '';
    for (;;) {
      const { body } = await send('GET', `${base}/history?limit=2${before}`);
      revisions.push(...(body['items'] as { revision: number }[]).map(({ revision }) => revision));
      const next = body['next'] as number | null;
      if (next === null) break;
      before = `&before=${next}`;
    }
    expect(revisions).toEqual([5, 4, 3, 2, 1]);
  });

  it('takes a change back, once, and not over somebody else’s', async () => {
    const undone = await send('POST', `${base}/history/4/undo`, undefined, { 'Idempotency-Key': 'undo-4' });
    expect(undone.body).toEqual({ revision: 6, repeated: false });
    expect((await send('GET', `${base}/relationships/r`)).body).toMatchObject({ from: 'x', to: 'y' });
    const again = await send('POST', `${base}/history/4/undo`, undefined, { 'Idempotency-Key': 'undo-4' });
    expect(again.body).toEqual({ revision: 6, repeated: true });
    const stale = await send('POST', `${base}/history/4/undo`);
    expect([stale.status, stale.body['code']]).toEqual([409, 'STALE']);
    expect((await send('POST', `${base}/history/99/undo`)).body['code']).toBe('NOT_FOUND');
  });

  it('tells what differs between two revisions', async () => {
    const { body } = await send('GET', `${base}/diff?from=1&to=2`);
    expect(body).toEqual({
      from: 1,
      to: 2,
      items: [
        { kind: 'organization', id: 'a', before: null, after: { id: 'a', name: 'A' } },
        { kind: 'organization', id: 'b', before: null, after: { id: 'b', name: 'B' } },
      ],
    });
    expect((await send('GET', `${base}/diff?from=3&to=6`)).body['items']).toMatchObject([{ id: 'once' }]);
    expect((await send('GET', `${base}/diff?from=5&to=2`)).body['code']).toBe('VALUE_NOT_VALID');
  });

  it('is told as it was known at a revision', async () => {
    const { body } = await send('GET', `${base}/history?knownAt=3&limit=2`);
    expect(body).toMatchObject({ items: [{ revision: 3 }, { revision: 2 }], next: 2 });
    expect(await send('GET', `${base}/diff?from=1&knownAt=2`)).toEqual({
      ...(await send('GET', `${base}/diff?from=1&to=2`)),
      headers: expect.anything() as unknown,
    });
    for (const refused of ['history?knownAt=99', 'diff?from=1&knownAt=99', 'diff?from=1&to=3&knownAt=2'])
      expect((await send('GET', `${base}/${refused}`)).body['code']).toBe('VALUE_NOT_VALID');
  });

  it('takes back the removal of a network, which only its log is left of', async () => {
    const hill = `${served.api}/networks/hill`;
    await send('POST', `${served.api}/networks`, { slug: 'hill', name: 'Hill' });
    await send('POST', `${hill}/organizations`, { id: 'a', name: 'A' });
    await send('DELETE', hill, undefined, { 'If-Match': '"1"' });
    expect((await send('GET', `${hill}/organizations`)).status).toBe(404);
    const { body } = await send('GET', `${hill}/history?limit=1`);
    expect(body['items']).toMatchObject([{ revision: 3, changes: [{ kind: 'network', after: null }] }]);
    expect((await send('POST', `${hill}/history/3/undo`)).body).toMatchObject({ revision: 4 });
    expect((await send('GET', `${hill}/organizations/a`)).body).toMatchObject({ name: 'A' });
    expect((await send('GET', `${served.api}/networks/none/history`)).status).toBe(404);
  });
});
