import { describe, expect, it } from 'vitest';
import { DataError } from '#data/errors.ts';
import { groupableAttributes, groupsByAttribute, groupsFromFile } from '#data/lens/groups-from.ts';
import type { NodeInfo } from '#data/lens/lensed-network.ts';
import { karate } from '#test/analysis/graphs.ts';

function node(id: string, fields: Partial<NodeInfo> = {}): NodeInfo {
  return { id, kind: 'organization', label: `Org ${id}`, topics: [], custom: {}, ...fields };
}

const nodes: readonly NodeInfo[] = [
  node('a', {
    sector: 'Food',
    place: 'Valley',
    topics: ['soil'],
    custom: { practice: 'farmer', founded: 1990, tags: ['x', 'y'] },
  }),
  node('b', { sector: 'Justice', custom: { practice: 'chef', open: false, lead: ['ana'] } }),
  node('c', { sector: 'Food', place: 'Harbour' }),
  node('d'),
];

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DataError && error.code === 'GROUPS_NOT_VALID')
      return `${error.message} ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('The groups were taken.');
}

describe('groupsByAttribute', () => {
  it('numbers groups in the order of the nodes; who has no value is in none', () => {
    expect(groupsByAttribute(nodes, 'sector')).toEqual({
      of: Int32Array.of(0, 1, 0, -1),
      count: 2,
      names: ['Food', 'Justice'],
    });
    expect(groupsByAttribute(nodes, 'place').names).toEqual(['Valley', 'Harbour']);
  });

  it('takes custom fields, numbers and flags too, and a list of one', () => {
    expect(groupsByAttribute(nodes, 'practice').names).toEqual(['farmer', 'chef']);
    expect(groupsByAttribute(nodes, 'founded').names).toEqual(['1990']);
    expect(groupsByAttribute(nodes, 'open').names).toEqual(['false']);
    expect(groupsByAttribute(nodes, 'lead').names).toEqual(['ana']);
    expect(groupsByAttribute(nodes, 'topic').names).toEqual(['soil']);
  });

  it('joins practices of people and of organizations', () => {
    const both = [...nodes, node('p', { kind: 'person', practice: 'chef' })];
    expect([...groupsByAttribute(both, 'practice').of]).toEqual([0, 1, -1, -1, 1]);
    expect(groupsByAttribute(both, 'kind').names).toEqual(['organization', 'person']);
  });

  it('refuses several values, and what nobody has, and says what there is', () => {
    expect(refusal(() => groupsByAttribute(nodes, 'tags'))).toContain('Org a has 2 values of “tags” (x, y…)');
    expect(refusal(() => groupsByAttribute(nodes, 'colour'))).toBe(
      'No organization has the attribute “colour”. There is: sector, place, topic, practice, founded, open, lead.',
    );
    expect(refusal(() => groupsByAttribute(nodes, 'toString'))).toContain('“toString”');
  });

  it('a network without sectors has none', () => {
    expect(groupsByAttribute([node('a')], 'sector')).toEqual({ of: Int32Array.of(-1), count: 0, names: [] });
    expect(groupsByAttribute([], 'sector').count).toBe(0);
  });
});

describe('groupableAttributes', () => {
  it('lists what some node has and none has twice', () => {
    expect(groupableAttributes(nodes)).toEqual([
      'sector',
      'place',
      'topic',
      'practice',
      'founded',
      'open',
      'lead',
    ]);
    expect(groupableAttributes([node('a'), node('p', { kind: 'person' })])).toEqual(['kind']);
    expect(groupableAttributes([])).toEqual([]);
  });
});

describe('groupsFromFile', () => {
  const read = (text: string, known?: ReadonlySet<string>) =>
    groupsFromFile(nodes, text, 'groups.csv', known);

  it('takes the first column as the id, the second as the group', () => {
    const expected = { of: Int32Array.of(1, 0, -1, 1), count: 2, names: ['West', 'East, upper'] };
    // Groups are numbered by the nodes: a is in “East, upper”.
    const text = 'id,group,note\nb,West,x\n"a","East, upper"\n\nd,"East, upper"\n';
    expect(read(text).names).toEqual(['East, upper', 'West']);
    expect([...read(text).of]).toEqual([...expected.of].map((group) => (group < 0 ? -1 : 1 - group)));
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
    expect(read(`\uFEFF${text}`)).toEqual(read(text));
  });

  it('takes semicolons and tabs', () => {
    expect(read('id;group\na;x\nb;y, z\n').names).toEqual(['x', 'y, z']);
    expect(read('id\tgroup\na\tx\n').names).toEqual(['x']);
  });

  it.each([
    ['id,group\na,x\nq,y\n', 'groups.csv, line 3: no organization has the id “q”.'],
    ['id,group\na,x\na,y\n', 'groups.csv, line 3: “a” is in two groups, “x” and “y”.'],
    ['id,group\na,\n', 'groups.csv, line 2: a row needs an id and a group.'],
    ['id,group\na\n', 'groups.csv, line 2: a row needs an id and a group.'],
    ['id,group\n', 'groups.csv holds no row below its header.'],
    ['', 'groups.csv holds no row below its header.'],
    ['id,group\n"a,x\n', 'groups.csv is not a table of ids and groups'],
  ])('refuses %j', (text, message) => {
    expect(refusal(() => read(text))).toContain(message);
    expect(refusal(() => read(text))).toContain('A CSV file with a header: id, group.');
  });

  it('the same group twice is no contradiction; ids that the lens left out are passed over', () => {
    expect(read('id,group\na,x\na,x\n').count).toBe(1);
    expect(read('id,group\na,x\nhidden,y\n', new Set(['hidden'])).names).toEqual(['x']);
  });

  it('reads the two sides of the karate club', async () => {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(new URL('../../../data/examples/karate/club.csv', import.meta.url), 'utf8');
    const groups = groupsFromFile(
      karate().ids.map((id) => node(id)),
      text,
      'club.csv',
    );
    expect(groups.names).toEqual(['Mr. Hi', 'Officer']);
    expect(groups.of.filter((group) => group === 0)).toHaveLength(17);
  });
});
