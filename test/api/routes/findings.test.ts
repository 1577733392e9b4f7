import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisSchema } from '#api/contract/analysis.ts';
import { mapSchema, viewSchema } from '#api/contract/findings.ts';
import { jobSchema } from '#api/contract/jobs.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

const run = promisify(execFile);
let served: Served;
let base: string;

/** Two groups of five, everybody with everybody, and one tie between them. */
const members = ['a', 'b'].map((group) => Array.from({ length: 5 }, (_, i) => `${group}${i}`));
const pairs = [
  ...members.flatMap((group) =>
    group.flatMap((from, i) => group.slice(i + 1).map((to) => [from, to] as const)),
  ),
  ['a0', 'b0'] as const,
];

beforeAll(async () => {
  served = await serveApp();
  base = `${served.api}/networks/two-groups`;
  await send('POST', `${served.api}/networks`, { slug: 'two-groups', name: 'Two groups' });
  const changes = [
    ...members.flat().map((id) => ({
      kind: 'organization',
      id,
      ifRevision: null,
      after: { id, name: `Org ${id}`, sector: id[0] },
    })),
    ...pairs.map(([from, to]) => {
      const id = `${from}-${to}`;
      const after = { id, from, to, kind: 'coordinates', direction: 'undirected' };
      return { kind: 'relationship', id, ifRevision: null, after };
    }),
  ];
  expect((await send('POST', `${base}/changes`, { changes })).status).toBe(200);
});
afterAll(() => served.close());

/** fetch adds no-cache to a request that names what it has. */
function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).on('error', reject);
  });
}

describe('findings', () => {
  it('are those that weft analyze --network prints, byte for byte', async () => {
    const answer = await fetch(`${base}/findings?wait=30`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    const analysis = analysisSchema.parse(JSON.parse(text));
    expect(analysis.receipt).toMatchObject({
      network: 'two-groups',
      revision: 2,
      nodes: 10,
      ties: 21,
      inputHash: null,
    });
    expect(analysis.bridgeBuilders?.map(({ id }) => id).slice(0, 2)).toEqual(['a0', 'b0']);
    const { stdout } = await run(
      'node',
      ['bin/weft.js', 'analyze', '--network', 'two-groups', '--store', served.storeUrl, '--output', 'json'],
      { maxBuffer: 10_000_000 },
    );
    expect(stdout).toBe(text);
  });

  it('are known the second time, by their receipt, and fresh for who has them', async () => {
    const first = await fetch(`${base}/findings?wait=30`);
    const etag = first.headers.get('ETag') ?? '';
    await first.arrayBuffer();
    const second = await fetch(`${base}/findings`);
    expect([second.status, second.headers.get('ETag')]).toEqual([200, etag]);
    await second.arrayBuffer();
    expect(await statusOf(`${base}/findings`, { 'If-None-Match': etag })).toBe(304);
    const key = etag.replaceAll('"', '');
    expect((await send('GET', `${base}/analyses/${key}`)).status).toBe(200);
  });

  it('come by a job when they are not known, and stay when the server starts anew', async () => {
    const asked = await send('POST', `${base}/analyses`, { measures: ['degree', 'density'], seed: 7 });
    expect(asked.status).toBe(202);
    const { id } = jobSchema.parse(asked.body);
    expect(asked.headers.get('Location')).toBe(`/api/v1/jobs/${id}`);
    const events = await (await fetch(`${served.api}/jobs/${id}/events`)).text();
    expect(events).toContain('event: done');
    expect(events.match(/event: (done|failed|cancelled)/gu)).toHaveLength(1);
    const job = jobSchema.parse((await send('GET', `${served.api}/jobs/${id}`)).body);
    const result = await send('GET', new URL(job.result ?? '', served.url).href);
    expect(result.body).toMatchObject({
      network: { density: 21 / 45 },
      receipt: { seed: 7, measures: ['degree', 'density'] },
    });

    const again = await serveApp({ folder: served.folder });
    try {
      const known = await send('POST', `${again.api}/networks/two-groups/analyses`, {
        measures: ['degree', 'density'],
        seed: 7,
      });
      expect([known.status, known.body]).toEqual([200, result.body]);
    } finally {
      await again.close();
    }
  });

  it('are one job for however many ask for the same at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => send('GET', `${base}/findings?seed=4711&wait=0`)),
    );
    const jobs = asked.filter(({ status }) => status === 202).map(({ body }) => body['id']);
    expect(new Set(jobs).size).toBe(1);
    const together = await Promise.all(
      Array.from(
        { length: 50 },
        async () => await (await fetch(`${base}/findings?seed=4711&wait=30`)).text(),
      ),
    );
    expect(new Set(together).size).toBe(1);
  });

  it('are of the revision that was asked for', async () => {
    const { body } = await send('GET', `${base}/findings?knownAt=1&wait=30`);
    expect(body).toMatchObject({ receipt: { revision: 1, nodes: 0, ties: 0 } });
    const lens = (knownAt: number): string => `lens=${encodeURIComponent(JSON.stringify({ knownAt }))}`;
    const both = await send('GET', `${base}/findings?knownAt=2&${lens(1)}&wait=30`);
    expect(both.body).toMatchObject({ receipt: { revision: 2, nodes: 10 } });
    for (const asked of ['knownAt=99', lens(99)]) {
      const { body: problem } = await send('GET', `${base}/findings?${asked}&wait=30`);
      expect(problem).toMatchObject({ code: 'VALUE_NOT_VALID', detail: 'Revision 99 is not there yet.' });
    }
  });

  it('take no file of the server for a lens or groups', async () => {
    const groups = await send('GET', `${base}/findings?groups=package.json&wait=30`);
    expect([groups.status, groups.body['code']]).toEqual([422, 'GROUPS_NOT_VALID']);
    const lens = await send('GET', `${base}/findings?lens=package.json&wait=30`);
    expect([lens.status, lens.body['code']]).toEqual([422, 'LENS_NOT_VALID']);
    const other = await send('GET', `${base}/findings?groups=sector&wait=30`);
    expect(other.body).toMatchObject({ network: { groups: 'sector' } });
  });
});

