import { capitalized } from '#analysis/words/capitalized.ts';
import { itemsOf, textOf, type StoredRecord, wordsOf } from '#viz/client/stored.ts';
import { Link } from '#viz/components/link.tsx';
import { RecordLink } from '#viz/components/record-link.tsx';
import { timeText } from '#viz/components/time-text.ts';
import { type KindWords, recordTitle } from '#viz/panels/records/record-kind.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';
import type { Column } from '#viz/tables/column.ts';

type RecordColumn = Column<StoredRecord>;

const textColumn = (id: string, label: string, minor = false): RecordColumn => ({
  id,
  label,
  value: (record) => textOf(record[id]) || null,
  minor,
});
const countColumn = (id: string, label: string, hint?: string): RecordColumn => ({
  id,
  label,
  ...(hint === undefined ? {} : { hint }),
  value: (record) => itemsOf(record[id]).length,
});
const wordsColumn = (id: string, label: string): RecordColumn => ({
  id,
  label,
  value: (record) => wordsOf(record[id]).join(', ') || null,
  minor: true,
});
const numberColumn = (id: string, label: string): RecordColumn => ({
  id,
  label,
  value: (record) => (typeof record[id] === 'number' ? record[id] : null),
});

/** Who is or was a member, once each: a member who became an alumnus is in the list twice. */
const membersColumn: RecordColumn = {
  id: 'members',
  label: 'Members',
  value: (record) => new Set(itemsOf(record['members']).map(({ party }) => textOf(party))).size,
};

/** The columns of a table of one kind of record: what it is called first. */
export function recordColumns(
  base: Pick<Base, 'address' | 'network'>,
  words: KindWords,
  names: Names,
): readonly RecordColumn[] {
  const link = (id: string, label: string): RecordColumn => ({
    id,
    label,
    value: (record) => (textOf(record[id]) === '' ? null : names.of(textOf(record[id]))),
    cell: (record) =>
      textOf(record[id]) === '' ? (
        '–'
      ) : (
        <RecordLink address={base.address} names={names} id={textOf(record[id])} />
      ),
  });
  const time = (id: string, label: string): RecordColumn => ({
    id,
    label,
    value: (record) => textOf(record[id]) || null,
    cell: (record) => (textOf(record[id]) === '' ? '–' : timeText(textOf(record[id]), base.network.timeZone)),
  });
  const place: RecordColumn = { id: 'place', label: 'Place', value: placeOf, minor: true };
  const title: RecordColumn = {
    id: 'name',
    label: capitalized(words.one),
    value: (record) => recordTitle(words.kind, record, names.of),
    cell: (record) => (
      <Link to={pageAddress(base.address, words.collection, record.id)}>
        {recordTitle(words.kind, record, names.of)}
      </Link>
    ),
  };
  return [title, ...furtherColumns(words, { link, time, place, names })];
}

interface Makers {
  readonly link: (id: string, label: string) => RecordColumn;
  readonly time: (id: string, label: string) => RecordColumn;
  readonly place: RecordColumn;
  readonly names: Names;
}

function furtherColumns(words: KindWords, { link, time, place, names }: Makers): readonly RecordColumn[] {
  const since = textColumn('since', 'Since');
  const until = textColumn('until', 'Until', true);
  switch (words.kind) {
    case 'organization':
      return [textColumn('sector', 'Sector'), place, wordsColumn('topics', 'Topics')];
    case 'person':
      return [
        textColumn('practice', 'Practice'),
        {
          id: 'affiliations',
          label: 'Works with',
          value: (record) =>
            itemsOf(record['affiliations'])
              .map((one) => names.of(textOf(one['organization'])))
              .join(', ') || null,
        },
        wordsColumn('topics', 'Topics'),
        place,
      ];
    case 'relationship':
      return [
        textColumn('kind', 'Kind'),
        textColumn('direction', 'Direction', true),
        countColumn('statements', 'Statements', 'Who said so: each side’s word is kept apart'),
        numberColumn('strength', 'Strength'),
        since,
        until,
      ];
    case 'collaboration':
      return [
        textColumn('kind', 'Kind'),
        countColumn('participants', 'Participants'),
        since,
        until,
        textColumn('status', 'Status', true),
        wordsColumn('topics', 'Topics'),
      ];
    case 'community':
      return [membersColumn, wordsColumn('domain', 'Shared concern'), place];

    case 'gathering':
      return [
        time('at', 'When'),
        link('community', 'Community'),
        countColumn('attendees', 'Who was there'),
        place,
      ];
    case 'need':
      return [
        link('askedBy', 'Asked by'),
        time('openedAt', 'Asked'),
        { id: 'items', label: 'Items taken', value: takenOf },
        { id: 'state', label: 'State', value: needState },
      ];
    case 'offer':
      return [link('party', 'Offered by'), numberColumn('capacity', 'How many'), since, until, place];
    case 'source':
      return [textColumn('kind', 'Kind'), textColumn('url', 'Address', true), time('at', 'Seen')];
  }
}

function placeOf(record: StoredRecord): string | null {
  const place = record['place'];
  return typeof place === 'object' && place !== null && 'name' in place ? textOf(place.name) || null : null;
}

function takenOf(record: StoredRecord): string {
  const items = itemsOf(record['items']);
  return `${items.filter((item) => wordsOf(item['acceptedBy']).length > 0).length} of ${items.length}`;
}

/** Open, partly taken, taken, closed. */
export function needState(record: StoredRecord): string {
  if (textOf(record['closedAt']) !== '') return 'closed';
  const items = itemsOf(record['items']);
  const taken = items.filter((item) => wordsOf(item['acceptedBy']).length > 0).length;
  if (taken === 0) return 'open';
  return taken === items.length ? 'taken' : 'partly taken';
}
