import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, openStoreToRead } from '#data/store/open-store.ts';
import { storeUrl } from '#data/store/store-url.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weft-place-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});
const place = (environment: Record<string, string> = {}) => ({ directory, environment });

describe('the address of the store', () => {
  it('is what is given, else WEFT_STORE, else in WEFT_DATA, else in ./weft-data', () => {
    expect(storeUrl('sqlite:a.db', place({ WEFT_STORE: 'sqlite:b.db' }))).toBe('sqlite:a.db');
    expect(storeUrl(undefined, place({ WEFT_STORE: 'sqlite:b.db', WEFT_DATA: '/c' }))).toBe('sqlite:b.db');
    expect(storeUrl(undefined, place({ WEFT_DATA: '/c' }))).toBe('sqlite:/c/weft.db');
    expect(storeUrl(undefined, place({ WEFT_STORE: '' }))).toBe('sqlite:weft-data/weft.db');
  });

  it.each([
    ['weft.db', /sqlite:PATH/u],
    ['postgres://host/db', /is not the address/u],
    ['neo4j://user@host:7687/db/more', /name of a database/u],
    ['neo4j://user@host/db?tls=off', /does not take/u],
    ['bolt:db', /names no host/u],
    ['sqlite:', /no file/u],
    ['sqlite://host/weft.db', /host/u],
    ['sqlite::memory:', /gone/u],
    ['', /is not the address/u],
  ])('refuses %j', async (url, message) => {
    const refused = openStore(url, place());
    await expect(refused).rejects.toMatchObject({ code: 'STORE_URL_NOT_VALID' });
    const { message: said, hint } = await refused.then(
      () => ({ message: '', hint: '' }),
      (error: unknown) => error as { message: string; hint: string },
    );
    expect(`${said} ${hint}`).toMatch(message);
  });

  it('refuses a password in the address without repeating it', async () => {
    const refused = openStore('neo4j://user:secret@host/db', place());
    await expect(refused).rejects.toThrow(/password/u);
    await expect(refused).rejects.not.toThrow(/secret/u);
  });
});

describe('opening a store', () => {
  it('makes the folder and the file; a path is relative to the directory', async () => {
    const store = await openStore('sqlite:deep/er/weft.db', place());
    expect(await store.networks()).toEqual([]);
    await store.close();
    expect((await readFile(join(directory, 'deep/er/weft.db'))).length).toBeGreaterThan(0);
  });

  it('opens for reading without a byte written, and refuses to write or to make a file', async () => {
    const store = await openStore('sqlite:read.db', place());
    await store.network('n').commit(setOf([put('organization', org('a'))]));
    await store.close();
    const before = await readFile(join(directory, 'read.db'));
    const reading = openStoreToRead('sqlite:read.db', place());
    expect(await reading.network('n').head()).toBe(1);
    await expect(reading.network('n').commit(setOf([put('organization', org('b'))]))).rejects.toThrow(
      /reading only/u,
    );
    await reading.close();
    expect(await readFile(join(directory, 'read.db'))).toEqual(before);
    expect(() => openStoreToRead('sqlite:none.db', place())).toThrow(/none\.db/u);
  });
});