describe('the view', () => {
  it('holds findings and what the map is drawn from, and leaves the findings kept, byte for byte', async () => {
    const whole = await (await fetch(`${base}/view?wait=30&seed=8`)).text();
    const view = viewSchema.parse(JSON.parse(whole));
    // Known by now, without a job.
    const kept = await fetch(`${base}/findings?seed=8`);
    expect(kept.status).toBe(200);
    const text = await kept.text();
    expect(whole.startsWith(`{"analysis":${text.trimEnd()},`)).toBe(true);
    const map = mapSchema.parse((await send('GET', `${base}/map?wait=30&seed=8`)).body);
    expect(view.map).toEqual(map.input);
    expect(view.facets).toEqual(map.facets);
  });

  it('is the same where the findings are known before', async () => {
    const first = await send('GET', `${base}/findings?wait=30&seed=9`);
    const view = viewSchema.parse((await send('GET', `${base}/view?wait=30&seed=9`)).body);
    expect(view.analysis).toEqual(first.body);
  });
});

describe('map and reports', () => {
  it('are the same drawn from findings that are known as without them', async () => {
    const look = async (query: string) =>
      mapSchema.parse((await send('GET', `${base}/map?wait=30&seed=5${query}`)).body);
    const alone = await look('');
    expect((await send('GET', `${base}/findings?wait=30&seed=5`)).status).toBe(200);
    // Another height is another result: it is drawn anew.
    const drawn = await look('&height=801');
    expect(drawn.input).toEqual(alone.input);
    expect(drawn.receipt).toEqual(alone.receipt);
  });

  it('gives the map with its picture', async () => {
    const { status, body } = await send('GET', `${base}/map?wait=30&width=900&height=600`);
    expect(status).toBe(200);
    const map = mapSchema.parse(body);
    expect(map.layout.x).toHaveLength(10);
    expect(map.svg).toMatch(/^<svg /u);
  });

  it('makes a report once, as a file that runs nothing', async () => {
    const asked = await send('POST', `${base}/reports`, { kind: 'html' });
    expect(asked.status).toBe(202);
    await (await fetch(`${served.api}/jobs/${String(asked.body['id'])}/events`)).text();
    const known = await send('POST', `${base}/reports`, { kind: 'html' });
    expect(known.status).toBe(200);
    const file = await fetch(new URL(String(known.body['result']), served.url));
    expect(file.headers.get('Content-Type')).toContain('text/html');
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="two-groups-report.html"');
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(await file.text()).toContain('Two groups');
  });

  it('leaves nothing half-written in the data folder', async () => {
    const names = await readdir(join(served.folder, 'results'), { recursive: true });
    expect(names.filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});
