import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportNetwork } from '#api/services/export-network.ts';
import { findNetwork } from '#api/services/find-network.ts';
import { importNetwork, type ImportRequest, type ImportResult } from '#api/services/import-network.ts';
import { undo } from '#data/history/undo.ts';
import { inputHash } from '#data/ingest/input-hash.ts';
import type { Mapping } from '#data/ingest/mapping.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { put, setOf } from '#test/contract/store.suite.ts';
import { deltaFiles, deltaFolder, deltaMapping } from '#test/data/delta-records.ts';

let directory = '';
let store: Store;
/** Holds nothing of what the first store holds. */
let other: Store;
/** The slug of each test's own network. */
let slug = '';
let tests = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weft-import-'));
  const place = { directory, environment: {} };
  [store, other] = await Promise.all([openStore('sqlite:1.db', place), openStore('sqlite:2.db', place)]);
});
afterAll(async () => {
  await Promise.all([store.close(), other.close()]);
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  slug = `harbour-${++tests}`;
});
const signal = new AbortController().signal;
type Files = Readonly<Record<string, string | Uint8Array>>;

async function take(
  into: Store,
  files: Files,
  options: Partial<ImportRequest> & { mapping?: Mapping } = {},
): Promise<ImportResult> {
  const inputs = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const { mapping, ...rest } = options;
  const read = await readFiles(inputs, { history: true, ...(mapping === undefined ? {} : { mapping }) });
  return await importNetwork(into, {
    read,
    inputHash: inputHash({ files: inputs.map(({ bytes }) => bytes) }),
    network: slug,
    author: { name: 'import' },
    dryRun: false,
    signal,
    ...rest,
  });
}

async function weft(from: Store, name = slug): Promise<Uint8Array> {
  const { files } = await exportNetwork(from, await findNetwork(from, name), 'weft', signal);
  return files[0]?.bytes ?? new Uint8Array();
}

const nodes = 'id,name,sector\na,Bakery,Food\nb,Bank,Finance\nc,Clinic,Health\n';
const ties = 'source,target,weight\na,b,1\nb,c,2\na,b,3\n';
const csv: Files = { 'nodes.csv': nodes, 'ties.csv': ties };

