import { useCallback } from 'react';
import { readRecords } from '#viz/client/records.ts';
import type { StoredRecord } from '#viz/client/stored.ts';
import { type Loaded, useLoaded } from '#viz/client/use-loaded.ts';
import { recordKinds, recordTitle } from '#viz/panels/records/record-kind.ts';
import type { Base } from '#viz/state/shown.ts';

type Place = Pick<Base, 'address' | 'head'>;

/** All records of a collection, as they are at the present revision. */
export function useRecords({ address, head }: Place, collection: string): Loaded<readonly StoredRecord[]> {
  const load = useCallback(
    () => readRecords(address.network, collection, head),
    [address.network, collection, head],
  );
  return useLoaded(`${address.network} ${collection}`, load, head);
}

/** A record that others name, as far as its name goes. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly collection: string;
  /** What tells it from others of its name. */
  readonly about: string;
}

/** Records by id, of the collections that links lead to. */
export interface Names {
  /** Whether they have been read. */
  readonly ready: boolean;
  readonly list: readonly Known[];
  readonly of: (id: string) => string;
  readonly known: (id: string) => Known | undefined;
}

const none: Names = { ready: false, list: [], of: (id) => id, known: () => undefined };
const namedCollections = ['organizations', 'people', 'collaborations', 'communities', 'sources'];

/** The names of everything that a record can name; ids stand in until they are read. */
export function useNames(place: Place): Names {
  return useNamesWhen(place, true) ?? none;
}

/** The same, read only once somebody wants them; null until then, and while they are read. */
export function useNamesWhen({ address, head }: Place, wanted: boolean): Names | null {
  const load = useCallback(
    () => (wanted ? readNames(address.network, head) : Promise.resolve(null)),
    [address.network, head, wanted],
  );
  const loaded = useLoaded(`${address.network} names ${wanted}`, load, head);
  return loaded.state === 'ready' ? loaded.value : null;
}

async function readNames(network: string, head: number): Promise<Names> {
  const lists = await Promise.all(
    namedCollections.map(async (collection) =>
      (await readRecords(network, collection, head)).map((record) => known(collection, record)),
    ),
  );
  const list = lists.flat();
  const byId = new Map(list.map((one) => [one.id, one]));
  return { ready: true, list, of: (id) => byId.get(id)?.name ?? id, known: (id) => byId.get(id) };
}

function known(collection: string, record: StoredRecord): Known {
  const kind = recordKinds.find((one) => one.collection === collection)?.kind ?? '';
  const about = [record['sector'], record['kind'], record['practice']].find((one) => typeof one === 'string');
  return {
    id: record.id,
    name: recordTitle(kind, record, (id) => id),
    collection,
    about: typeof about === 'string' ? about : '',
  };
}
