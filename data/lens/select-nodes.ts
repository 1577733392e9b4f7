import { dateSpan, overlaps, type DateSpan } from '#data/lens/date-span.ts';
import type { NodeInfo } from '#data/lens/lensed-network.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Organization } from '#data/model/organization.ts';
import type { Person } from '#data/model/person.ts';
import { searchText } from '#data/model/search-text.ts';

export interface SelectedNodes {
  readonly nodes: readonly NodeInfo[];
  /** Record id → node index. */
  readonly index: ReadonlyMap<string, number>;
}

type Filter = NonNullable<Lens['filter']>;

/**
 * The parties that are nodes: those of the lens's kind that pass every filter and are not hidden, tied or not, in the
 * order of the records, organizations first.
 *
 * Within a filter one value is enough; communities go by id or name. A person stands in the sectors of the organizations of their affiliations. Text
 * is found word by word, without case and accents, in what search reads.
 */
export function selectNodes(data: NetworkData, lens: Lens, during: DateSpan): SelectedNodes {
  const hidden = new Set(lens.hide);
  const passes = partyTest(data, lens.filter ?? {}, during);
  const shown = <Party extends Organization | Person>(list: readonly Party[]): readonly Party[] =>
    list.filter((party) => !hidden.has(party.id) && passes(party));
  const nodes: NodeInfo[] = [];
  if (lens.nodes !== 'people') nodes.push(...shown(data.organizations).map(organizationNode));
  if (lens.nodes !== 'organizations') nodes.push(...shown(data.people).map(personNode));
  return { nodes, index: new Map(nodes.map(({ id }, at) => [id, at])) };
}

function organizationNode(party: Organization): NodeInfo {
  return {
    id: party.id,
    kind: 'organization',
    label: party.name,
    ...(party.sector === undefined ? {} : { sector: party.sector }),
    topics: party.topics ?? [],
    ...(party.place?.name === undefined ? {} : { place: party.place.name }),
    custom: party.custom ?? {},
  };
}

function personNode(party: Person): NodeInfo {
  return {
    id: party.id,
    kind: 'person',
    label: party.name,
    topics: party.topics ?? [],
    ...(party.place?.name === undefined ? {} : { place: party.place.name }),
    ...(party.practice === undefined ? {} : { practice: party.practice }),
    custom: party.custom ?? {},
  };
}

type PartyTest = (party: Organization | Person) => boolean;

function partyTest(data: NetworkData, filter: Filter, during: DateSpan): PartyTest {
  const tests: PartyTest[] = [];
  const { topics, places } = filter;
  if (filter.sectors) tests.push(sectorTest(data, new Set(filter.sectors), during));
  if (topics) tests.push((party) => party.topics?.some((topic) => topics.includes(topic)) === true);
  if (places) tests.push((party) => party.place?.name !== undefined && places.includes(party.place.name));
  if (filter.communities) {
    const members = membersOf(data, new Set(filter.communities), during);
    tests.push((party) => members.has(party.id));
  }
  if (filter.text !== undefined) tests.push(textTest(filter.text));
  return (party) => tests.every((test) => test(party));
}

function sectorTest(data: NetworkData, sectors: ReadonlySet<string>, during: DateSpan): PartyTest {
  const inside = new Set(
    data.organizations
      .filter(({ sector }) => sector !== undefined && sectors.has(sector))
      .map(({ id }) => id),
  );
  return (party) =>
    inside.has(party.id) ||
    ('affiliations' in party &&
      party.affiliations?.some(
        ({ organization, since, until }) =>
          inside.has(organization) && overlaps(dateSpan(since, until), during),
      ) === true);
}

function membersOf(data: NetworkData, chosen: ReadonlySet<string>, during: DateSpan): ReadonlySet<string> {
  return new Set(
    data.communities
      .filter(({ id, name }) => chosen.has(id) || chosen.has(name))
      .flatMap(({ members = [] }) => members)
      .filter(({ since, until }) => overlaps(dateSpan(since, until), during))
      .map(({ party }) => party),
  );
}

function textTest(text: string): PartyTest {
  const words = folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (party) => {
    const kind = 'affiliations' in party || 'practice' in party ? 'person' : 'organization';
    const { name, rest } = searchText(kind, party);
    const read = folded(`${name}\n${rest}`);
    return words.every((word) => read.includes(word));
  };
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
