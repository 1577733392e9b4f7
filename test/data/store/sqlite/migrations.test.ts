import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-migrations-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A store as Weft 0.1 left it: two networks with the same ids inside, a tie, and what it once joined removed. */
function fileOfSchema1(path: string): void {
  const database = new DatabaseSync(path);
  database.exec(migrations[0] ?? '');
  database.exec('PRAGMA user_version = 1');
  const record = database.prepare('INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const image = database.prepare('INSERT INTO image VALUES (?, ?, ?, ?, ?, NULL, NULL, ?)');
  const link = database.prepare('INSERT INTO link VALUES (?, ?, ?, ?, ?)');
  const text = database.prepare("INSERT INTO record_text (rowid, name, rest) VALUES (?, ?, '')");
  let row = 0;
  for (const network of ['m', 'n']) {
    database.prepare('INSERT INTO network VALUES (?, 1)').run(network);
    database
      .prepare('INSERT INTO change VALUES (?, 1, ?, ?, ?, NULL)')
      .run(network, 'first', '{"name":"x"}', '2026-01-02T03:04:05Z');
    for (const [pos, [kind, body]] of bodiesOf(network).entries()) {
      record.run(++row, network, body.id, kind, 1, 1, pos, JSON.stringify(body));
      image.run(network, 1, pos, kind, body.id, JSON.stringify(body));
      text.run(row, kind === 'collaboration' ? body.name : '');
    }
    link.run(network, 'r', 'from', 0, 'a');
    link.run(network, 'r', 'to', 1, 'p');
    link.run(network, 'c', 'participants[].party', 0, 'a');
    link.run(network, 'c', 'participants[].party', 1, 'a');
  }
  database.close();
}

function bodiesOf(network: string) {
  return [
    ['organization', org('a', { sector: network })],
    ['person', { id: 'p', name: 'P' }],
    ['relationship', { id: 'r', from: 'a', to: 'p', kind: 'refers', direction: 'directed' }],
    [
      'collaboration',
      { id: 'c', name: '北京大学', participants: [{ party: 'a' }, { party: 'a', role: 'lead' }] },
    ],
  ] as const;
}

describe('a store of schema 1', () => {
  it('is brought up to date with what names what, each network its own, and its people can be erased', async () => {
    const path = join(folder, 'old.db');
    fileOfSchema1(path);
    const store = await SqliteStore.open(path);
    for (const id of ['m', 'n']) {
      const network = store.network(id);
      const naming = async (kind: 'relationship' | 'collaboration', target: string) =>
        (await network.find({ kind, filter: { linksTo: target }, limit: 9 })).items.map((one) => one.id);
      expect(await naming('relationship', 'a')).toEqual(['r']);
      expect(await naming('relationship', 'p')).toEqual(['r']);
      expect(await naming('collaboration', 'a')).toEqual(['c']);
      expect(await naming('collaboration', 'p')).toEqual([]);
      const { items } = await network.find({ kind: 'collaboration', text: '大学', limit: 9 });
      expect(items.map((one) => one.id)).toEqual(['c']);
      expect((await network.read(['a']))[0]?.body).toEqual(org('a', { sector: id }));
      await expect(
        network.commit(setOf([{ kind: 'organization', id: 'a', ifRevision: 1, after: null }])),
      ).rejects.toThrow(/names the organization a/u);
    }
    await store
      .network('n')
      .commit(
        setOf([
          { kind: 'relationship', id: 'r', ifRevision: 1, after: null },
          put('collaboration', { id: 'c', name: 'C' }, 1),
          { kind: 'organization', id: 'a', ifRevision: 1, after: null },
        ]),
      );
    await store.network('n').erase('p', { name: 'test' });
    expect((await store.network('n').log(0, 1))[0]?.changes[1]?.after).toEqual({
      id: 'p',
      name: 'Erased person',
    });
    expect((await store.network('m').log(0, 1))[0]?.changes[1]?.after).toEqual({ id: 'p', name: 'P' });
    await store.close();
  });
});
