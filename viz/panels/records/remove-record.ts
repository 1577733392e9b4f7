import { type Change, commitChanges } from '#viz/client/commit.ts';
import type { RecordKind, StoredRecord } from '#viz/client/stored.ts';
import { asObject } from '#viz/panels/edit/draft.ts';
import { readNamers } from '#viz/panels/records/named-by.tsx';

/** What goes, and what is changed, when a record is removed. */
export interface Removal {
  readonly changes: readonly Change[];
  /** "Its 15 relationships go with it; 6 collaborations lose a participant." */
  readonly words: string;
}

/**
 * Plans the removal of a record: what cannot be without it goes too (ties, needs, offers); lists that name it lose
 * that line.
 */
export async function planRemoval(
  network: string,
  kind: RecordKind,
  record: StoredRecord,
  head: number,
): Promise<Removal> {
  const named = await readNamers(network, kind, record.id, head);
  const own: Change = { kind, id: record.id, ifRevision: record.revision, after: null };
  const others = named.flatMap(({ words, records }) =>
    records.map((one): Change => {
      const { revision, ...body } = one;
      const after = withoutRecord(body, record.id);
      return { kind: words.kind, id: one.id, ifRevision: revision, after: after as Change['after'] };
    }),
  );
  const gone = others.filter(({ after }) => after === null).length;
  const kept = others.length - gone;
  const words = [
    gone === 0
      ? ''
      : `${gone === 1 ? 'One record' : `${gone} records`} that cannot be without it ${gone === 1 ? 'goes' : 'go'} too.`,
    kept === 0 ? '' : `It is taken out of ${kept === 1 ? 'one other record' : `${kept} others`}.`,
    'Undo brings everything back.',
  ];
  return { changes: [own, ...others], words: words.filter((text) => text !== '').join(' ') };
}

export function removeRecord(network: string, { changes }: Removal): Promise<number> {
  return commitChanges(network, changes);
}

const needed = new Set(['from', 'to', 'askedBy', 'party', 'by', 'organization']);

/** A value without what names a record; null: without it the value says nothing. */
function withoutRecord(value: unknown, id: string): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => (item === id ? null : withoutRecord(item, id)))
      .filter((item) => item !== null);
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(asObject(value))) {
    if (part === id && name !== 'id') {
      if (needed.has(name)) return null;
      continue;
    }
    kept[name] = withoutRecord(part, id);
  }
  return kept;
}
