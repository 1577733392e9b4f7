import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '#analysis/graph/random.ts';
import { importNetwork } from '#api/services/import-network.ts';
import { networkDataAt } from '#api/services/snapshot.ts';
import { rewind } from '#data/history/rewind.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { defaultLens } from '#data/model/lens.ts';
import type { ChangeSet, NetworkStore, RecordBody, Store } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { neo4jEngine } from '#test/bench/neo4j-store.ts';
import { type Promises, sqliteEngine, type StoreEngine } from '#test/bench/store-engines.ts';

const organizations = 20_000;
const ties = 100_000;
const singles = 1_000;
const writers = 50;
const writeMs = 5_000;
const changesBack = 20_000;
const signal = new AbortController().signal;

type Say = (line: string) => void;

/**
 * Times each engine on the size that stores are promised for: import, snapshot, reads, writes, history. Processor time
 * is that of this process (for an engine of its own process, the driver's); it tells more than the clock of a busy machine.
 */
export async function timeStores(say: Say): Promise<void> {
  await timeStore(sqliteEngine, say);
  const neo4j = await neo4jEngine(say);
  if ('why' in neo4j) {
    say(`\nnot run: Neo4j (${neo4j.why})`);
    return;
  }
  try {
    await timeStore(neo4j.engine, say);
  } finally {
    await neo4j.stop();
  }
}

