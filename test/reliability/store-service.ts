import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { operationOf } from '#test/reliability/ledger-operations.ts';

/**
 * A service that is killed: it is sent a number a line, commits the operation of that number, and answers "N REVISION
 * REPEATED". The store is opened with the first line.
 */
const [path = ''] = process.argv.slice(2);
let opened: Promise<SqliteStore> | undefined;

async function commit(number: number): Promise<void> {
  opened ??= SqliteStore.open(path);
  const { revision, repeated } = await (await opened).network('ledger').commit(operationOf(number));
  process.stdout.write(`${number} ${revision} ${String(repeated)}\n`);
}

createInterface({ input: process.stdin }).on('line', (line) => void commit(Number(line)));
flushCompileCache();
process.stdout.write('ready\n');
