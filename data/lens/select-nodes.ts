import type { NodeInfo } from '#data/lens/lensed-network.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Organization } from '#data/model/organization.ts';
import type { Person } from '#data/model/person.ts';

/** Every organization and person that passes the lens, tied or not, in the order of the records. */
export function selectNodes(data: NetworkData, lens: Lens): NodeInfo[] {
  const passes = passing(data, lens);
  const organizations = lens.nodes === 'people' ? [] : data.organizations.map(organizationNode);
  const people = lens.nodes === 'organizations' ? [] : data.people.map(personNode);
  return [...organizations, ...people].filter(passes);
}

function organizationNode(organization: Organization): NodeInfo & { readonly words: string } {
  const { id, name, sector, topics, place, custom, aliases, description } = organization;
  return {
    id,
    kind: 'organization',
    label: name,
    sector,
    topics: topics ?? [],
    place: place?.name,
    custom: custom ?? {},
    words: [name, ...(aliases ?? []), description ?? ''].join('\n'),
  };
}

function personNode(person: Person): NodeInfo & { readonly words: string } {
  const { id, name, topics, place, custom, practice, aliases } = person;
  return {
    id,
    kind: 'person',
    label: name,
    topics: topics ?? [],
    place: place?.name,
    custom: { ...custom, ...(practice === undefined ? {} : { practice }) },
    words: [name, ...(aliases ?? []), practice ?? ''].join('\n'),
  };
}

type Words = NodeInfo & { readonly words: string };

/** A filter on a field that a node does not have leaves the node out. */
function passing(data: NetworkData, lens: Lens): (node: Words) => boolean {
  const { sectors, topics, places, communities, text } = lens.filter ?? {};
  const hidden = new Set(lens.hide);
  const tests: ((node: Words) => boolean)[] = [({ id }) => !hidden.has(id)];
  if (sectors) tests.push(({ sector }) => sector !== undefined && sectors.includes(sector));
  if (topics) tests.push((node) => node.topics.some((topic) => topics.includes(topic)));
  if (places) tests.push(({ place }) => place !== undefined && places.includes(place));
  if (communities) {
    const members = membersOf(data, communities);
    tests.push(({ id }) => members.has(id));
  }
  if (text !== undefined) {
    const wanted = text.normalize('NFC').toLowerCase();
    tests.push(({ words }) => words.toLowerCase().includes(wanted));
  }
  return (node) => tests.every((test) => test(node));
}

/** Communities are named by id or by name. */
function membersOf(data: NetworkData, communities: readonly string[]): Set<string> {
  const chosen = data.communities.filter(
    ({ id, name }) => communities.includes(id) || communities.includes(name),
  );
  return new Set(chosen.flatMap(({ members }) => members?.map(({ party }) => party) ?? []));
}
