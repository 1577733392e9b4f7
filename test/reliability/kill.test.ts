import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { FileLedger, nothingWrong, sortOut, told } from '#test/reliability/file-ledger.ts';
import { operationOf } from '#test/reliability/ledger-operations.ts';

const kills = 100;
const fewest = 3_000;
const atOnce = 24;
/** A service is killed after so many answers, and then at any moment of a stretch in which it goes on: one fsync is some ms. */
const answersBeforeKill = { from: 20, below: 60 };
const momentMs = 40;

let folder = '';
let path = '';
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-kill-'));
  path = join(folder, 'weft.db');
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A service whose code is loaded, and that waits for its first line. */
async function service(): Promise<ChildProcess> {
  const script = new URL('./store-service.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Each start compiles the same files: kept beside the store, they load in half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  child.stdin.on('error', () => undefined);
  running.add(child);
  await once(child.stdout, 'data');
  return child;
}

/**
 * Asks a service for what is unknown and then for new operations without end, and kills it some time after so many
 * answers. What had left it before its end counts as answered.
 */
async function askAndKill(
  child: ChildProcess,
  ledger: FileLedger,
  { answers, restMs }: { readonly answers: number; readonly restMs: number },
  answered: (number: number, repeated: boolean) => void,
): Promise<void> {
  if (!child.stdout || !child.stdin) throw new Error('The service has no pipes.');
  const { stdin, stdout } = child;
  const closed = once(child, 'close');
  const send = (number: number): void => void stdin.write(`${number}\n`);
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const [number = '', revision, repeated] = line.split(' ');
      ledger.acknowledge(Number(number), { revision: Number(revision), repeated: repeated === 'true' });
      answered(Number(number), repeated === 'true');
      if (++seen === answers) resolve();
      if (!child.killed) send(ledger.ask());
    });
    child.once('exit', () => reject(new Error('The service ended by itself.')));
    const again = ledger.unknown();
    for (const number of again) send(number);
    for (let more = again.length; more < atOnce; more++) send(ledger.ask());
  });
  await setTimeout(restMs);
  child.kill('SIGKILL');
  await closed;
  running.delete(child);
}

/**
 * What the bytes on the disk say after a kill, read as any program of SQLite would: which operations are there. Nothing
 * is written: what the killed service left in its log is for the next service to take up.
 */
function checkFile(numbers: readonly number[]): {
  readonly integrity: boolean;
  readonly gapless: boolean;
  /** Whether there is something in the write-ahead log to be taken up. */
  readonly left: boolean;
  readonly present: ReadonlyMap<number, boolean>;
} {
  const database = new DatabaseSync(path, { readOnly: true });
  const integrity = database.prepare('PRAGMA integrity_check').get()?.integrity_check === 'ok';
  const counted = database.prepare('SELECT count(*) AS n, max(revision) AS top FROM change').get();
  const head = database.prepare('SELECT head FROM network').get()?.head ?? 0;
  const gapless = counted?.n === head && (counted.top ?? 0) === head;
  const left = statSync(`${path}-wal`).size > 0;
  const find = database.prepare('SELECT revision FROM change WHERE operation = ?');
  const present = new Map(
    numbers.map((number) => [number, find.get(operationOf(number).operation) !== undefined]),
  );
  database.close();
  return { integrity, gapless, left, present };
}

describe('kill -9', () => {
  it(`${kills} times during a stream of writes: nothing acknowledged is lost, doubled or torn`, async () => {
    const random = new Random(7, 'kill');
    const begun = performance.now();
    const ledger = new FileLedger(join(folder, 'ledger'));
    let [whole, gaps, lost, taken, rounds] = [0, 0, 0, 0, 0];
    const again = { present: 0, absent: 0, wrong: 0 };
    let waiting = service();
    let known: ReadonlyMap<number, boolean> = new Map();
    // Answers that were cut off do not count: it may need some kills more.
    while (rounds < kills || ledger.acknowledged < fewest) {
      rounds++;
      const child = await waiting;
      // The next one loads its code meanwhile.
      waiting = service();
      const answers = answersBeforeKill.from + random.below(answersBeforeKill.below - answersBeforeKill.from);
      const answered: number[] = [];
      await askAndKill(child, ledger, { answers, restMs: random.below(momentMs) }, (number, repeated) => {
        answered.push(number);
        const there = known.get(number);
        // One that was on the disk after the kill is answered as done before; any other is new.
        if (repeated !== (there ?? false)) again.wrong++;
        if (there !== undefined) again[there ? 'present' : 'absent']++;
      });
      const unknown = ledger.unknown();
      const found = checkFile([...answered, ...unknown]);
      whole += found.integrity ? 1 : 0;
      taken += found.left ? 1 : 0;
      gaps += found.gapless ? 0 : 1;
      lost += answered.filter((number) => found.present.get(number) !== true).length;
      known = new Map(unknown.map((number) => [number, found.present.get(number) ?? false]));
    }
    (await waiting).kill('SIGKILL');
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    const store = await SqliteStore.open(path);
    const log = await store.network('ledger').log(0, 1_000_000);
    const { records } = await readSnapshot(store.network('ledger'), new AbortController().signal);
    await store.close();
    const verdict = sortOut(join(folder, 'ledger'), log, records);
    ledger.close();
    console.log(
      `kill -9: ${rounds} kills in ${seconds} s; ${told(verdict)}; answers cut off and asked for again: ` +
        `${again.present} were done and are not done twice, ${again.absent} were not; ` +
        `logs that the next had to take up ${taken}; gaps ${gaps}, integrity ok ${whole}/${rounds}`,
    );
    expect(verdict).toMatchObject(nothingWrong);
    expect([whole, gaps, lost, again.wrong]).toEqual([rounds, 0, 0, 0]);
    expect(taken).toBeGreaterThan(rounds / 2);
    expect(verdict.acknowledgedPresent).toBeGreaterThanOrEqual(fewest);
  });
});