async function timeStore(engine: StoreEngine, say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-store-'));
  const store = await engine.open(folder);
  say(
    `\n| store (${engine.name}): ${organizations} organizations, ${ties} ties; load ${loadavg()[0]?.toFixed(1)} | figure | processor | promised |`,
  );
  say('|---|---:|---:|---:|');
  try {
    const { id } = await timeImport(store, engine.promised, say);
    const network = store.network(id);
    await timeSnapshot(network, engine.promised, say);
    await timeReads(network, engine.promised, say);
    await timeWrites(network, engine.promised, say);
    await timeKnownAt(network, engine.promised, say);
    const size = await engine.size(folder);
    if (size !== null) say(`| size on the disk | ${(size / 2 ** 20).toFixed(0)} MiB | | |`);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function timeImport(store: Store, promised: Promises, say: Say): Promise<{ id: string }> {
  const random = new Random(1, 'bench store');
  const nodes = Array.from(
    { length: organizations },
    (_, index) => `o${index},Organization ${index},Sector ${index % 12}\n`,
  );
  const rows = Array.from({ length: ties }, (_, index) => {
    const from = random.below(organizations);
    const to = (from + 1 + random.below(organizations - 1)) % organizations;
    return `t${index},o${from},o${to},${1 + random.below(5)}\n`;
  });
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files = [
    { name: 'nodes.csv', bytes: encode(`id,name,sector\n${nodes.join('')}`) },
    { name: 'ties.csv', bytes: encode(`id,source,target,weight\n${rows.join('')}`) },
  ];
  const take = async () => {
    const read = await readFiles(files);
    return await importNetwork(store, {
      read,
      inputHash: 'sha256:bench',
      network: 'bench',
      author: { name: 'bench' },
      dryRun: false,
      signal,
    });
  };
  const first = await seconds(take);
  say(`| import | ${taken(first)} | ${promised.import} |`);
  const again = await seconds(take);
  if (again.value.created + again.value.changed > 0) throw new Error('The second import changed something.');
  say(`| import of the same again, 0 changes | ${taken(again)} | |`);
  return { id: first.value.network.id };
}

async function timeSnapshot(network: NetworkStore, promised: Promises, say: Say): Promise<void> {
  const runs: Taken[] = [];
  for (let turn = 0; turn < 5; turn++) {
    runs.push(
      await seconds(async () => {
        const { data } = await networkDataAt(network, undefined, signal);
        return applyLens(data, defaultLens);
      }),
    );
  }
  const [middle] = runs.toSorted((a, b) => a.seconds - b.seconds).slice(2);
  if (middle) say(`| snapshot to graph, median of 5 | ${taken(middle)} | ${promised.snapshot} |`);
}

async function timeReads(network: NetworkStore, promised: Promises, say: Say): Promise<void> {
  const ids = (await network.find({ kind: 'organization', limit: singles })).items.map((stored) => stored.id);
  const one = await seconds(async () => {
    for (const id of ids) await network.read([id]);
  });
  const rate = (ids.length / one.seconds).toFixed(0);
  say(`| ${ids.length} single reads (${rate}/s) | ${taken(one)} | ${promised.reads} |`);
  const pages = 200;
  const list = await seconds(async () => {
    for (let page = 0; page < pages; page++) await network.find({ kind: 'organization', limit: 50 });
  });
  say(`| lists of 50 | ${(pages / list.seconds).toFixed(0)}/s | | |`);
  const search = async (what: string, text: (page: number) => string): Promise<void> => {
    const run = await seconds(async () => {
      for (let page = 0; page < pages; page++) {
        const { items } = await network.find({ kind: 'organization', text: text(page), limit: 20 });
        if (items.length === 0) throw new Error(`${text(page)} was not found.`);
      }
    });
    say(`| searches ${what} | ${(pages / run.seconds).toFixed(0)}/s | | |`);
  };
  await search('of two words', (page) => `organization ${page}`);
  await search('by a beginning that a thousandth has', (page) => `${100 + page}`);
  await search('by a beginning that all have', () => 'organ');
}

async function timeWrites(network: NetworkStore, promised: Promises, say: Say): Promise<void> {
  let next = 0;
  const one = await seconds(async () => {
    while (next < singles) await network.commit(newOrganization(next++));
  });
  say(
    `| ${singles} single writes, one after the other (${(singles / one.seconds).toFixed(0)}/s) | ${taken(one)} | |`,
  );
  const delays: number[] = [];
  const end = performance.now() + writeMs;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        await network.commit(newOrganization(next++));
        delays.push(performance.now() - asked);
      }
    }),
  );
  const rate = (delays.length / (performance.now() - begun)) * 1000;
  const p99 = delays.sort((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? 0;
  say(
    `| durable writes, ${writers} writers | ${rate.toFixed(0)}/s, p99 ${p99.toFixed(0)} ms | | ${promised.writes} |`,
  );
}

function newOrganization(number: number): ChangeSet {
  const after: RecordBody = { id: `w${number}`, name: `Written ${number}` };
  return {
    operation: `w-${number}`,
    author: { name: 'bench' },
    at: '2026-01-02T03:04:05Z',
    changes: [{ kind: 'organization', id: after.id, ifRevision: null, after }],
  };
}

async function timeKnownAt(network: NetworkStore, promised: Promises, say: Say): Promise<void> {
  const { items } = await network.find({ kind: 'organization', limit: 20_000 });
  const head = await network.head();
  const each = 50;
  for (let at = 0; at < Math.min(items.length, changesBack); at += each) {
    await network.commit({
      operation: `edit-${at}`,
      author: { name: 'bench' },
      at: '2026-01-02T03:04:05Z',
      changes: items.slice(at, at + each).map(({ kind, id, revision, body }) => ({
        kind,
        id,
        ifRevision: revision,
        after: { ...body, size: at },
      })),
    });
  }
  const { records } = await readSnapshot(network, signal);
  const run = await seconds(() => rewind(records, network.logBack(head)));
  if (run.value.some(({ body }) => body.size !== undefined)) throw new Error('A change was not rewound.');
  say(`| known ${items.length} changes back, beside the snapshot | ${taken(run)} | ${promised.knownAt} |`);
}

interface Taken {
  readonly seconds: number;
  /** Processor time of all threads of this process. */
  readonly processor: number;
}

async function seconds<Value>(run: () => Promise<Value>): Promise<Taken & { value: Value }> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6, value };
}

function taken({ seconds, processor }: Taken): string {
  return `${seconds.toFixed(2)} s | ${processor.toFixed(2)} s`;
}
