import type { Side } from '#data/lens/judged-tie.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Relationship } from '#data/model/relationship.ts';

/** fromFirst: whether the record's `from` is the end that comes first in the claim. */
export type SideOf = (by: string, record: Relationship, fromFirst: boolean) => Side;

/**
 * Whom a statement speaks for: an end itself, or the end that the speaker is affiliated with (of both, the record's
 * `from`: one person is one voice); null for anybody else.
 */
export function speaker(data: NetworkData): SideOf {
  const homes = new Map(
    data.people.map((person) => [
      person.id,
      new Set((person.affiliations ?? []).map(({ organization }) => organization)),
    ]),
  );
  return (by, { from, to }, fromFirst) => {
    const home = homes.get(by);
    if (by === from || (by !== to && home?.has(from) === true)) return fromFirst ? 'one' : 'other';
    if (by === to || home?.has(to) === true) return fromFirst ? 'other' : 'one';
    return null;
  };
}
