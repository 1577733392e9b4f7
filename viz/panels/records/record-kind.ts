import type { RecordKind } from '#viz/client/stored.ts';
import { textOf, type StoredRecord } from '#viz/client/stored.ts';
import type { PageName } from '#viz/state/address.ts';

/** What a kind of record is called on screen and in addresses. */
export interface KindWords {
  readonly kind: RecordKind;
  readonly collection: PageName;
  readonly one: string;
  readonly many: string;
  /** "a", "an" */
  readonly article: string;
}

const words = (
  kind: RecordKind,
  collection: KindWords['collection'],
  one: string,
  many: string,
): KindWords => ({ kind, collection, one, many, article: /^[aeio]/u.test(one) ? 'an' : 'a' });

/** Every kind that has pages, in the order of the menu. */
export const recordKinds: readonly KindWords[] = [
  words('organization', 'organizations', 'organization', 'organizations'),
  words('person', 'people', 'person', 'people'),
  words('relationship', 'relationships', 'relationship', 'relationships'),
  words('collaboration', 'collaborations', 'collaboration', 'collaborations'),
  words('community', 'communities', 'community', 'communities'),
  words('gathering', 'gatherings', 'gathering', 'gatherings'),
  words('need', 'needs', 'need', 'needs'),
  words('offer', 'offers', 'offer', 'offers'),
  words('source', 'sources', 'source', 'sources'),
];

export function kindOfPage(page: PageName): KindWords | undefined {
  return recordKinds.find(({ collection }) => collection === page);
}

/** The words of a kind that has pages. */
export function kindWords(kind: RecordKind): KindWords {
  const found = wordsOfKind(kind);
  if (found === undefined) throw new Error(`The kind ${kind} has no page.`);
  return found;
}

export function wordsOfKind(kind: string): KindWords | undefined {
  return recordKinds.find((one) => one.kind === kind);
}

/** What a record is called: its name or title, or what it says; `nameOf` names the records that it names. */
export function recordTitle(
  kind: string,
  record: Readonly<Record<string, unknown>> | StoredRecord,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'relationship': {
      const arrow = record['direction'] === 'directed' ? '→' : '–';
      return `${nameOf(textOf(record['from']))} ${arrow} ${nameOf(textOf(record['to']))}`;
    }
    case 'offer':
      return `${textOf(record['category'])}, from ${nameOf(textOf(record['party']))}`;
    case 'need':
    case 'source':
      return textOf(record['title']);
    default:
      return textOf(record['name']);
  }
}
