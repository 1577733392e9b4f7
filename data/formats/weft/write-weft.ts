import { DataError } from '#data/errors.ts';
import type { WriteResult } from '#data/formats/format.ts';
import { collectionKinds } from '#data/formats/weft/check-records.ts';
import { weftVersion } from '#data/formats/weft/read-weft.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';

type Collections = Readonly<Record<string, readonly object[]>>;

/**
 * Writes Weft JSON: all records, one a line, id first and the other fields in the order of their names, so that the
 * same records give the same bytes. Loses nothing. Errors: RECORD_NOT_VALID for half of a surrogate pair.
 */
export async function writeWeft(data: NetworkData): Promise<WriteResult> {
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
  lines.push('}', '');
  return { files: [{ suffix: '', bytes: new TextEncoder().encode(lines.join('\n')) }], losses: [] };
}

/** JSON with the names of every object in code unit order (id first); absent fields are left away. */
function stableJson(value: unknown, path: string): string {
  if (Array.isArray(value))
    return `[${value.map((item, at) => stableJson(item, `${path}[${at}]`)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => Number(b === 'id') - Number(a === 'id') || (a < b ? -1 : 1));
    return `{${entries.map(([name, item]) => `${stableJson(name, path)}: ${stableJson(item, `${path}.${name}`)}`).join(', ')}}`;
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new DataError(
      'RECORD_NOT_VALID',
      `${path} holds half of a surrogate pair; whole characters are accepted.`,
    );
  }
  return JSON.stringify(value);
}
