import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { emptyFolder, sharedData, weft } from '#test/command/weft.ts';
import { emptyDatabase, outsider } from './open-test-store.ts';

const examples = join(import.meta.dirname, '../../data/examples');
const county = join(examples, 'harbour-county/harbour-county.weft.json');
const delta = join(sharedData, 'delta-science-tracker');

let neo4jUrl = '';
let directory = '';
const run = async (...words: readonly string[]): Promise<string> => {
  const { status, out, err } = await weft(words, { directory });
  expect(status, err).toBe(0);
  return out;
};
const exported = async (network: string, store: string, name: string): Promise<string> => {
  await run('export', '--network', network, '--out', name, '--store', store);
  return await readFile(join(directory, name), 'utf8');
};

beforeEach(async () => {
  const { url, password } = inject('neo4j');
  neo4jUrl = url;
  process.env.NEO4J_PASSWORD = password;
  directory = await emptyFolder();
  await emptyDatabase();
});

/** Properties of every node but (:Change) that read as JSON, with one that does. */
async function jsonInNodes(): Promise<unknown[]> {
  const { driver, ask } = outsider();
  const found = await ask<{ label: string; name: string; value: string }>(
    `MATCH (n) WHERE NOT n:Change UNWIND keys(n) AS name
     WITH labels(n) AS label, name, n[name] AS value
     WITH label, name, [v IN CASE WHEN valueType(value) STARTS WITH 'LIST' THEN value ELSE [value] END | toString(v)] AS values
     UNWIND values AS value WITH label, name, value WHERE value =~ '(?s)\\\\s*[\\\\[{].*[\\\\]}]\\\\s*'
     RETURN label, name, value LIMIT 5`,
  );
  await driver.close();
  return found.filter(({ value }) => {
    try {
      JSON.parse(value);
      return true;
    } catch {
      return false;
    }
  });
}

describe('the commands on Neo4j', () => {
  it('copies a store there and back, backs it up and restores it, byte for byte with the history', async () => {
    await run('import', county, '--network', 'harbour-county', '--store', 'sqlite:one.db');
    const first = await exported('harbour-county', 'sqlite:one.db', 'first.weft.json');
    expect(await run('store', 'copy', 'sqlite:one.db', neo4jUrl)).toMatch(/one change set copied, verified/u);
    expect(await exported('harbour-county', neo4jUrl, 'neo4j.weft.json')).toBe(first);
    expect(await run('store', 'copy', 'sqlite:one.db', neo4jUrl)).toMatch(/ no change sets copied/u);
    await run('store', 'copy', neo4jUrl, 'sqlite:back.db');
    expect(await exported('harbour-county', 'sqlite:back.db', 'back.weft.json')).toBe(first);
    await run('backup', '--out', 'neo4j.weft-backup', '--store', neo4jUrl);
    await run('restore', 'neo4j.weft-backup', '--store', 'sqlite:restored.db');
    expect(await exported('harbour-county', 'sqlite:restored.db', 'restored.weft.json')).toBe(first);
    await emptyDatabase();
    await run('restore', 'neo4j.weft-backup', '--store', neo4jUrl);
    expect(await exported('harbour-county', neo4jUrl, 'again.weft.json')).toBe(first);
    const analysed = async (store: string): Promise<string> =>
      await run('analyze', '--network', 'harbour-county', '--store', store, '--output', 'json');
    expect(await analysed(neo4jUrl)).toBe(await analysed('sqlite:one.db'));
    expect(await jsonInNodes()).toEqual([]);
  });

  it('says what is wrong with an address, a password or a server that is not there', async () => {
    const network = ['export', '--network', 'x', '--out', 'x.weft.json', '--store'];
    const away = await weft([...network, 'bolt://neo4j@127.0.0.1:9/neo4j'], { directory });
    expect([away.status, away.err]).toEqual([3, expect.stringMatching(/Neo4j cannot be reached/u)]);
    process.env.NEO4J_PASSWORD = 'wrong';
    const refused = await weft([...network, neo4jUrl], { directory });
    expect([refused.status, refused.err]).toEqual([3, expect.stringMatching(/NEO4J_PASSWORD/u)]);
    expect(refused.err).not.toContain('wrong');
  });
});

describe('a Neo4j that takes connections and says nothing', () => {
  it('is given up within seconds, and the command ends', { timeout: 60_000 }, async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const begun = performance.now();
    const words = ['export', '--network', 'x', '--out', 'x.weft.json', '--store', `bolt://127.0.0.1:${port}`];
    const { status, err } = await weft(words, { directory });
    const ms = performance.now() - begun;
    silent.close();
    expect([status, err]).toEqual([3, expect.stringMatching(/Neo4j cannot be reached/u)]);
    expect(ms).toBeLessThan(20_000);
  });
});

describe.runIf(existsSync(delta))('the delta data, seen from outside', () => {
  it('is 138 organizations, 297 collaborations and 680 participations, without JSON but in the log', async () => {
    const files = ['nodelist_twomode.csv', 'edgelist_twomode.csv'].map((name) => join(delta, name));
    const map = join(import.meta.dirname, '../command/delta.mapping.json');
    await run('import', ...files, '--map', map, '--network', 'delta', '--store', neo4jUrl);
    const { driver, ask } = outsider();
    const counts = await ask(
      `RETURN COUNT { (:Organization) } AS organizations, COUNT { (:Collaboration) } AS collaborations,
         COUNT { ()-[:TAKES_PART_IN]->() } AS participations`,
    );
    await driver.close();
    console.log(`delta, by Cypher from outside: ${JSON.stringify(counts[0])}`);
    expect(counts).toEqual([{ organizations: 138, collaborations: 297, participations: 680 }]);
    expect(await jsonInNodes()).toEqual([]);
  });
});
