import fc from 'fast-check';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';

/** Names as people enter them and as attackers do: any script, marks, quotes, markup, tabs; NFC, no control characters. */
const nasty = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '<b>&amp;"\'',
      'Ṩ̈é',
      'مركز',
      '中文 协会',
      '👩‍👩‍👧',
      ']]>',
      '  x ',
      'a|b',
      '"',
      '\\',
      "'",
      '[a, b]',
      '=1+1',
      'a\tb',
      'a\nb',
    ),
  )
  .map((text) =>
    // eslint-disable-next-line no-control-regex -- control characters are what it takes away
    text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu, '.').normalize('NFC'),
  )
  .filter((text) => !['', '.', '..'].includes(text) && text.isWellFormed());

const date = fc.constantFrom('2008', '2008-02', '2012-02', '2019-12-31', undefined);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const custom = fc.option(
  fc
    .array(
      fc.tuple(
        nasty,
        fc.oneof(nasty, fc.constant(''), number, fc.boolean(), fc.array(nasty, { maxLength: 3 })),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((entries) => Object.fromEntries(entries.filter(([name]) => name !== '__proto__'))),
  { nil: undefined },
);

/** A record without its undefined fields, as the strict schemas want it. */
function present<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const party = fc.record({
  name: nasty,
  sector: fc.option(nasty, { nil: undefined }),
  topics: fc.option(fc.array(nasty, { maxLength: 3 }), { nil: undefined }),
  description: fc.option(nasty, { nil: undefined }),
  size: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }).map(Math.abs), { nil: undefined }),
  lat: fc.option(
    fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0),
    { nil: undefined },
  ),
  custom,
});

/** Networks of organizations, people, relationships and collaborations that every rich format can hold. */
export const arbitraryNetwork: fc.Arbitrary<NetworkData> = fc
  .record({
    ids: fc.uniqueArray(nasty, { minLength: 3, maxLength: 6 }),
    parties: fc.array(party, { minLength: 6, maxLength: 6 }),
    ties: fc.array(
      fc.record({
        from: fc.nat(5),
        to: fc.nat(5),
        kind: nasty,
        direction: fc.constantFrom('directed' as const, 'mutual' as const, 'undirected' as const),
        strength: fc.option(fc.double({ min: 0, max: 1e300, noNaN: true }).map(Math.abs), { nil: undefined }),
        since: date,
        until: date,
        custom,
      }),
      { maxLength: 6 },
    ),
    projects: fc.array(
      fc.record({
        name: nasty,
        kind: fc.option(nasty, { nil: undefined }),
        since: date,
        role: fc.option(nasty, { nil: undefined }),
        custom,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ ids, parties, ties, projects }) => {
    const data = emptyNetworkData();
    ids.forEach((id, at) => {
      const { sector, size, lat, ...rest } = parties[at % parties.length]!;
      const place = lat === undefined ? undefined : { lat };
      if (at < 2) data.organizations.push(present({ id, ...rest, sector, size, place }));
      else data.people.push(present({ id, ...rest, place, affiliations: [{ organization: ids[0]! }] }));
    });
    ties.forEach(({ from, to, ...rest }, at) => {
      const ends = { from: ids[from % ids.length]!, to: ids[to % ids.length]! };
      data.relationships.push(present({ id: `r${at}`, ...ends, ...rest }));
    });
    projects.forEach(({ role, ...rest }, at) => {
      // The first one bears an organization's id: kinds of record have their own ids.
      const id = at === 0 ? ids[0]! : `c${at}`;
      const participants = ids.slice(0, 2).map((one) => present({ party: one, role }));
      data.collaborations.push(present({ id, ...rest, participants }));
    });
    return data;
  });