describe('importing a network', () => {
  it('makes the network, and a second import of the same files changes nothing', async () => {
    const first = await take(store, csv);
    expect(first).toMatchObject({ made: true, revision: 1, created: 6, changed: 0, unchanged: 0 });
    expect(first.counts).toEqual({
      organizations: { created: 3, changed: 0, unchanged: 0 },
      relationships: { created: 3, changed: 0, unchanged: 0 },
    });
    expect(await take(store, csv)).toMatchObject({ made: false, revision: null, created: 0, unchanged: 6 });
    expect(await store.network(first.network.id).head()).toBe(1);
    const { data } = await readFiles([{ name: 'x.json', bytes: await weft(store) }]);
    expect(data.organizations.map(({ name }) => name)).toEqual(['Bakery', 'Bank', 'Clinic']);
    expect(data.organizations[0]?.id).toMatch(/^[0-9a-f-]{36}$/u);
    expect(data.organizations[0]?.external).toEqual([{ source: 'file', id: 'a' }]);
    expect(data.relationships[0]?.from).toBe(data.organizations[0]?.id);
  });

  it('changes nothing by a file that Weft wrote of the network, in any format, and takes what was edited in it', async () => {
    await take(store, csv);
    const { network } = await take(store, { 'nodes.csv': `${nodes}d,Dairy,Food\n` });
    const head = await store.network(network.id).head();
    for (const format of ['gexf', 'csv', 'weft']) {
      const { files } = await exportNetwork(store, network, format, signal);
      const written = Object.fromEntries(files.map(({ suffix, bytes }) => [`x${suffix}`, bytes]));
      expect(await take(store, written), format).toMatchObject({ revision: null, created: 0, unchanged: 7 });
      const edited = Object.entries(written).map(([name, bytes]) => [
        name,
        new TextDecoder().decode(bytes).replace('Bakery', 'Old Bakery'),
      ]);
      const result = await take(store, Object.fromEntries(edited) as Files, { dryRun: true });
      expect(result, format).toMatchObject({ created: 0, changed: 1, unchanged: 6 });
    }
    expect(await store.network(network.id).head()).toBe(head);
  });

  it('is written as it was known at a revision, whatever came after it', async () => {
    const { network } = await take(store, csv);
    const first = await exportNetwork(store, network, 'weft', signal);
    await take(store, { 'nodes.csv': `${nodes}d,Dairy,Food\n` });
    const later = await exportNetwork(store, { id: network.id, revision: 1 }, 'weft', signal);
    expect(later.revision).toBe(1);
    expect(later.files).toEqual(first.files);
  });

  it('takes a GEXF of Weft into another store twice without doubling it, with its ids', async () => {
    const { network } = await take(store, csv);
    const { files } = await exportNetwork(store, network, 'gexf', signal);
    const written = { 'x.gexf': files[0]?.bytes ?? '' };
    await take(other, written);
    expect(await take(other, written)).toMatchObject({ revision: null, created: 0, unchanged: 6 });
    const of = async (one: Store): Promise<string[]> =>
      (await readSnapshot(one.network((await findNetwork(one, slug)).id), signal)).records.map(
        ({ id }) => id,
      );
    expect((await of(other)).slice(1)).toEqual((await of(store)).slice(1));
  });

  it('keeps a name where a file has only the id', async () => {
    await take(store, csv);
    expect(await take(store, { 'ties.csv': ties })).toMatchObject({ revision: null, unchanged: 6 });
    const more = await take(store, { 'ties.csv': `${ties}c,d,1\n` });
    expect(more.counts).toEqual({
      organizations: { created: 1, changed: 0, unchanged: 3 },
      relationships: { created: 1, changed: 0, unchanged: 3 },
    });
  });

  it('updates what the file says differently, keeps what it does not mention, and removes nothing', async () => {
    const { network } = await take(store, csv);
    const [, bakery] = (await readSnapshot(store.network(network.id), signal)).records;
    const edited = { ...bakery?.body, id: bakery?.id ?? '', description: 'Since 1902' };
    await store.network(network.id).commit(setOf([put('organization', edited, 1)]));
    const second = await take(store, {
      'nodes.csv': 'id,name,sector\na,Bakery & Sons,Food\nb,Bank,Finance\nd,Dock,Transport\n',
      'ties.csv': 'source,target,weight\na,b,1\na,d,7\n',
    });
    expect(second).toMatchObject({ revision: 3, created: 2, changed: 1, unchanged: 2 });
    const after = (await readSnapshot(store.network(network.id), signal)).records;
    expect(after.find(({ id }) => id === bakery?.id)?.body).toMatchObject({
      name: 'Bakery & Sons',
      description: 'Since 1902',
    });
    expect(after.filter(({ kind }) => kind === 'organization')).toHaveLength(4);
    expect(after.filter(({ kind }) => kind === 'relationship')).toHaveLength(4);
  });

  it('keeps the ids of two sources apart', async () => {
    await take(store, { 'a.csv': 'id,name,sector\n1,First,x\n' }, { mapping: mappingOf('a.csv', 'one') });
    const second = await take(
      store,
      { 'a.csv': 'id,name,sector\n1,Other,x\n' },
      { mapping: mappingOf('a.csv', 'two') },
    );
    expect(second).toMatchObject({ created: 1, changed: 0 });
  });

  it('stores nothing in a dry run, and says what it would do', async () => {
    const dry = await take(store, csv, { dryRun: true });
    expect(dry).toMatchObject({ made: true, revision: null, created: 6 });
    expect(await store.networkIds()).not.toContain(dry.network.id);
    expect((await take(store, csv)).counts).toEqual(dry.counts);
  });

  it('begins with the starting vocabularies and notes what was added to them', async () => {
    const { notes, network } = await take(store, csv);
    expect(notes.filter(({ code }) => code === 'VOCABULARY_ADDED').map(({ message }) => message)).toContain(
      'Added to the sectors of the network: “Food”, “Finance”, “Health”.',
    );
    const [record] = await store.network(network.id).read([network.id]);
    expect(record?.body.vocabularies).toMatchObject({
      sectors: expect.arrayContaining(['nonprofit', 'Health']) as unknown,
    });
    expect((await take(store, csv)).notes.filter(({ code }) => code === 'VOCABULARY_ADDED')).toEqual([]);
  });

  it('imports once what is imported twice at the same time', async () => {
    await take(store, { 'nodes.csv': 'id,name,sector\nz,Zoo,Fun\n' });
    const both = await Promise.all([take(store, csv), take(store, csv)]);
    const { records } = await readSnapshot(store.network(both[0].network.id), signal);
    expect(records.filter(({ kind }) => kind === 'organization')).toHaveLength(4);
  });

  it('makes one network of two first imports at the same time', async () => {
    await Promise.all([take(store, csv), take(store, csv)]);
    expect((await store.networks()).filter((info) => info.slug === slug)).toHaveLength(1);
  });

  it('takes the name and the words of a mapping for a network that it makes, with an id of its own', async () => {
    const mapping: Mapping = {
      network: { name: 'Harbour Grants', collaborationWords: ['grant', 'grants'] },
      tables: [{ file: 'o.csv', is: 'organizations', columns: { id: 'code', sector: 'field' } }],
    };
    const files = { 'o.csv': 'code,field\na,Food\n' };
    const made = await take(store, files, { mapping, network: undefined });
    expect(made.network).toMatchObject({ slug: 'harbour-grants', name: 'Harbour Grants' });
    const { records } = await readSnapshot(store.network(made.network.id), signal);
    expect(records.find(({ kind }) => kind === 'network')?.body).toMatchObject({
      id: made.network.id,
      custom: { collaborationWords: ['grant', 'grants'] },
      vocabularies: { sectors: expect.arrayContaining(['Food']) as string[] },
    });
    const again = await take(store, files, { mapping, network: 'another harbour' });
    expect(again.network).toMatchObject({ slug: 'another-harbour', name: 'Harbour Grants' });
    expect(again.network.id).not.toBe(made.network.id);
    expect((await take(store, files, { mapping, network: undefined })).revision).toBeNull();
  });

  it('refuses a name of which no slug can be made', async () => {
    await expect(take(store, csv, { network: '中文' })).rejects.toMatchObject({ code: 'INPUT_NOT_VALID' });
    expect((await take(store, csv, { network: 'Harbour Čounty' })).network.slug).toBe('harbour-county');
  });
});

