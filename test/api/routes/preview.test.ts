import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewSchema } from '#api/contract/files.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp();
});
afterAll(() => served.close());

describe('a look at files before their import', () => {
  it('says what tables seem to hold and what else they may, and makes no network', async () => {
    const form = new FormData();
    form.append('file', new Blob(['id,name,sector\na,Ash,Health\n']), 'who.csv');
    const answer = await fetch(`${served.api}/networks/not-there/imports/preview`, {
      method: 'POST',
      body: form,
    });
    expect(answer.status).toBe(200);
    const preview = previewSchema.parse(await answer.json());
    expect(preview.tables).toEqual([
      {
        file: 'who.csv',
        head: ['id', 'name', 'sector'],
        rows: 1,
        sample: [['a', 'Ash', 'Health']],
        is: 'organizations',
        columns: { id: 'id', name: 'name', sector: 'sector' },
      },
    ]);
    expect(preview.kinds['relationships']?.required).toEqual([['from'], ['to']]);
    expect((await send('GET', `${served.api}/networks/not-there`)).status).toBe(404);
  });

  it('refuses what is of no format, with its problem', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([0, 1, 2, 3])]), 'x.bin');
    const answer = await fetch(`${served.api}/networks/x/imports/preview`, { method: 'POST', body: form });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'INPUT_NOT_VALID', errors: [{ severity: 'error' }] });
  });
});

describe('a record that is not valid', () => {
  it('is answered with every field that is wrong', async () => {
    await send('POST', `${served.api}/networks`, { slug: 'n', name: 'N' });
    const answer = await send('POST', `${served.api}/networks/n/changes`, {
      changes: [
        {
          kind: 'collaboration',
          id: 'c',
          ifRevision: null,
          after: { id: 'c', name: 'Fair', since: '12/2019', until: 'x' },
        },
      ],
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'RECORD_NOT_VALID',
      errors: [
        { record: 'c', path: 'since' },
        { record: 'c', path: 'until' },
      ],
    });
  });
});
