import type { WriteExtras, WriteResult } from '#data/formats/format.ts';
import { stableJson } from '#data/formats/json/stable-json.ts';
import { collectionKinds } from '#data/formats/weft/check-records.ts';
import { historyLines } from '#data/formats/weft/history.ts';
import { weftVersion } from '#data/formats/weft/read-weft.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';

type Collections = Readonly<Record<string, readonly object[]>>;

/**
 * Writes Weft JSON: all records, one a line, id first and the other fields in the order of their names, so that the
 * same records give the same bytes; the history of a store last, where there is one. Loses nothing. Errors: RECORD_NOT_VALID for half of a surrogate pair.
 */
export async function writeWeft(data: NetworkData, extras: WriteExtras = {}): Promise<WriteResult> {
  const lines = ['{', '  "format": "weft",', `  "version": ${weftVersion}`];
  const add = (text: string): void => {
    lines.push(`${lines.pop() ?? ''},`, text);
  };
  if (data.network !== undefined) add(`  "network": ${stableJson(data.network, 'network')}`);
  for (const kind of collectionKinds) {
    const name = records[kind].collection;
    const list = (data as unknown as Collections)[name] ?? [];
    const rows = list.map((record, at) => `    ${stableJson(record, `${name}[${at}]`)}`);
    add(rows.length === 0 ? `  "${name}": []` : `  "${name}": [\n${rows.join(',\n')}\n  ]`);
  }
  if (extras.history !== undefined && extras.history.length > 0) {
    add(`  "history": [\n${historyLines(extras.history).join(',\n')}\n  ]`);
  }
  lines.push('}', '');
  return { files: [{ suffix: '', bytes: new TextEncoder().encode(lines.join('\n')) }], losses: [] };
}
