import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { send } from '#test/api/serve-app.ts';
import { FileLedger, nothingWrong, sortOut, told, type Answered } from '#test/reliability/file-ledger.ts';
import { operationOf } from '#test/reliability/ledger-operations.ts';
import { killAll, serveProcess } from '#test/reliability/served-process.ts';

const kills = 8;
const atOnce = 16;
const rowsOfImport = 60;
/** From the first answer of a server, and in every second round from that of an import: some hit one half-way. */
const momentMs = { from: 100, below: 1_500 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-kill-writing-'));
});
afterAll(async () => {
  await killAll();
  await rm(folder, { recursive: true, force: true });
});

/** One of the ledger's operations over HTTP; null: the server was killed before it had answered. */
async function commit(base: string, number: number): Promise<Answered | null> {
  const { changes, operation } = operationOf(number);
  const answer = await send('POST', `${base}/changes`, { changes }, { 'Idempotency-Key': operation }).catch(
    () => null,
  );
  if (answer === null) return null;
  expect([number, answer.status, answer.body['code']]).toEqual([number, 200, undefined]);
  return { revision: Number(answer.body['revision']), repeated: answer.body['repeated'] === true };
}

/** Clients that write until the server is gone, the unknown operations first. */
function writing(base: string, ledger: FileLedger) {
  const again = [...ledger.unknown()];
  const first = Promise.withResolvers<number>();
  const clients = Array.from({ length: atOnce }, async () => {
    for (;;) {
      const number = again.shift() ?? ledger.ask();
      const answer = await commit(base, number);
      if (answer === null) return;
      ledger.acknowledge(number, answer);
      first.resolve(number);
    }
  });
  return { first: first.promise, ended: Promise.all(clients) };
}

/** Sends the files of an import under a key of its own; whether it was answered. */
async function importFile(base: string, key: number): Promise<boolean> {
  const form = new FormData();
  const rows = Array.from({ length: rowsOfImport }, (_, i) => `i${i},Imported ${i}\n`);
  form.append('file', new Blob([`id,name\n${rows.join('')}`]), 'a.csv');
  form.append('source', `source-${key}`);
  const headers = { 'Idempotency-Key': `import-${key}` };
  try {
    const answer = await fetch(`${base}/imports?wait=60`, { method: 'POST', body: form, headers });
    expect([answer.status, await answer.json()]).toMatchObject([200, { created: rowsOfImport }]);
    return true;
  } catch (error) {
    if (error instanceof TypeError || (error as { name?: string }).name === 'AbortError') return false;
    throw error;
  }
}

describe('kill -9 of weft serve, again and again', () => {
  it('under writes, imports and analyses: what HTTP acknowledged is there, once and whole', async () => {
    const random = new Random(11, 'kill-serve');
    const ledger = new FileLedger(join(folder, 'ledger'));
    let server = await serveProcess(folder);
    await send('POST', `${server.api}/networks`, { id: 'ledger', slug: 'ledger', name: 'Ledger' });
    /** The import under way, which was asked for and not answered. */
    let open = 1;
    const importUntilKilled = async (base: string, answered: () => void): Promise<void> => {
      while (await importFile(base, open)) {
        open++;
        answered();
      }
    };
    const readyMs: number[] = [];
    for (let kill = 1; kill <= kills; kill++) {
      const base = `${server.api}/networks/ledger`;
      const { first, ended } = writing(base, ledger);
      // One that was cut off is sent again under its key.
      const imported = Promise.withResolvers<number>();
      const importing = importUntilKilled(base, () => {
        imported.resolve(open);
      });
      await (kill % 2 === 0 ? imported.promise : first);
      const analysis = send('POST', `${base}/analyses`, { measures: ['degree'], seed: kill }).catch(
        () => null,
      );
      await setTimeout(momentMs.from + random.below(momentMs.below - momentMs.from));
      await server.kill();
      await Promise.all([ended, importing, analysis]);
      const begun = performance.now();
      server = await serveProcess(folder);
      readyMs.push(performance.now() - begun);
    }
    const base = `${server.api}/networks/ledger`;
    const answered = open - 1;
    expect(await importFile(base, open)).toBe(true);
    expect(await readdir(join(folder, 'weft-data/uploads')).catch(() => [])).toEqual([]);
    server.child.kill('SIGTERM');
    await once(server.child, 'exit');

    const store = await SqliteStore.open(join(folder, 'weft-data/weft.db'));
    const log = await store.network('ledger').log(0, 1_000_000);
    const { records } = await readSnapshot(store.network('ledger'), new AbortController().signal);
    await store.close();
    ledger.close();
    const verdict = sortOut(join(folder, 'ledger'), log, records);
    const taken = log.filter(({ operation }) => operation.startsWith('import-'));
    console.log(
      `kill -9 of weft serve: ${kills} kills; ${told(verdict)}; imports ${open}, answered before a kill ${answered}, ` +
        `stored once and whole ${taken.length}; ready again after at most ${(Math.max(...readyMs) / 1000).toFixed(1)} s`,
    );
    expect(verdict).toMatchObject(nothingWrong);
    expect(verdict.acknowledgedPresent).toBeGreaterThan(kills * atOnce);
    expect(taken.map(({ operation }) => operation).toSorted()).toEqual(
      Array.from({ length: open }, (_, at) => `import-${at + 1}`).toSorted(),
    );
    const made = taken.map(({ changes }) => changes.filter(({ kind }) => kind === 'organization').length);
    expect(new Set(made)).toEqual(new Set([rowsOfImport]));
  });
});
