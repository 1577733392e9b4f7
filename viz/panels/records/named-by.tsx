import { capitalized } from '#analysis/words/capitalized.ts';
import { useCallback } from 'react';
import { readRecords } from '#viz/client/records.ts';
import { textOf, type StoredRecord } from '#viz/client/stored.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Link } from '#viz/components/link.tsx';
import { dayText, spanText } from '#viz/components/time-text.ts';
import { recordKinds, recordTitle, type KindWords } from '#viz/panels/records/record-kind.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';

/** Which kinds of record can name one of a kind. */
const namers: Readonly<Record<string, readonly string[]>> = {
  organization: ['relationships', 'collaborations', 'people', 'communities', 'gatherings', 'needs', 'offers'],
  person: ['relationships', 'collaborations', 'communities', 'gatherings', 'needs', 'offers'],
  community: ['gatherings'],
  source: ['relationships', 'collaborations'],
};

export interface Named {
  readonly words: KindWords;
  readonly records: readonly StoredRecord[];
}

/** All records that name one, by kind; kinds without any are left out. */
export async function readNamers(
  network: string,
  kind: string,
  id: string,
  head: number,
): Promise<readonly Named[]> {
  const lists = await Promise.all(
    (namers[kind] ?? []).map(async (collection) => ({
      words: recordKinds.find((one) => one.collection === collection),
      records: await readRecords(network, collection, head, id),
    })),
  );
  return lists.flatMap(({ words, records }) =>
    words === undefined || records.length === 0 ? [] : [{ words, records }],
  );
}

interface NamedByProps {
  readonly base: Pick<Base, 'address' | 'head' | 'network'>;
  readonly kind: string;
  readonly id: string;
  readonly names: Names;
}

const listed = 12;

/** What names a record: its ties, what it takes part in, what it asked for. */
export function NamedBy({ base, kind, id, names }: NamedByProps) {
  const { address, head } = base;
  const load = useCallback(
    () => readNamers(address.network, kind, id, head),
    [address.network, kind, id, head],
  );
  const found = useLoaded(`${address.network} named ${id}`, load, head);
  if (found.state !== 'ready') return null;
  return found.value.map(({ words, records }) => (
    <section key={words.kind} className="named-by">
      <h2>
        {capitalized(words.many)} <span className="muted figures">{records.length}</span>
      </h2>
      <NamedList base={base} kind={words} records={records} names={names} id={id} />
    </section>
  ));
}

interface NamedListProps extends Omit<NamedByProps, 'kind'> {
  readonly kind: KindWords;
  readonly records: readonly StoredRecord[];
}

function NamedList({ base: { address, network }, kind, records, names, id }: NamedListProps) {
  const rest = records.slice(listed);
  const rows = (some: readonly StoredRecord[]) => (
    <ul className="rows">
      {some.map((record) => (
        <li key={record.id}>
          <Link to={pageAddress(address, kind.collection, record.id)}>
            {titleFrom(kind, record, names, id)}
          </Link>
          <span className="muted">
            {[kind.kind === 'source' ? '' : textOf(record['kind']), whenText(record, network.timeZone)]
              .filter((text) => text !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {rows(records.slice(0, listed))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {rows(rest)}
        </details>
      )}
    </>
  );
}

/** The day on which something was held, asked or seen; else its span. */
function whenText(record: StoredRecord, timeZone: string | undefined): string {
  const day = textOf(record['at']) || textOf(record['openedAt']);
  return day === '' ? spanText(record['since'], record['until']) : dayText(day, timeZone);
}

/** A relationship seen from one of its ends is called by the other. */
function titleFrom(kind: KindWords, record: StoredRecord, names: Names, id: string): string {
  if (kind.kind === 'relationship') {
    const [from, to] = [textOf(record['from']), textOf(record['to'])];
    if (from === id) return names.of(to);
    if (to === id) return names.of(from);
  }
  return recordTitle(kind.kind, record, names.of);
}
