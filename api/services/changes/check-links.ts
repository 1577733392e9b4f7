import { inTurns } from '#api/services/changes/in-turns.ts';
import { DataError } from '#data/errors.ts';
import { kinds, type Kind } from '#data/model/define-record.ts';
import { linksOf } from '#data/model/links-of.ts';
import { records } from '#data/model/registry.ts';
import type { Change, NetworkStore, RecordId } from '#data/store/port.ts';

/** How many records that name a removed one are looked at. */
const namersLookedAt = 100;

/**
 * Refuses changes after which a record would name one that is not there, or one of a kind that cannot stand there.
 *
 * Errors   LINK_NOT_FOUND
 * Cost     one read of all records named; for each removal one page a kind that can name it
 */
export async function checkLinks(network: NetworkStore, changes: readonly Change[]): Promise<void> {
  const changed = new Map(changes.map((change) => [change.id, change]));
  await checkNamed(network, changes, changed);
  await inTurns(changes, async (change) => {
    if (change.after === null) await checkNamers(network, change, changed);
  });
}

async function checkNamed(
  network: NetworkStore,
  changes: readonly Change[],
  changed: ReadonlyMap<RecordId, Change>,
): Promise<void> {
  const links = changes.flatMap(({ kind, id, after }) =>
    after === null ? [] : linksOf(kind, after).map((link) => ({ ...link, kind, id })),
  );
  const outside = [...new Set(links.map(({ target }) => target))].filter((id) => !changed.has(id));
  const kindOf = new Map<RecordId, Kind>((await network.read(outside)).map(({ id, kind }) => [id, kind]));
  for (const { id, kind, after } of changed.values()) if (after !== null) kindOf.set(id, kind);
  for (const { kind, id, field, target } of links) {
    const allowed: readonly Kind[] = records[kind].links.find(({ path }) => path === field)?.to ?? [];
    const found = kindOf.get(target);
    if (found !== undefined && allowed.includes(found)) continue;
    throw new DataError(
      'LINK_NOT_FOUND',
      `${field} of the ${kind} ${id} names ${JSON.stringify(target)}, which is ${found === undefined ? 'not there' : `of the kind ${found}`}.`,
      `The id of a record of the kind ${allowed.join(' or ')}.`,
    );
  }
}

async function checkNamers(
  network: NetworkStore,
  { kind, id }: Change,
  changed: ReadonlyMap<RecordId, Change>,
): Promise<void> {
  for (const namerKind of kinds) {
    if (!records[namerKind].links.some(({ to }) => to.includes(kind))) continue;
    const page = await network.find({ kind: namerKind, filter: { linksTo: id }, limit: namersLookedAt });
    const namer = page.items.find((stored) => !changed.has(stored.id));
    if (!namer) continue;
    throw new DataError(
      'LINK_NOT_FOUND',
      `The ${kind} ${id} is named by the ${namerKind} ${namer.id} and cannot be removed alone.`,
      'Remove or change what names it in the same change set.',
    );
  }
}
