import { type InputProblems } from '#data/formats/input-problems.ts';
import { linksOf } from '#data/model/links-of.ts';
import { kinds, type Kind } from '#data/model/define-record.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';
import { validateRecord } from '#data/model/validate-record.ts';

/** Kinds that come in collections: all but the network itself. */
export const collectionKinds = kinds.filter((kind): kind is Exclude<Kind, 'network'> => kind !== 'network');

type Collections = Readonly<Record<string, unknown>>;

/**
 * Collections of records of any origin, checked by their schemas, as the data of a network: no field that the kind
 * does not have, each id once a kind (organizations and people together), no link to a record that is not there.
 * Errors: RECORD_NOT_VALID, ID_REPEATED, LINK_NOT_FOUND, each with its path (“organizations[3].name”).
 */
export function checkRecords(collections: Collections, problems: InputProblems): NetworkData {
  const data: Record<string, unknown[]> & object = emptyNetworkData() as never;
  const ids = new Map<Kind, Set<string>>();
  for (const kind of collectionKinds) {
    const name = records[kind].collection;
    const list: unknown = collections[name] ?? [];
    if (!Array.isArray(list)) {
      problems.fatal(
        'RECORD_NOT_VALID',
        { record: name },
        `“${name}” is not a list; a list of records is accepted.`,
      );
    }
    const known = kind === 'person' ? idsOf('organization', ids) : idsOf(kind, ids);
    ids.set(kind, known);
    data[name] = list.filter((body, at) => isTaken(kind, body, `${name}[${at}]`, known, problems));
  }
  for (const kind of collectionKinds) checkLinks(kind, data[records[kind].collection] ?? [], ids, problems);
  problems.throwIfAny();
  return data as unknown as NetworkData;
}

function idsOf(kind: Kind, ids: ReadonlyMap<Kind, Set<string>>): Set<string> {
  return ids.get(kind) ?? new Set();
}

function isTaken(
  kind: Kind,
  body: unknown,
  path: string,
  known: Set<string>,
  problems: InputProblems,
): boolean {
  const wrong = validateRecord(kind, body);
  for (const { path: field, message } of wrong) {
    const where = field === '' ? path : `${path}.${field}`;
    const value = valueAt(body, field);
    problems.row('RECORD_NOT_VALID', { record: where }, `${where}: ${message}.`, value);
  }
  if (wrong.length > 0) return false;
  const { id } = body as { id: string };
  if (known.has(id)) {
    problems.row(
      'ID_REPEATED',
      { record: path },
      `${path}: the id “${id}” stands twice; each id once is accepted.`,
      id,
    );
    return false;
  }
  known.add(id);
  return true;
}

function checkLinks(
  kind: Kind,
  list: readonly unknown[],
  ids: ReadonlyMap<Kind, Set<string>>,
  problems: InputProblems,
): void {
  const { collection, links } = records[kind];
  list.forEach((body, at) => {
    for (const { field, target } of linksOf(kind, body)) {
      const to: readonly Kind[] = links.find((link) => link.path === field)?.to ?? [];
      if (to.some((other) => ids.get(other)?.has(target) === true)) continue;
      const where = `${collection}[${at}].${field}`;
      problems.row(
        'LINK_NOT_FOUND',
        { record: where },
        `${where}: “${target}” is not in the file; the id of ${to.map((other) => records[other].label.one).join(' or ')} is accepted.`,
        target,
      );
    }
  });
}

function valueAt(body: unknown, path: string): string | undefined {
  let value = body;
  for (const step of path.split(/[.[\]]+/u).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  if (value === undefined || typeof value === 'object') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
