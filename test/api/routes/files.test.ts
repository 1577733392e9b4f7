import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSchema } from '#api/contract/files.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

let served: Served;
beforeAll(async () => {
  served = await serveApp({ limits: { uploadBytes: 10_000 } });
});
afterAll(() => served.close());

const nodes = 'id,name,sector\na,Alpha,arts\nb,Beta,health\nc,Gamma,arts\n';
const ties = 'from,to,kind\na,b,refers\nb,c,refers\n';

function upload(
  files: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name);
  return fetch(`${served.api}/networks/small/imports`, { method: 'POST', body: form, headers });
}

async function uploadsLeft(): Promise<string[]> {
  return await readdir(join(served.folder, 'uploads'), { recursive: true }).catch(() => []);
}

describe('imports', () => {
  it('say what would happen and store nothing in a dry run', async () => {
    const answer = await upload({ 'nodes.csv': nodes, 'ties.csv': ties }, { dryRun: 'true' });
    expect(answer.status).toBe(200);
    const result = importSchema.parse(await answer.json());
    expect(result).toMatchObject({ made: true, revision: null, created: 5 });
    expect((await send('GET', `${served.api}/networks/small`)).status).toBe(404);
  });

  it('take files, change nothing the second time, update the third', async () => {
    const first = importSchema.parse(await (await upload({ 'nodes.csv': nodes, 'ties.csv': ties })).json());
    expect(first).toMatchObject({ made: true, created: 5, changed: 0 });
    const second = importSchema.parse(await (await upload({ 'nodes.csv': nodes, 'ties.csv': ties })).json());
    expect(second).toMatchObject({ revision: null, created: 0, changed: 0, unchanged: 5 });
    const third = importSchema.parse(
      await (await upload({ 'nodes.csv': nodes.replace('Gamma', 'Gamma House'), 'ties.csv': ties })).json(),
    );
    expect(third).toMatchObject({ created: 0, changed: 1, unchanged: 4 });
    const list = await send('GET', `${served.api}/networks/small/organizations`);
    expect((list.body['items'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'Alpha',
      'Beta',
      'Gamma House',
    ]);
  });

  it('store nothing of a file with an error, and say where it is', async () => {
    const before = (await send('GET', `${served.api}/networks/small`)).body['head'];
    const answer = await upload({ 'ties.csv': 'from,to,strength\na,b,much\n' });
    expect(answer.status).toBe(422);
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(problem['code']).toBe('INPUT_NOT_VALID');
    expect(JSON.stringify(problem['errors'])).toContain('"line":2');
    expect((await send('GET', `${served.api}/networks/small`)).body['head']).toBe(before);
  });

  it('take a mapping', async () => {
    const mapping = JSON.stringify({
      tables: [{ file: 'people.csv', is: 'people', columns: { id: 'no', name: 'who' } }],
    });
    const answer = await upload({ 'people.csv': 'no,who\n1,Ada\n' }, { mapping });
    expect(importSchema.parse(await answer.json())).toMatchObject({
      created: 1,
      counts: { people: { created: 1 } },
    });
  });

  it('refuse what is no form, too large, in another field, or nothing', async () => {
    const json = await send('POST', `${served.api}/networks/small/imports`, {});
    expect([json.status, json.body['code']]).toEqual([415, 'MEDIA_TYPE_NOT_ACCEPTED']);
    const large = await upload({ 'nodes.csv': 'x'.repeat(20_000) });
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'BODY_TOO_LARGE']);
    const none = await upload({}, { dryRun: 'true' });
    expect([none.status, ((await none.json()) as { code: string }).code]).toEqual([400, 'REQUEST_NOT_VALID']);
    const form = new FormData();
    form.append('other', new Blob(['a']), 'a.csv');
    const other = await fetch(`${served.api}/networks/small/imports`, { method: 'POST', body: form });
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
      400,
      'REQUEST_NOT_VALID',
    ]);
    const cut = await fetch(`${served.api}/networks/small/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid',
    });
    expect([cut.status, ((await cut.json()) as { code: string }).code]).toEqual([400, 'REQUEST_NOT_VALID']);
  });

  it('leave no uploaded file behind', async () => {
    expect(await uploadsLeft()).toEqual([]);
  });
});

describe('exports', () => {
  it('give Weft JSON with its history, which another network takes whole', async () => {
    const answer = await fetch(`${served.api}/networks/small/exports/weft`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Disposition')).toContain('attachment; filename="small.');
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    const text = await answer.text();
    const form = new FormData();
    form.append('file', new Blob([text]), 'small.weft.json');
    const taken = await fetch(`${served.api}/networks/copy/imports`, { method: 'POST', body: form });
    expect(importSchema.parse(await taken.json()).history).toBeGreaterThan(1);
    const copy = await send('GET', `${served.api}/networks/copy/organizations`);
    expect(copy.body['items']).toHaveLength(3);
  });

  it('give a ZIP where a format needs several files, with what it cannot hold', async () => {
    const answer = await fetch(`${served.api}/networks/small/exports/csv`);
    expect(answer.headers.get('Content-Disposition')).toMatch(/small-csv\.zip/u);
    expect(answer.headers.get('Content-Type')).toBe('application/zip');
    const gexf = await fetch(`${served.api}/networks/small/exports/gexf`);
    expect(gexf.headers.get('Content-Type')).toBe('application/gexf+xml');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString('latin1'),
    ).toBe('PK');
    expect(JSON.parse(decodeURIComponent(answer.headers.get('Weft-Losses') ?? ''))).toBeInstanceOf(Array);
  });

  it('mark what a spreadsheet would run, in a file that one opens', async () => {
    const formulas = `${served.api}/networks/formulas`;
    await send('POST', `${served.api}/networks`, { slug: 'formulas', name: 'Formulas' });
    for (const name of ['=1+1', ' @x', '＝1', '-5 degrees'])
      await send('POST', `${formulas}/organizations`, { name, size: 3, custom: { change: -5 } });
    const answer = await fetch(`${formulas}/exports/csv-spreadsheets`);
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="formulas.csv"');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const rows = (await answer.text()).trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(',').slice(1))).toEqual([
      ["'=1+1", '3', '-5'],
      ["' @x", '3', '-5'],
      ["'＝1", '3', '-5'],
      ["'-5 degrees", '3', '-5'],
    ]);
  });

  it('refuse a format that is not written', async () => {
    const answer = await send('GET', `${served.api}/networks/small/exports/zzz`);
    expect([answer.status, answer.body['code']]).toEqual([404, 'FORMAT_NOT_WRITABLE']);
  });
});
