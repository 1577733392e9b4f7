import type { RecordBody } from '#data/store/port.ts';

/**
 * A stored record with what a file says of it. What the file does not mention stays; what it mentions is the file's:
 * lists and places whole, custom fields one by one. External ids are joined, and statements by who makes them, so that
 * what somebody else stated stays apart.
 */
export function mergeRecord(stored: RecordBody, incoming: RecordBody): RecordBody {
  const merged: Record<string, unknown> = { ...stored };
  for (const [field, value] of Object.entries(incoming)) {
    if (value === undefined) continue;
    const before = stored[field];
    if (field === 'custom') merged[field] = { ...(before as object | undefined), ...(value as object) };
    else if (field === 'external') merged[field] = joined(before, value, ['source', 'id']);
    else if (field === 'statements') merged[field] = [...kept(before, value), ...(value as unknown[])];
    else merged[field] = value;
  }
  return { ...merged, id: stored.id };
}

type Item = Readonly<Record<string, unknown>>;

function joined(before: unknown, value: unknown, fields: readonly string[]): Item[] {
  const key = (item: Item): string => JSON.stringify(fields.map((field) => item[field]));
  const there = (before ?? []) as Item[];
  const known = new Set(there.map(key));
  return [...there, ...(value as Item[]).filter((item) => !known.has(key(item)))];
}

/** The statements of those who state nothing in the file. */
function kept(before: unknown, value: unknown): Item[] {
  const by = new Set((value as Item[]).map((item) => item.by));
  return ((before ?? []) as Item[]).filter((item) => !by.has(item.by));
}
