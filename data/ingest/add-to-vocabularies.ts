import type { NetworkData } from '#data/model/network-data.ts';
import type { Network } from '#data/model/network.ts';
import type { Problem } from '#data/model/problem.ts';

type Vocabularies = NonNullable<Network['vocabularies']>;

/** What a schema takes of one vocabulary. */
const limit = 10_000;
const named = 5;

const labels: Readonly<Record<keyof Vocabularies, string>> = {
  sectors: 'sectors',
  topics: 'topics',
  tieKinds: 'kinds of tie',
  roles: 'roles',
  places: 'places',
};

/**
 * The vocabularies of a network with the values that records have and they lack, in the order of first appearance, and
 * a note a vocabulary that grew. Cost O(records)
 */
export function addToVocabularies(
  vocabularies: Vocabularies,
  data: NetworkData,
): { vocabularies: Vocabularies; notes: Problem[] } {
  const notes: Problem[] = [];
  const grown = { ...vocabularies };
  for (const [name, values] of Object.entries(valuesOf(data)) as [keyof Vocabularies, Set<string>][]) {
    const known = new Set(vocabularies[name]);
    const added = [...values].filter((value) => !known.has(value));
    if (added.length === 0) continue;
    const fits = known.size + added.length <= limit;
    if (fits) grown[name] = [...known, ...added];
    const shown = added.slice(0, named).map((value) => `“${value}”`);
    const more = added.length > named ? ` and ${added.length - named} more` : '';
    notes.push({
      severity: 'note',
      code: fits ? 'VOCABULARY_ADDED' : 'VOCABULARY_TOO_LARGE',
      record: `network.vocabularies.${name}`,
      message: fits
        ? `Added to the ${labels[name]} of the network: ${shown.join(', ')}${more}.`
        : `The ${labels[name]} of the network were not added to: ${added.length} new ones would make more than ${limit}.`,
    });
  }
  return { vocabularies: grown, notes };
}

function valuesOf(data: NetworkData): Record<keyof Vocabularies, Set<string>> {
  const events = [...data.collaborations, ...data.gatherings];
  const everything = [
    ...data.organizations,
    ...data.people,
    ...events,
    ...data.communities,
    ...data.needs,
    ...data.offers,
  ];
  return {
    sectors: setOf(data.organizations.map(({ sector }) => sector)),
    topics: setOf([
      ...[...data.organizations, ...data.people, ...events].flatMap(({ topics }) => topics ?? []),
      ...data.communities.flatMap(({ domain }) => domain ?? []),
    ]),
    tieKinds: setOf(data.relationships.map(({ kind }) => kind)),
    roles: setOf(
      data.collaborations.flatMap(({ participants }) => participants?.map(({ role }) => role) ?? []),
    ),
    places: setOf(everything.map(({ place }) => place?.name)),
  };
}

function setOf(values: readonly (string | undefined)[]): Set<string> {
  return new Set(values.filter((value) => value !== undefined));
}
