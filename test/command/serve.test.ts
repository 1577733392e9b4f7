import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type ServerProcess } from '#test/command/start-server.ts';
import { freePort } from '../../scripts/free-port.ts';

let folder: string;
let running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-serve-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  await rm(folder, { recursive: true, force: true });
});

/** The apartment fire, the cohort, the alumni (data/examples/harbour-county/STORIES.md). */
const storyPaths = [
  'needs/need-apartment-fire',
  'gatherings/gathering-neighbourhood-call-2020-04-09',
  'organizations/org-valley-homes',
  'people/person-dolores-reyes',
  'offers/offer-tidewater-chapel-food',
  'communities/community-emerging-leaders',
  'communities/community-native-entrepreneurs',
  'communities/community-housed-tonight',
  'organizations/org-valley-meeting-house',
  'communities/community-food-and-farming',
  'gatherings/gathering-food-table-2025-05-14',
  'gatherings/gathering-emerging-leaders-2026-10',
  'gatherings/gathering-native-entrepreneurs-2025',
];

/** What of their answers is looked at. */
interface StoryRecord {
  readonly id: string;
  readonly kind?: string;
  readonly openedAt?: string;
  readonly items?: readonly { readonly acceptedBy: readonly string[] }[];
  readonly members?: readonly { readonly party: string; readonly role: string }[];
}

/** Starts `weft serve` in the folder of the test. */
async function serve(...args: string[]): Promise<ServerProcess> {
  const server = await startServer(folder, ...args);
  running.push(server.child);
  return server;
}

/** What the first connection that is taken is answered. */
async function firstAnswer(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await setTimeout(5);
    }
  }
}

describe('weft serve', () => {
  it('loads the example into an empty store, says its address, stops gracefully, and keeps everything', async () => {
    const first = await serve('--example', 'florentine');
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const api = `${first.address}/api/v1/networks`;
    const { items } = (await (await fetch(api)).json()) as { items: { slug: string }[] };
    expect(items.map(({ slug }) => slug)).toEqual(['florentine-families']);
    const families: unknown = await (await fetch(`${api}/florentine-families/organizations`)).json();
    expect((families as { items: unknown[] }).items).toHaveLength(16);
    const stream = await fetch(`${api}/florentine-families/events`);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ status: 0 });
    await stream.text().catch(() => '');

    const second = await serve('--example', 'karate');
    const again = (await (await fetch(`${second.address}/api/v1/networks`)).json()) as typeof items;
    expect(again).toMatchObject({ items: [{ slug: 'florentine-families' }] });
  });

  it('answers nothing before the example is in', async () => {
    const port = await freePort();
    const api = `http://127.0.0.1:${port}/api/v1/networks`;
    const starting = serve('--port', `${port}`);
    const first = await firstAnswer(api);
    expect(((await first.json()) as { items: unknown[] }).items).toHaveLength(1);
    await starting;
  });

  it('has the stories of Harbour County as records, found by their ids', async () => {
    const { address } = await serve();
    const base = `${address}/api/v1/networks/harbour-county`;
    for (const path of storyPaths) {
      const answer = await fetch(`${base}/${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(path).toMatch(new RegExp(`/${((await answer.json()) as { id: string }).id}$`, 'u'));
    }
    const read = async (path: string) => (await (await fetch(`${base}/${path}`)).json()) as StoryRecord;
    const fire = await read('needs/need-apartment-fire');
    expect(fire.openedAt).toMatch(/^2020-/u);
    const takers = fire.items?.flatMap(({ acceptedBy }) => acceptedBy) ?? [];
    expect(takers).toEqual(['org-valley-homes', 'org-tidewater-chapel', 'person-dolores-reyes']);
    const cohort = await read('communities/community-emerging-leaders');
    expect(cohort.kind).toBe('cohort');
    expect(cohort.members?.filter(({ role }) => role === 'alumnus')).toHaveLength(20);
    const alumni = await read('communities/community-native-entrepreneurs');
    expect(alumni.kind).toBe('alumni');
    expect(new Set(alumni.members?.map(({ role }) => role))).toEqual(new Set(['alumnus']));
    for (const { party } of [...(cohort.members ?? []), ...(alumni.members ?? [])])
      expect((await read(`${party.startsWith('org-') ? 'organizations' : 'people'}/${party}`)).id).toBe(
        party,
      );
    const { items } = (await (await fetch(`${base}/organizations?limit=500`)).json()) as {
      items: { custom?: { practice?: string } }[];
    };
    const practising = (word: string): number =>
      items.filter(({ custom }) => custom?.practice === word).length;
    expect([practising('Farmer'), practising('Chef')]).toEqual([15, 12]);
  });

  it('serves another host only with tokens, and says why', async () => {
    const refused = await serve('--host', '0.0.0.0', '--example', 'none');
    const { status, err } = await refused.ended;
    expect(status).toBe(2);
    expect(err).toMatch(/read and change the records.*--access-token-file/su);
    const file = join(folder, 'tokens.txt');
    await writeFile(file, 'view aaaaaaaaaaaaaaaaaaaaaaaa\nedit bbbbbbbbbbbbbbbbbbbbbbbb\n');
    const { address } = await serve('--host', '0.0.0.0', '--example', 'none', '--access-token-file', file);
    const url = `${address.replace('0.0.0.0', '127.0.0.1')}/api/v1/networks`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { Authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaa' } })).status).toBe(
      200,
    );
  });

  it('says that a port is taken', async () => {
    const { address } = await serve('--example', 'none');
    const other = await serve('--example', 'none', '--port', new URL(address).port);
    expect(await other.ended).toMatchObject({ status: 2 });
  });
});
