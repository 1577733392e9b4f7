import { InputError } from '#data/errors.ts';
import type { HistoryEntry } from '#data/formats/weft/history.ts';
import { replay } from '#data/history/replay.ts';
import { sameValue } from '#data/ingest/same-value.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';
import { networkDataOf } from '#data/store/read-snapshot.ts';

/** Refuses a history that does not lead to the records beside it. Errors: HISTORY_NOT_CONSISTENT (InputError) */
export function checkHistory(history: readonly HistoryEntry[], data: NetworkData): void {
  const replayed = networkDataOf(replay(history));
  if (!sameValue(replayed.network, data.network)) refuse('network');
  for (const { collection } of Object.values(records)) {
    if (collection === 'networks') continue;
    const [then, now] = [listOf(replayed, collection), listOf(data, collection)];
    const at = now.findIndex((record, index) => !sameValue(record, then[index]));
    if (at >= 0 || then.length !== now.length) {
      refuse(`${collection}[${at >= 0 ? at : Math.min(then.length, now.length)}]`);
    }
  }
}

function listOf(data: NetworkData, collection: string): readonly unknown[] {
  return (data as unknown as Readonly<Record<string, readonly unknown[]>>)[collection] ?? [];
}

function refuse(record: string): never {
  throw new InputError([
    {
      severity: 'error',
      code: 'HISTORY_NOT_CONSISTENT',
      record,
      message: `The history does not lead to ${record} as it stands in the file; a file whose history and records agree is accepted, or one without history.`,
    },
  ]);
}
