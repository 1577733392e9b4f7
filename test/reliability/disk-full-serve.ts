import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { send } from '#test/api/serve-app.ts';
import { serveProcess } from '#test/reliability/served-process.ts';
import { fillUp } from '#test/reliability/small-disk.ts';

/** Of 8 MB. */
const ballastBytes = 4_000_000;
const atOnce = 8;

/** Status and code of an answer; done where all is well. */
type Outcome = string;

async function outcomeOf(answer: Promise<Response>): Promise<Outcome> {
  const response = await answer;
  const text = await response.text();
  if (response.ok) return 'done';
  expect(response.headers.get('Content-Type')).toContain('application/problem+json');
  const { status, code, detail } = JSON.parse(text) as { status: number; code: string; detail: string };
  expect(status).toBe(response.status);
  // Paths of the server are nobody's business.
  expect(detail).not.toContain('weft-disk');
  return `${status} ${code}`;
}

const post = (url: string, body: object): Promise<Outcome> =>
  outcomeOf(
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

function upload(url: string, rows: number, id: string, mapping?: object): Promise<Outcome> {
  const form = new FormData();
  const lines = Array.from({ length: rows }, (_, i) => `${id}${i},Imported ${i},${'text '.repeat(60)}\n`);
  form.append('file', new Blob([`id,name,description\n${lines.join('')}`]), 'a.csv');
  if (mapping) form.append('mapping', JSON.stringify(mapping));
  return outcomeOf(fetch(`${url}/imports?wait=30`, { method: 'POST', body: form }));
}

/** Everything that must write, and what it is answered. */
async function everyWriting(api: string, seed: number): Promise<Readonly<Record<string, Outcome>>> {
  const base = `${api}/networks/valley`;
  const columns = { id: 'id', name: 'name' };
  const mapping = { tables: [{ file: 'a.csv', is: 'organizations', columns }] };
  return {
    edit: await post(`${base}/organizations`, { name: 'Late', description: 'more '.repeat(800) }),
    network: await post(`${api}/networks`, { slug: `hill-${seed}`, name: 'Hill' }),
    import: await upload(base, 1_000, 'i'),
    'import by a mapping': await upload(base, 3, 'm', mapping),
    analysis: await post(`${base}/analyses?wait=30`, { measures: ['density'], seed }),
    export: await outcomeOf(fetch(`${base}/exports/weft?wait=30`)),
  };
}

/** A real server on a full disk: what must write is answered with 507, the rest goes on, and all of it when there is room. */
export async function serveOnSmallDisk(folder: string): Promise<void> {
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(ballastBytes));
  const { api } = await serveProcess(folder);
  const base = `${api}/networks/valley`;
  await send('POST', `${api}/networks`, { slug: 'valley', name: 'Valley' });
  const acknowledged: string[] = [];
  const refused = new Set<Outcome>();
  for (let turn = 0; refused.size === 0; turn++) {
    const ids = Array.from({ length: atOnce }, (_, i) => `o-${turn}-${i}`);
    const body = { name: 'Organization', description: `${turn} `.repeat(900) };
    const outcomes = await Promise.all(ids.map((id) => post(`${base}/organizations`, { id, ...body })));
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome === 'done') acknowledged.push(ids[at] ?? '');
      else refused.add(outcome);
    }
  }
  expect([...refused]).toEqual(['507 STORE_FULL']);
  const rest = fillUp(folder);
  const full = await everyWriting(api, 1);
  expect(new Set(Object.values(full))).toEqual(new Set(['507 STORE_FULL', '507 DISK_FULL']));
  expect((await send('GET', `${api}/health`)).status).toBe(200);
  const present = async (): Promise<string[]> => {
    const { items } = (await send('GET', `${base}/organizations?limit=500`)).body;
    return (items as { id: string }[]).map(({ id }) => id);
  };
  expect(await present()).toEqual(acknowledged);
  const left = readdirSync(join(folder, 'weft-data'), { recursive: true }).map(String);
  expect(left.filter((name) => /\.tmp$|\.part$|uploads\/./u.test(name))).toEqual([]);

  for (const file of [...rest, ballast]) rmSync(file);
  const after = await everyWriting(api, 2);
  expect(new Set(Object.values(after))).toEqual(new Set(['done']));
  const now = await present();
  expect(now.slice(0, acknowledged.length)).toEqual(acknowledged);
  const { items } = (await send('GET', `${base}/history?limit=200`)).body as {
    items: { revision: number }[];
  };
  // The network, what was acknowledged, and what was written when there was room again: an edit, two imports.
  expect(items[0]?.revision).toBe(1 + acknowledged.length + 3);
  console.log(
    `disk full under weft serve: ${acknowledged.length} acknowledged, ${acknowledged.length} present; ` +
      `${Object.entries(full)
        .map(([what, outcome]) => `${what} ${outcome}`)
        .join(', ')}; all done without a restart when there was room`,
  );
}
