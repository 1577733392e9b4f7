import { readJson } from '#viz/client/request.ts';
import type { StoredRecord } from '#viz/client/stored.ts';

const pageSize = 500;

export function networkPath(network: string): string {
  return `/networks/${encodeURIComponent(network)}`;
}

interface Kept {
  readonly head: number;
  readonly records: Promise<readonly StoredRecord[]>;
}

const kept = new Map<string, Kept>();

/** All records of a collection, or those that name another record; kept until the network changes. */
export function readRecords(
  network: string,
  collection: string,
  head: number,
  naming: string | null = null,
): Promise<readonly StoredRecord[]> {
  const key = `${network} ${collection} ${naming ?? ''}`;
  const known = kept.get(key);
  if (known?.head === head) return known.records;
  const records = readPages(network, collection, naming);
  kept.set(key, { head, records });
  records.catch(() => {
    if (kept.get(key)?.records === records) kept.delete(key);
  });
  return records;
}

async function readPages(
  network: string,
  collection: string,
  naming: string | null,
): Promise<readonly StoredRecord[]> {
  const { signal } = new AbortController();
  const all: StoredRecord[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (cursor !== null) query.set('cursor', cursor);
    if (naming !== null) query.set('filter', `linksTo:${naming}`);
    const page: { items: readonly StoredRecord[]; next: string | null } = await readJson(
      `${networkPath(network)}/${collection}?${query.toString()}`,
      signal,
    );
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

export function readRecord(
  network: string,
  collection: string,
  id: string,
  signal: AbortSignal,
): Promise<StoredRecord> {
  return readJson(`${networkPath(network)}/${collection}/${encodeURIComponent(id)}`, signal);
}
