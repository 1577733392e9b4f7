import { describe, expect, it } from 'vitest';
import type { Collaboration } from '#data/model/collaboration.ts';
import { networkOf, organizations, people, relationship, seen, tiesOf } from '#test/data/lens/networks.ts';

/** A collaboration of the letters given. */
function project(id: string, parties: string, fields: Partial<Collaboration> = {}): Collaboration {
  return { id, name: `Project ${id}`, participants: Array.from(parties, (party) => ({ party })), ...fields };
}

function network(collaborations: Collaboration[]) {
  return networkOf({ organizations: organizations('abcde'), collaborations });
}

const by = (projection: string, more: object = {}) => ({
  include: { collaborations: { projection, ...more } },
});

describe('collaborations', () => {
  it('newman: each pair of k gains 1/(k−1), repeated ones add', () => {
    const data = network([project('x', 'abc'), project('y', 'ab'), project('z', 'd')]);
    expect(tiesOf(seen(data).graph)).toEqual(['a–b 1.5', 'a–c 0.5', 'b–c 0.5']);
  });

  it('count: 1 a pair', () => {
    const data = network([project('x', 'abc'), project('y', 'ab')]);
    expect(tiesOf(seen(data, by('count')).graph)).toEqual(['a–b 2', 'a–c 1', 'b–c 1']);
  });

  it('none: the collaborations are nodes, after the parties', () => {
    const data = network([project('x', 'abc'), project('y', 'ab'), project('empty', '')]);
    const { graph, nodes, events } = seen(data, by('none'));
    expect(graph.ids).toEqual(['a', 'b', 'c', 'd', 'e', 'x', 'y']);
    expect(nodes.map(({ kind }) => kind).slice(4)).toEqual([
      'organization',
      'collaboration',
      'collaboration',
    ]);
    expect(nodes[5]?.label).toBe('Project x');
    expect(tiesOf(graph)).toEqual(['a–x 1', 'a–y 1', 'b–x 1', 'b–y 1', 'c–x 1']);
    expect(graph.origin.projected).toEqual([]);
    expect(events[0]).toMatchObject({ of: 'collaborations', twoMode: null });
  });

  it('none: an id that a party has too is told apart', () => {
    expect(seen(network([project('a', 'bc')]), by('none')).graph.ids).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'collaboration:a',
    ]);
  });

  it('who stands in one twice counts once, with both roles', () => {
    const participants = [
      { party: 'a', role: 'lead' },
      { party: 'b' },
      { party: 'a', role: 'funder' },
      { party: 'a', role: 'lead' },
    ];
    const { graph, events } = seen(network([project('x', '', { participants })]));
    expect(tiesOf(graph)).toEqual(['a–b 1']);
    expect(events[0]?.events).toMatchObject([{ id: 'x', members: [0, 1], roles: [['lead', 'funder'], []] }]);
  });

  it('count only parties that are nodes: the size is theirs', () => {
    const data = { ...network([project('x', 'abp')]), people: people('p') };
    expect(tiesOf(seen(data).graph)).toEqual(['a–b 1']);
    expect(tiesOf(seen(data, { nodes: 'both' }).graph)).toEqual(['a–b 0.5', 'a–p 0.5', 'b–p 0.5']);
    expect(tiesOf(seen(data, { hide: ['b'] }).graph)).toEqual([]);
  });

  it('kinds and roles filter before the size is counted', () => {
    const participants = [
      { party: 'a', role: 'lead' },
      { party: 'b', role: 'partner' },
      { party: 'c', role: 'funder' },
      { party: 'd' },
    ];
    const data = network([project('x', '', { participants, kind: 'grant' }), project('y', 'de')]);
    expect(tiesOf(seen(data, by('newman', { roles: ['lead', 'partner'] })).graph)).toEqual(['a–b 1']);
    expect(seen(data, by('newman', { kinds: ['grant'] })).graph.ties.count).toBe(6);
    expect(tiesOf(seen(data, by('newman', { kinds: ['grant'], roles: ['funder'] })).graph)).toEqual([]);
  });

  it('dates: a participation’s own, else the collaboration’s', () => {
    const participants = [
      { party: 'a' },
      { party: 'b', since: '2014' },
      { party: 'c', until: '2011' },
      { party: 'd', since: '2021', until: '2022' },
    ];
    const data = network([project('x', '', { participants, since: '2010', until: '2019' })]);
    const on = (day: string) => tiesOf(seen(data, { during: [day, day] }).graph);
    expect(on('2010')).toEqual(['a–c 1']);
    expect(on('2012')).toEqual([]);
    expect(on('2015-03-01')).toEqual(['a–b 1']);
    expect(on('2020')).toEqual([]);
    expect(seen(data).graph.ties.count).toBe(6);
  });

  it('events carry what sentences need, in the order of the parts of the graph', () => {
    const data = network([
      project('x', 'ab', { kind: 'grant', topics: ['Food'], since: '2019', until: '2021-06' }),
      project('nobody', ''),
      project('y', 'c'),
    ]);
    const { events, graph } = seen(data);
    expect(events).toHaveLength(1);
    expect(events[0]?.twoMode).toBe(graph.origin.projected[0]);
    expect(events[0]?.events).toEqual([
      {
        id: 'x',
        name: 'Project x',
        kind: 'grant',
        topics: ['Food'],
        since: '2019',
        until: '2021-06',
        members: [0, 1],
        roles: [[], []],
      },
      { id: 'y', name: 'Project y', topics: [], members: [2], roles: [[]] },
    ]);
    expect(events[0]?.twoMode).toMatchObject({ events: 2, projection: 'newman', kind: 'collaborations' });
  });

  it('are left out where the lens removes them, or hides one', () => {
    const data = network([project('x', 'ab'), project('y', 'cd')]);
    expect(seen(data, { include: { collaborations: null } }).events).toEqual([]);
    expect(tiesOf(seen(data, { hide: ['x'] }).graph)).toEqual(['c–d 1']);
  });
});