function mappingOf(file: string, source: string): Mapping {
  const columns = { id: 'id', name: 'name', sector: 'sector' };
  return { tables: [{ file, is: 'organizations', columns }], source };
}

/** A network with a history of every sort: made, changed, removed, undone, erased. */
async function livedIn(): Promise<void> {
  const { network } = await take(store, csv);
  const harbour = store.network(network.id);
  const [, bakery, , clinic] = (await readSnapshot(harbour, signal)).records;
  await harbour.commit(
    setOf([put('organization', { ...bakery!.body, size: 12, custom: { note: 'ÿ 中' } }, 1)]),
  );
  const person = { id: 'p', name: 'Vale Smith', affiliations: [{ organization: clinic!.id, role: 'chair' }] };
  await harbour.commit({ ...setOf([put('person', person)]), reason: 'met on Tuesday' });
  await harbour.commit(setOf([{ kind: 'person', id: 'p', ifRevision: 3, after: null }]));
  const [removal] = await harbour.log(3, 1);
  await harbour.commit(setOf(undo(removal!)));
  await harbour.erase('p', { name: 'weaver' });
}

describe('Weft JSON with its history', () => {
  it('is the same bytes after export, import into an empty store, and export', async () => {
    await livedIn();
    const written = await weft(store);
    expect(new TextDecoder().decode(written)).toContain('"reason": "met on Tuesday"');
    const taken = await take(other, { 'x.json': written }, { network: undefined });
    expect(taken).toMatchObject({ made: true, revision: 6, history: 6 });
    expect(Buffer.compare(await weft(other), written)).toBe(0);
    const { id } = taken.network;
    expect(await other.network(id).log(0, 99)).toEqual(await store.network(id).log(0, 99));
    expect(await take(other, { 'x.json': written })).toMatchObject({
      revision: null,
      created: 0,
      changed: 0,
    });
  });

  it('keeps ids and bytes without a history too', async () => {
    await livedIn();
    const written = new TextDecoder()
      .decode(await weft(store))
      .replace(/,\n {2}"history": \[[^]*\]\n\}/u, '\n}');
    await take(other, { 'x.json': written });
    const again = new TextDecoder().decode(await weft(other));
    expect(again.slice(0, again.indexOf('"history"'))).toBe(`${written.slice(0, -3)},\n  `);
  });

  it('becomes a network of its own beside the one it was taken from', async () => {
    await livedIn();
    const copy = await take(store, { 'x.json': await weft(store) }, { network: `${slug}-copy` });
    expect(copy).toMatchObject({ made: true, revision: 6, history: 6 });
    const slugs = (await store.networks()).map((info) => info.slug);
    expect(slugs).toEqual(expect.arrayContaining([slug, `${slug}-copy`]));
  });

  it('is refused when its history does not lead to its records, and nothing is stored', async () => {
    await livedIn();
    const written = new TextDecoder().decode(await weft(store));
    const forged = written.replace('"name": "Bakery"', '"name": "Bakers"');
    const refused = take(other, { 'x.json': forged });
    await expect(refused).rejects.toMatchObject({ problems: [{ code: 'HISTORY_NOT_CONSISTENT' }] });
    const gap = take(other, { 'x.json': written.replace('"revision": 2', '"revision": 9') });
    await expect(gap).rejects.toMatchObject({ problems: [{ code: 'HISTORY_NOT_VALID' }] });
    expect((await other.networks()).map((info) => info.slug)).not.toContain(slug);
  });
});

describe.runIf(existsSync(deltaFolder))('the delta data by mapping', () => {
  it('is 138 organizations and 297 collaborations, and the second time nothing', async () => {
    const files = Object.fromEntries(deltaFiles().map(({ name, bytes }) => [name, bytes]));
    const mapping = { ...deltaMapping, source: 'delta' };
    const first = await take(store, files, { mapping, network: 'Delta' });
    expect([first.counts.organizations?.created, first.counts.collaborations?.created]).toEqual([138, 297]);
    const second = await take(store, files, { mapping, network: 'Delta' });
    expect(second).toMatchObject({ revision: null, created: 0, changed: 0, unchanged: 435 });
    const written = await weft(store, 'delta');
    await take(other, { 'delta.json': written }, { network: undefined });
    expect(Buffer.compare(await weft(other, 'delta'), written)).toBe(0);
  });
});
