import type { Ask } from '#data/store/neo4j/connection.ts';
import type { NetworkId } from '#data/store/port.ts';

/** Rows of one statement. */
const batch = 5_000;

/** Runs a statement for each `row` of many, some thousand at a time. */
export async function writeRows(
  ask: Ask,
  network: NetworkId,
  statement: string,
  rows: readonly object[],
): Promise<void> {
  await inBatches(rows, (part) =>
    ask(`UNWIND $rows AS row ${statement} RETURN 0 LIMIT 0`, { network, rows: part }),
  );
}

/** Some thousand values at a time, in their order; the next are made ready while Neo4j is at work on those before. */
export async function inBatches<Value>(
  values: readonly Value[],
  each: (part: Value[]) => Promise<unknown>,
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < values.length; at += batch) {
    const own = each(values.slice(at, at + batch));
    // What fails is met in its turn, and may have failed for what was before it.
    own.catch(() => undefined);
    await before;
    before = own;
  }
  await before;
}