describe('gatherings', () => {
  const data = networkOf({
    organizations: organizations('abc'),
    people: people('pq', { affiliations: [{ organization: 'a' }] }),
    gatherings: [
      {
        id: 'g',
        name: 'Farmers and chefs',
        at: '2019-11-30T23:30:00-05:00',
        conveners: ['c'],
        attendees: [{ party: 'p', via: 'a' }, { party: 'q' }, { party: 'b' }],
      },
    ],
  });
  const gathered = { include: { collaborations: null, gatherings: { projection: 'newman' } } };

  it('make no tie unless asked for', () => {
    expect(seen(data).graph.ties.count).toBe(0);
  });

  it('a person who is no node stands for the organization they came for; the convener is in the room', () => {
    expect(tiesOf(seen(data, gathered).graph)).toEqual(['a–b 0.5', 'a–c 0.5', 'b–c 0.5']);
    expect(seen(data, gathered).events[0]?.events[0]).toMatchObject({
      members: [2, 0, 1],
      roles: [['convener'], [], []],
    });
    expect(
      seen(data, { ...gathered, nodes: 'both' }).events[0]?.events[0]?.members.map((v) => 'abcpq'[v]),
    ).toEqual(['c', 'p', 'q', 'b']);
  });

  it('belong to the day written, whatever the zone of the reader', () => {
    expect(seen(data, { ...gathered, during: ['2019-11-30', '2019-11-30'] }).graph.ties.count).toBe(3);
    expect(seen(data, { ...gathered, during: ['2019-12', '2019-12'] }).graph.ties.count).toBe(0);
  });

  it('who was ever in one room is there whatever the lens says', () => {
    const rooms = seen(data, { during: ['2001', '2001'] }).gatherings;
    expect([...(rooms?.members ?? [])]).toEqual([2, 0, 1]);
    expect(seen(data, { nodes: 'both' }).gatherings?.members).toHaveLength(5);
    expect(seen(networkOf({ organizations: organizations('ab') })).gatherings).toBeNull();
  });
});

describe('communities and affiliations', () => {
  const data = networkOf({
    organizations: organizations('abc'),
    people: people('p', {
      affiliations: [
        { organization: 'a', until: '2018' },
        { organization: 'b', since: '2019' },
        { organization: 'b' },
      ],
    }),
    communities: [
      {
        id: 'k',
        name: 'Food and farming',
        members: [
          { party: 'a', role: 'member', until: '2017' },
          { party: 'b', role: 'convener' },
          { party: 'c', role: 'member', since: '2018' },
        ],
      },
    ],
  });

  it('members at the time', () => {
    const given = { include: { communities: { projection: 'count' } } };
    expect(tiesOf(seen(data, given).graph)).toEqual(['a–b 1', 'a–c 1', 'b–c 1']);
    expect(tiesOf(seen(data, { ...given, during: ['2017', '2017'] }).graph)).toEqual(['a–b 1']);
    expect(tiesOf(seen(data, { ...given, during: ['2018', '2018'] }).graph)).toEqual(['b–c 1']);
  });

  it('affiliations are ties between people and organizations that are both nodes', () => {
    const given = { nodes: 'both', include: { affiliations: true } };
    expect(tiesOf(seen(data, given).graph)).toEqual(['a–p 1', 'b–p 2']);
    expect(tiesOf(seen(data, { ...given, during: ['2018', '2018'] }).graph)).toEqual(['a–p 1', 'b–p 1']);
    const { graph, notes } = seen(data, { include: { affiliations: true } });
    expect(graph.ties.count).toBe(0);
    expect(notes[0]?.message).toContain('make ties where "nodes" is "both"');
  });

  it('all parts add up in one graph', () => {
    const given = { include: { communities: { projection: 'count' }, gatherings: { projection: 'newman' } } };
    const all = {
      ...data,
      relationships: [relationship('ab', { strength: 3 })],
      collaborations: [project('x', 'ab')],
    };
    const { graph, events } = seen(all, given);
    expect(tiesOf(graph)).toEqual(['a–b 5', 'a–c 1', 'b–c 1']);
    expect(events.map(({ of }) => of)).toEqual(['collaborations', 'gatherings', 'communities']);
    expect(graph.origin.projected.map(({ kind }) => kind)).toEqual(['collaborations', 'communities']);
  });
});
