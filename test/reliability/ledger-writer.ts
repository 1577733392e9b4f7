import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { operationOf } from '#test/reliability/ledger-operations.ts';

/**
 * A client that is killed: it writes into a store without end and keeps a ledger outside, an operation a line: "ask N"
 * before it asks, "ack N REVISION REPEATED" after the answer, fsynced; then a dot an answer to whoever counts. What was asked and never answered is asked again
 * at the next start, with the same operation id.
 */
const [path = '', ledger = ''] = process.argv.slice(2);
const writersAtOnce = 24;

process.stdin.once('data', () => void main());
process.stdout.write('ready\n');

async function main(): Promise<void> {
  const file = openSync(ledger, 'a');
  process.on('exit', () => {
    closeSync(file);
  });
  const lines = readFileSync(ledger, 'utf8').split('\n');
  const numbers = (word: string): number[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1]));
  const acknowledged = new Set(numbers('ack'));
  const asked = numbers('ask');
  const unknown = [...new Set(asked)].filter((number) => !acknowledged.has(number));
  let next = Math.max(0, ...asked) + 1;
  const store = await SqliteStore.open(path);
  const network = store.network('ledger');
  process.stdout.write('open\n');
  flushCompileCache();

  const answers: string[] = [];
  // One fsync for all answers of a turn; none counts before it.
  const note = (): void => {
    if (answers.length === 0) return;
    const noted = answers.splice(0);
    writeSync(file, noted.join(''));
    fsyncSync(file);
    process.stdout.write('.'.repeat(noted.length));
  };
  const write = async (number: number): Promise<void> => {
    appendFileSync(ledger, `ask ${number}\n`);
    const { revision, repeated } = await network.commit(operationOf(number));
    answers.push(`ack ${number} ${revision} ${String(repeated)}\n`);
    setImmediate(note);
  };
  await Promise.all(unknown.map(write));
  await Promise.all(
    Array.from({ length: writersAtOnce }, async () => {
      for (;;) await write(next++);
    }),
  );
}
