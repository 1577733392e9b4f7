import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type ServerProcess } from '#test/command/start-server.ts';
import { sharedData, weft } from '#test/command/weft.ts';

let folder: string;
let server: ServerProcess;
let store: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-findings-'));
  server = await startServer(folder);
  store = `sqlite:${join(folder, 'weft-data', 'weft.db')}`;
}, 120_000);
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await rm(folder, { recursive: true, force: true });
});

/** What a browser is answered, and what the command prints, of the same network of the same store. */
async function both(slug: string): Promise<[string, string]> {
  const address = `${server.address}/api/v1/networks/${slug}/findings?wait=60`;
  let answer = await fetch(address);
  while (answer.status === 202) {
    await answer.arrayBuffer();
    answer = await fetch(address);
  }
  expect(answer.status).toBe(200);
  const { out, err } = await weft(['analyze', '--network', slug, '--store', store, '--output', 'json']);
  expect(err).not.toMatch(/^weft:/u);
  return [await answer.text(), out];
}

describe('GET /findings of a real server', () => {
  it('is what weft analyze --network prints, to the byte: Harbour County', async () => {
    const [answered, printed] = await both('harbour-county');
    expect(answered.length).toBeGreaterThan(100_000);
    expect(answered).toBe(printed);
  });

  const delta = join(sharedData, 'delta-science-tracker');
  describe.runIf(existsSync(delta))('with the data beside the checkout', () => {
    it('is what weft analyze --network prints, to the byte: the Delta Science Tracker', async () => {
      const files = ['nodelist_twomode.csv', 'edgelist_twomode.csv'].map((name) => join(delta, name));
      const map = join(import.meta.dirname, 'delta.mapping.json');
      const words = ['import', ...files, '--map', map, '--network', 'delta', '--store', store];
      expect((await weft(words)).status).toBe(0);
      const [answered, printed] = await both('delta');
      expect(answered).toContain('"nodes":138');
      expect(answered).toBe(printed);
    });
  });
});
