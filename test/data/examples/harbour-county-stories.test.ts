import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byId, data } from '#test/data/examples/harbour-county.ts';

const meanOf = (trust: object | undefined): number => {
  const grades = Object.values(trust ?? {}) as number[];
  return grades.reduce((sum, grade) => sum + grade, 0) / Math.max(1, grades.length);
};

/** Whom somebody said before a day to trust (mean of the three grades at least 3), or who said so of them. */
function trustedBefore(party: string, day: string): Set<string> {
  const trusted = data.relationships
    .filter(({ from, to }) => from === party || to === party)
    .filter(({ since = '' }) => since < day)
    .filter(({ statements = [] }) =>
      statements.some(({ agrees, at = '', trust }) => agrees && at < day && meanOf(trust) >= 3),
    );
  return new Set(trusted.map(({ from, to }) => (from === party ? to : from)));
}

describe('the apartment fire of 2020', () => {
  const fire = byId(data.needs, 'need-apartment-fire');
  const items = fire.items ?? [];
  const takers = items.flatMap(({ acceptedBy = [] }) => acceptedBy);

  it('asked for housing, food and re-housing', () => {
    expect(fire.openedAt).toMatch(/^2020-/u);
    expect(items.map(({ category }) => category)).toEqual(['housing', 'food', 're-housing']);
  });

  it('a nonprofit, a church and a neighbourhood leader took every item within a quarter of an hour', () => {
    expect(takers).toEqual(['org-valley-homes', 'org-tidewater-chapel', 'person-dolores-reyes']);
    expect(byId(data.organizations, 'org-valley-homes').sector).toBe('Housing');
    expect(byId(data.organizations, 'org-tidewater-chapel').sector).toBe('Faith');
    const leader = byId(data.people, 'person-dolores-reyes');
    expect(leader).toMatchObject({ practice: 'Neighbourhood leader' });
    expect(leader.affiliations).toBeUndefined();
    const minutes = items.map(
      ({ acceptedAt = '' }) => (Date.parse(acceptedAt) - Date.parse(fire.openedAt)) / 60_000,
    );
    expect(minutes).toEqual([4, 6, 14]);
    for (const { acceptedAt = '', doneAt = '' } of items)
      expect(Date.parse(doneAt)).toBeGreaterThan(Date.parse(acceptedAt));
  });

  it('each was one trusted step from the asker before the fire', () => {
    const trusted = trustedBefore(fire.askedBy, '2020-04-09');
    expect(takers.filter((taker) => !trusted.has(taker))).toEqual([]);
  });

  it('together they had offered all three before; nobody else within one step offers food', () => {
    const near = new Set(
      data.relationships.flatMap(({ from, to }) =>
        from === fire.askedBy ? [to] : to === fire.askedBy ? [from] : [],
      ),
    );
    const offered = data.offers.filter(({ party }) => near.has(party));
    for (const [at, { category }] of items.entries()) {
      const bringers = offered.filter((offer) => offer.category === category);
      expect(bringers.map(({ party }) => party)).toEqual([takers[at]]);
      expect((bringers[0]?.since ?? '') < '2020').toBe(true);
    }
  });

  it('was taken while the neighbourhood leaders were on a call, which is recorded', () => {
    const call = byId(data.gatherings, 'gathering-neighbourhood-call-2020-04-09');
    expect(Date.parse(call.at)).toBeLessThan(Date.parse(fire.openedAt));
    expect(Date.parse(call.until ?? '')).toBeGreaterThan(Date.parse(items.at(-1)?.acceptedAt ?? ''));
    const there = (call.attendees ?? []).flatMap(({ party, via }) => [party, via]);
    expect([fire.askedBy, ...takers].filter((party) => !there.includes(party))).toEqual([]);
  });
});

describe('the emerging leaders', () => {
  const cohort = byId(data.communities, 'community-emerging-leaders');
  const members = cohort.members ?? [];

  it('are in their fifth year: a class each autumn from 2022 to 2026', () => {
    expect(cohort.kind).toBe('cohort');
    const began = members.filter(({ role }) => role === 'member').map(({ since = '' }) => since);
    expect([...new Set(began)].sort()).toEqual(['2022-09', '2023-09', '2024-09', '2025-09', '2026-09']);
  });

  it('whoever finished stays as an alumnus, whoever is in it does not yet', () => {
    const alumni = members.filter(({ role }) => role === 'alumnus').map(({ party }) => party);
    const done = members.filter(({ role, until }) => role === 'member' && until !== undefined);
    expect(alumni).toHaveLength(20);
    expect(done.map(({ party }) => party)).toEqual(alumni);
    expect(members.filter(({ role, until }) => role === 'member' && until === undefined)).toHaveLength(5);
  });

  it('have met in every one of the five years', () => {
    const meetings = data.gatherings.filter(({ community }) => community === cohort.id);
    const years = new Set(meetings.map(({ at }) => at.slice(0, 4)));
    expect([...years]).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });
});

describe('the graduates of the Native entrepreneurs’ residence', () => {
  const { kind, members = [], id } = byId(data.communities, 'community-native-entrepreneurs');

  it('are alumni, each of a year, who confide in each other and still meet', () => {
    expect(kind).toBe('alumni');
    expect(members.every(({ role, since }) => role === 'alumnus' && since !== undefined)).toBe(true);
    const graduates = new Set(members.map(({ party }) => party));
    const confided = data.relationships.filter((tie) => tie.kind === 'confides in');
    expect(confided).toHaveLength(graduates.size);
    expect(confided.every(({ from, to }) => graduates.has(from) && graduates.has(to))).toBe(true);
    expect(data.gatherings.filter(({ community }) => community === id)).toHaveLength(4);
  });
});

describe('the open table of 2023', () => {
  const table = byId(data.gatherings, 'gathering-open-table-2023');

  it('some who sat there began their first collaboration within the year', () => {
    const there = new Set((table.attendees ?? []).map(({ party }) => party));
    const both = data.collaborations.filter(
      ({ participants = [] }) => participants.filter(({ party }) => there.has(party)).length > 1,
    );
    const day = table.at.slice(0, 7);
    const [before, after] = [
      both.filter(({ since = '' }) => since <= day),
      both.filter(({ since = '' }) => since > day),
    ];
    const pairKey = ({ participants = [] }: (typeof both)[number]): string =>
      participants
        .map(({ party }) => party)
        .sort()
        .join(' ');
    const known = new Set(before.map(pairKey));
    const newWithinAYear = after.filter(
      (each) => (each.since ?? '') <= '2024-05' && !known.has(pairKey(each)),
    );
    expect(newWithinAYear.length).toBeGreaterThanOrEqual(3);
  });
});

describe('STORIES.md', () => {
  it('names only ids that are there', () => {
    const page = new URL('../../../data/examples/harbour-county/STORIES.md', import.meta.url);
    const named = readFileSync(page, 'utf8').match(
      /`(org|person|need|offer|gathering|community|source)-[a-z0-9-]+`/gu,
    );
    const records = [
      ...data.organizations,
      ...data.people,
      ...data.needs,
      ...data.offers,
      ...data.gatherings,
      ...data.communities,
      ...data.sources,
    ];
    const known = new Set(records.map(({ id }) => `\`${id}\``));
    expect(named?.length).toBeGreaterThan(20);
    expect(named?.filter((id) => !known.has(id))).toEqual([]);
  });
});
