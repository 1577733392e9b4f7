import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importNetwork } from '#api/services/import-network.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { emptyDatabase, openTestStore, outsider } from './open-test-store.ts';

const root = join(import.meta.dirname, '../..');
const county = 'data/examples/harbour-county/harbour-county.weft.json';
const page = await readFile(join(root, 'docs/neo4j.md'), 'utf8');

/** Title, Cypher and answer of each question of the page. */
const questions = [...page.matchAll(/### (\d+\. [^\n]+)\n+```cypher\n([^]*?)```\n+((?:\|[^\n]*\n)*)/gu)].map(
  ([, title = '', cypher = '', answer = '']) => ({ title, cypher, answer }),
);
const { driver, ask } = outsider();

beforeAll(async () => {
  await emptyDatabase();
  const store = await openTestStore();
  const read = await readFiles([{ name: 'county.weft.json', bytes: await readFile(join(root, county)) }], {
    history: true,
  });
  await importNetwork(store, {
    read,
    inputHash: 'sha256:county',
    network: undefined,
    author: { name: 'import' },
    dryRun: false,
    signal: new AbortController().signal,
  });
  await store.close();
});
afterAll(async () => {
  await driver.close();
});

describe('docs/neo4j.md', () => {
  it('asks ten questions', () => {
    expect(questions).toHaveLength(10);
  });

  it.each(questions)('$title', async ({ cypher, answer }) => {
    const rows = await ask<Record<string, unknown>>(cypher);
    expect(rows.length).toBeGreaterThan(0);
    const table = answer
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const [names, , ...cells] = table;
    expect(names).toEqual(Object.keys(rows[0] ?? {}));
    expect(cells).toEqual(rows.map((row) => Object.values(row).map(String)));
  });

  it('names every label and every type of relationship that is written, and no other', async () => {
    const written = await ask<{ word: string }>(
      `MATCH (n) UNWIND labels(n) AS word RETURN DISTINCT word
       UNION MATCH ()-[r]->() RETURN DISTINCT type(r) AS word`,
    );
    const words = written.map(({ word }) => word).filter((word) => word !== 'WeftTestSuite');
    for (const word of words) expect(page, word).toMatch(new RegExp(`\\b${word}\\b`, 'u'));
  });
});
