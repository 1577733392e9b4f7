import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';
import { openForWriting } from '#data/store/sqlite/open-database.ts';
import { storeError } from '#data/store/sqlite/store-error.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-full-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('SQLite without room', () => {
  it('fails with STORE_FULL at any page, keeps what was committed, and goes on when there is room', () => {
    const database = openForWriting(join(folder, 'full.db'));
    const writer = new ChangeSetWriter(database);
    const big = (id: string): ReturnType<typeof setOf> =>
      setOf([
        put('organization', org(id, { description: 'x'.repeat(9_000) })),
        put('person', { id: `p-${id}`, name: id }),
      ]);
    const commit = (id: string): string => {
      database.exec('BEGIN IMMEDIATE; SAVEPOINT one');
      try {
        writer.apply('n', big(id));
        database.exec('RELEASE one; COMMIT');
        return 'done';
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        return (storeError(error) as Error & { code: string }).code;
      }
    };
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    const count = (): unknown => database.prepare('SELECT count(*) AS n FROM record').get()?.n;
    let done = 0;
    for (let limit = pages; limit < pages + 25; limit++) {
      database.exec(`PRAGMA max_page_count = ${limit}`);
      const outcome = commit(`a${limit}`);
      expect(['done', 'STORE_FULL']).toContain(outcome);
      if (outcome === 'done') done++;
      expect(count()).toBe(2 * done);
      expect(writer.head('n')).toBe(done);
    }
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(25);
    database.exec('PRAGMA max_page_count = 100000');
    expect(commit('last')).toBe('done');
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  });
});
