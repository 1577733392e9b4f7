import { stableJson } from '#data/formats/json/stable-json.ts';
import { historyEntry } from '#data/formats/weft/history.ts';
import type { LogEntry, NetworkId, NetworkStore, Revision } from '#data/store/port.ts';

/** Entries read at a time. */
const batch = 200;

/** An entry of a network's log as one line: the same in every store that holds the same log. */
export function historyLine(network: NetworkId, entry: LogEntry): string {
  return stableJson({ network, entry: historyEntry(entry) }, `${network}[${entry.revision}]`);
}

/** The log after a revision up to another, oldest first, whatever is committed meanwhile. */
export async function* logBetween(
  network: NetworkStore,
  after: Revision,
  upTo: Revision,
  signal?: AbortSignal,
): AsyncIterable<LogEntry> {
  let done = after;
  while (done < upTo) {
    signal?.throwIfAborted();
    const entries = await network.log(done, Math.min(batch, upTo - done));
    if (entries.length === 0) return;
    yield* entries;
    done += entries.length;
  }
}
