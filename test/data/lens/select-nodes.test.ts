import { describe, expect, it } from 'vitest';
import { networkOf, relationship, seen } from '#test/data/lens/networks.ts';

const data = networkOf({
  organizations: [
    { id: 'farm', name: 'Ōtāwhao Farm', sector: 'Food', topics: ['food', 'soil'], place: { name: 'Valley' } },
    {
      id: 'court',
      name: 'Court House',
      sector: 'Justice',
      aliases: ['Family court'],
      place: { name: 'Harbour' },
    },
    { id: 'plain', name: 'Plain' },
    { id: 'café', name: 'Café Łódź', sector: 'Food', topics: ['food'], custom: { founded: 1990 } },
  ],
  people: [
    {
      id: 'ana',
      name: 'Ana',
      practice: 'cooks',
      topics: ['food'],
      affiliations: [{ organization: 'café', since: '2019' }],
    },
    { id: 'ben', name: 'Ben' },
  ],
  communities: [
    {
      id: 'k',
      name: 'Food',
      members: [
        { party: 'farm', role: 'member', until: '2018' },
        { party: 'ana', role: 'alumnus' },
      ],
    },
  ],
  relationships: [relationship('xy', { from: 'farm', to: 'ana' })],
});

const ids = (given: unknown) => seen(data, given).nodes.map(({ id }) => id);

describe('nodes', () => {
  it('are organizations, people or both, tied or not, in the order of the records', () => {
    expect(ids({})).toEqual(['farm', 'court', 'plain', 'café']);
    expect(ids({ nodes: 'people' })).toEqual(['ana', 'ben']);
    expect(ids({ nodes: 'both' })).toEqual(['farm', 'court', 'plain', 'café', 'ana', 'ben']);
    expect(seen(data).graph.ties.count).toBe(0);
    expect(seen(data, { nodes: 'both' }).graph.ties.count).toBe(1);
  });

  it('carry what the columns need', () => {
    const nodes = seen(data, { nodes: 'both' }).nodes;
    expect(nodes[0]).toEqual({
      id: 'farm',
      kind: 'organization',
      label: 'Ōtāwhao Farm',
      sector: 'Food',
      topics: ['food', 'soil'],
      place: 'Valley',
      custom: {},
    });
    expect(nodes[3]?.custom).toEqual({ founded: 1990 });
    expect(nodes[4]).toEqual({
      id: 'ana',
      kind: 'person',
      label: 'Ana',
      topics: ['food'],
      practice: 'cooks',
      custom: {},
    });
  });

  it.each([
    [{ sectors: ['Food', 'Justice'] }, ['farm', 'court', 'café', 'ana']],
    [{ sectors: ['Justice'] }, ['court']],
    [{ topics: ['soil'] }, ['farm']],
    [{ topics: ['soil', 'food'] }, ['farm', 'café', 'ana']],
    [{ places: ['Harbour'] }, ['court']],
    [{ communities: ['k'] }, ['farm', 'ana']],
    [{ communities: ['Food'] }, ['farm', 'ana']],
    [{ sectors: ['Food'], places: ['Valley'] }, ['farm']],
    [{ text: 'otawhao FARM' }, ['farm']],
    [{ text: 'family' }, ['court']],
    [{ text: 'lodz' }, []],
    [{ text: 'café łódź' }, ['café']],
    [{ text: 'cooks' }, ['ana']],
  ])('filter %j', (filter, expected) => {
    expect(ids({ nodes: 'both', filter })).toEqual(expected);
  });

  it('filters by what held during the window', () => {
    expect(ids({ nodes: 'both', filter: { communities: ['k'] }, during: ['2020', '2020'] })).toEqual(['ana']);
    expect(ids({ nodes: 'people', filter: { sectors: ['Food'] }, during: ['2018', '2018'] })).toEqual([]);
  });

  it('hides by id', () => {
    expect(ids({ hide: ['court', 'ana'] })).toEqual(['farm', 'plain', 'café']);
  });

  it('notes what the lens names and no record has', () => {
    const given = {
      filter: { sectors: ['Helth'], topics: ['x'], places: ['x'], communities: ['x'] },
      include: { relationships: { kinds: ['x'] }, collaborations: { kinds: ['x'], roles: ['x'] } },
      halfLife: { y: 3 },
      hide: ['x', 'farm'],
    };
    const { notes } = seen(data, given);
    expect(notes.map(({ record, value }) => [record, value])).toEqual([
      ['lens.filter.sectors', 'Helth'],
      ['lens.filter.topics', 'x'],
      ['lens.filter.places', 'x'],
      ['lens.filter.communities', 'x'],
      ['lens.include.relationships.kinds', 'x'],
      ['lens.halfLife', 'y'],
      ['lens.include.collaborations.kinds', 'x'],
      ['lens.include.collaborations.roles', 'x'],
      ['lens.hide', 'x'],
    ]);
    expect(notes[0]).toMatchObject({
      severity: 'note',
      message: 'The lens names “Helth” in filter.sectors; no record has it. There are Food, Justice.',
    });
    expect(seen(data).notes).toEqual([]);
  });
});
