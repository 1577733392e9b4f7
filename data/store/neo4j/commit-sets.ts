import { writeLog } from '#data/store/neo4j/change-log.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import { PendingChanges } from '#data/store/neo4j/pending-changes.ts';
import { readPresent } from '#data/store/neo4j/read-records.ts';
import { writeRecords } from '#data/store/neo4j/write-records.ts';
import type { ChangeSet, NetworkId } from '#data/store/port.ts';

/**
 * Applies change sets inside a transaction. The counter's node is locked first, whoever writes waits for it, and that is
 * what makes the log gapless; what was committed before is looked up under the lock, before anything is counted.
 *
 * Output   what `take` made of the changes; nothing is written where it throws or takes nothing
 */
export async function commitSets<Value>(
  ask: Ask,
  network: NetworkId,
  sets: readonly ChangeSet[],
  take: (pending: PendingChanges) => Value,
): Promise<Value> {
  await lockNetwork(ask, network);
  const present = await readPresent(ask, network, sets);
  const pending = new PendingChanges(network, present);
  const value = take(pending);
  if (pending.entries.length === 0) return value;
  await writeRecords(ask, network, present, pending.after.values());
  await writeLog(ask, network, pending.entries);
  await ask('MATCH (n:Network {network: $network}) SET n.head = $head RETURN 0 LIMIT 0', {
    network,
    head: pending.head,
  });
  return value;
}

/** Waits until nobody else writes to the network, and keeps others waiting until the transaction ends. */
export async function lockNetwork(ask: Ask, network: NetworkId): Promise<void> {
  // Setting and taking away a property locks the node and leaves nothing behind.
  await ask(
    `MERGE (n:Network {network: $network}) ON CREATE SET n.head = 0, n.openedAt = timestamp()
     SET n.locked = true REMOVE n.locked RETURN 0 LIMIT 0`,
    { network },
  );
}
