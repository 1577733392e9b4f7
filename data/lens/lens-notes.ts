import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Problem } from '#data/model/problem.ts';

/**
 * What a lens names and the records do not have (a misspelt sector would silently empty the map), and what it leaves
 * out without being asked to.
 */
export function lensNotes(data: NetworkData, lens: Lens, unheard: number): Problem[] {
  const { include, filter = {} } = lens;
  const organizations = data.organizations;
  const parties = [...organizations, ...data.people];
  const tieKinds = (): ReadonlySet<string> => set(data.relationships, ({ kind }) => [kind]);
  const notes = [
    ...missing('filter.sectors', filter.sectors, () => set(organizations, ({ sector }) => [sector])),
    ...missing('filter.topics', filter.topics, () => set(parties, ({ topics }) => topics ?? [])),
    ...missing('filter.places', filter.places, () => set(parties, ({ place }) => [place?.name])),
    ...missing('filter.communities', filter.communities, () =>
      set(data.communities, ({ id, name }) => [id, name]),
    ),
    ...missing('include.relationships.kinds', include.relationships?.kinds, tieKinds),
    ...missing('halfLife', Object.keys(lens.halfLife ?? {}), tieKinds),
    ...missing('include.collaborations.kinds', include.collaborations?.kinds, () =>
      set(data.collaborations, ({ kind }) => [kind]),
    ),
    ...missing('include.collaborations.roles', include.collaborations?.roles, () =>
      set(data.collaborations, ({ participants }) => (participants ?? []).map(({ role }) => role)),
    ),
    ...missing('hide', lens.hide, () => allIds(data)),
  ];
  if (include.affiliations === true && lens.nodes !== 'both') {
    notes.push(
      note(
        'include.affiliations',
        'true',
        'Affiliations join people and organizations; they make ties where "nodes" is "both".',
      ),
    );
  }
  if (unheard > 0) {
    notes.push(
      note(
        'include.relationships',
        String(unheard),
        `${unheard} ${unheard === 1 ? 'relationship makes' : 'relationships make'} no tie: only others than the two ends speak of ${unheard === 1 ? 'it' : 'them'}.`,
      ),
    );
  }
  return notes;
}

function missing(
  path: string,
  asked: readonly string[] | undefined,
  recorded: () => ReadonlySet<string>,
): Problem[] {
  if (asked === undefined || asked.length === 0) return [];
  const known = recorded();
  return asked
    .filter((value) => !known.has(value))
    .map((value) =>
      note(path, value, `The lens names “${value}” in ${path}; no record has it. There ${listed(known)}.`),
    );
}

function listed(known: ReadonlySet<string>): string {
  const shown = [...known].slice(0, 8).join(', ');
  if (known.size === 0) return 'is none';
  return known.size > 8
    ? `are ${shown} and ${known.size - 8} more`
    : `${known.size === 1 ? 'is' : 'are'} ${shown}`;
}

function note(path: string, value: string, message: string): Problem {
  return { severity: 'note', code: 'LENS_NOTE', record: `lens.${path}`, value, message };
}

function set<Body>(
  list: readonly Body[],
  read: (record: Body) => readonly (string | undefined)[],
): ReadonlySet<string> {
  return new Set(list.flatMap(read).filter((value) => value !== undefined));
}

function allIds(data: NetworkData): ReadonlySet<string> {
  const { organizations, people, relationships, collaborations, communities, gatherings } = data;
  return set<{ id: string }>(
    [...organizations, ...people, ...relationships, ...collaborations, ...communities, ...gatherings],
    ({ id }) => [id],
  );
}
