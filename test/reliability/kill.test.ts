import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import { replay } from '#data/history/replay.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import type { LogEntry } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { operationOf } from '#test/reliability/ledger-operations.ts';

const kills = 100;
const fewest = 3_000;
/** A client is killed after so many answers, and then at any moment of a stretch in which it goes on: one fsync is some ms. */
const answersBeforeKill = { from: 20, below: 60 };
const momentMs = 40;

let folder = '';
let path = '';
let ledger = '';
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-kill-'));
  [path, ledger] = [join(folder, 'weft.db'), join(folder, 'ledger')];
  await writeFile(ledger, '');
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A client whose code is loaded, and that waits for a word. */
async function client(): Promise<ChildProcess> {
  const script = new URL('./ledger-writer.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, path, ledger], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Each start compiles the same files: kept beside the store, they load in half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  running.add(child);
  await once(child.stdout, 'data');
  return child;
}

/** Lets the client go and waits until it has noted so many answers. */
async function answered(child: ChildProcess, answers: number): Promise<void> {
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += String(chunk).split('.').length - 1;
      if (seen >= answers) resolve();
    });
    child.once('exit', () => {
      reject(new Error('The client ended by itself.'));
    });
    child.stdin?.write('go\n');
  });
}

interface Ledger {
  readonly asked: Set<number>;
  /** Number → the revision that was answered. */
  readonly acknowledged: Map<number, number>;
  readonly repeated: number;
}

function readLedger(): Ledger {
  // The last line may be cut short by the kill; only whole lines count.
  const lines = readFileSync(ledger, 'utf8').split('\n').slice(0, -1);
  const acknowledged = new Map<number, number>();
  const asked = new Set<number>();
  let repeated = 0;
  for (const line of lines) {
    const [word, number, revision, again] = line.split(' ');
    if (word === 'ask') asked.add(Number(number));
    if (word === 'ack' && again !== undefined) acknowledged.set(Number(number), Number(revision));
    if (word === 'ack' && again === 'true') repeated++;
  }
  return { asked, acknowledged, repeated };
}

/**
 * What the bytes on the disk say after a kill, read as any program of SQLite would. Looks for the answers since the kill
 * before; all of them are looked for at the end.
 */
function checkFile(
  { acknowledged }: Ledger,
  before: ReadonlyMap<number, number>,
): { integrity: boolean; gapless: boolean; lost: number } {
  const database = new DatabaseSync(path);
  const integrity = database.prepare('PRAGMA integrity_check').get()?.integrity_check === 'ok';
  const counted = database.prepare('SELECT count(*) AS n, max(revision) AS top FROM change').get();
  const head = database.prepare('SELECT head FROM network').get()?.head ?? 0;
  const gapless = counted?.n === head && (counted.top ?? 0) === head;
  const found = database.prepare('SELECT revision FROM change WHERE operation = ?');
  let lost = 0;
  for (const [number, revision] of acknowledged) {
    if (before.has(number)) continue;
    if (found.get(operationOf(number).operation)?.revision !== revision) lost++;
  }
  database.close();
  return { integrity, gapless, lost };
}

describe('kill -9', () => {
  it(`${kills} times during a stream of writes: nothing acknowledged is lost, doubled or torn`, async () => {
    const random = new Random(7, 'kill');
    const begun = performance.now();
    let [whole, gaps, lost, rounds] = [0, 0, 0, 0];
    let waiting = client();
    let known: Ledger = readLedger();
    // Answers that a killed client had no time to note do not count: it may need some kills more.
    while (rounds < kills || known.acknowledged.size < fewest) {
      rounds++;
      const child = await waiting;
      // The next one loads its code meanwhile.
      waiting = client();
      const answers = answersBeforeKill.from + random.below(answersBeforeKill.below - answersBeforeKill.from);
      await answered(child, answers);
      await setTimeout(random.below(momentMs));
      child.kill('SIGKILL');
      await once(child, 'exit');
      running.delete(child);
      const now = readLedger();
      const found = checkFile(now, known.acknowledged);
      known = now;
      whole += found.integrity ? 1 : 0;
      gaps += found.gapless ? 0 : 1;
      lost += found.lost;
    }
    (await waiting).kill('SIGKILL');
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    const verdict = await verify(readLedger());
    console.log(
      `kill -9: ${rounds} kills in ${seconds} s, ${verdict.acknowledged} acknowledged, lost ${lost + verdict.lost}, ` +
        `doubled ${verdict.doubled}, torn ${verdict.torn}, ghosts ${verdict.ghosts}; ${verdict.unknownPresent} answers cut off ` +
        `and found done when asked again; gaps ${gaps}, integrity ok ${whole}/${rounds}`,
    );
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, torn: 0, ghosts: 0 });
    expect([whole, gaps, lost]).toEqual([rounds, 0, 0]);
    expect(verdict.acknowledged).toBeGreaterThanOrEqual(fewest);
  });
});

/** Sorts every operation of the ledger by what the store says when it is opened again. */
async function verify({ asked, acknowledged, repeated }: Ledger) {
  const store = await SqliteStore.open(path);
  const network = store.network('ledger');
  const log: LogEntry[] = [...(await network.log(0, 1_000_000))];
  const { records } = await readSnapshot(network, new AbortController().signal);
  await store.close();
  const times = new Map<string, number>();
  for (const { operation } of log) times.set(operation, (times.get(operation) ?? 0) + 1);
  const ids = new Set(records.map(({ id }) => id));
  const isTorn = (number: number): boolean => {
    const set = operationOf(number);
    const there = set.changes.filter(({ id }) => ids.has(id)).length;
    return there !== (times.has(set.operation) ? set.changes.length : 0);
  };
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => index + 1));
  expect(new Map(replay(log).map((one) => [one.id, one]))).toEqual(
    new Map(records.map((one) => [one.id, one])),
  );
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter(
      ([number, revision]) => log[revision - 1]?.operation !== `operation-${number}`,
    ).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    torn: [...asked].filter(isTorn).length,
    ghosts: [...times.keys()].filter((operation) => !asked.has(Number(operation.split('-')[1]))).length,
    unknownPresent: repeated,
  };
}
