import { describe, expect, it } from 'vitest';
import type { Mapping } from '#data/ingest/mapping.ts';
import { readText, refusal } from '#test/data/formats/table/read-text.ts';

describe('a tie list by its header', () => {
  it.each([
    'source,target',
    'Source,Target',
    'from,to',
    ' (from), (to)',
    'from_id,to_id',
    'from_org_id,to_org_id',
    'Connection From,Connection To',
    'sender,receiver',
    'sourceId,targetId',
    'node1,node2',
  ])('%s', async (header) => {
    const { data } = await readText(`${header}\na,b\n`);
    expect(data.relationships).toEqual([
      { id: 'tie-1', from: 'a', to: 'b', kind: 'tie', direction: 'undirected' },
    ]);
    expect(data.organizations.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it("reads Gephi's columns", async () => {
    const { data } = await readText(
      'Source,Target,Type,Id,Label,Weight,Kind\n1,2,Directed,e1,,2.5,funds\n2,1,Undirected,e2,,0,\n',
    );
    expect(data.relationships).toEqual([
      {
        id: 'e1',
        from: '1',
        to: '2',
        kind: 'funds',
        direction: 'directed',
        strength: 2.5,
        external: [{ source: 'file', id: 'e1' }],
      },
      {
        id: 'e2',
        from: '2',
        to: '1',
        kind: 'tie',
        direction: 'undirected',
        strength: 0,
        external: [{ source: 'file', id: 'e2' }],
      },
    ]);
  });

  it('takes Type as the kind where it says no direction', async () => {
    const { data } = await readText('From,To,Type\na,b,funds\n');
    expect(data.relationships[0]).toMatchObject({ kind: 'funds', direction: 'undirected' });
  });

  it('takes the only numeric column as strength with a note, and none of several', async () => {
    const one = await readText('source,target,collab\na,b,3\n');
    expect(one.data.relationships[0]?.strength).toBe(3);
    expect(one.notes).toMatchObject([{ code: 'STRENGTH_FROM_ONLY_NUMBER', line: 1, column: 'collab' }]);
    const two = await readText('source,target,x,y\na,b,3,4\n');
    expect(two.data.relationships[0]).toMatchObject({ custom: { x: 3, y: 4 } });
    expect(two.data.relationships[0]?.strength).toBeUndefined();
    expect(two.notes).toMatchObject([{ code: 'STRENGTH_NOT_NAMED' }]);
  });

  it.each(['-1', 'NaN', 'inf', 'many', '1e999'])(
    'refuses the strength %s with line, column and value',
    async (value) => {
      expect(await refusal(readText(`source,target,weight\na,b,1\nb,c,${value}\n`))).toMatchObject([
        { code: 'NUMBER_NOT_VALID', file: 'table.csv', line: 3, column: 'weight', value },
      ]);
    },
  );

  it('refuses a bad strength in the only numeric column too', async () => {
    expect(await refusal(readText('source,target,collab\na,b,1\nb,c,NaN\n'))).toMatchObject([
      { line: 3, column: 'collab' },
    ]);
  });

  it('refuses missing ends and impossible dates', async () => {
    expect(
      await refusal(readText('source,target,since,until\na,,,\na,b,2021-02-30,\na,b,2021,2019\na,b,soon,\n')),
    ).toMatchObject([
      { code: 'VALUE_MISSING', line: 2, column: 'target' },
      { code: 'DATE_NOT_VALID', line: 3, column: 'since', value: '2021-02-30' },
      { code: 'DATE_NOT_VALID', line: 4, column: 'until' },
      { code: 'DATE_NOT_VALID', line: 5, column: 'since', value: 'soon' },
    ]);
  });

  it('keeps loops and parallel ties', async () => {
    const { data } = await readText('source,target\na,a\na,b\na,b\n');
    expect(data.relationships.map(({ id }) => id)).toEqual(['tie-1', 'tie-2', 'tie-3']);
  });

  it('gives a tie without an id one that no other has, before it or after it, in its table or another', async () => {
    const { data, notes } = await readText({
      '1.csv': 'id,source,target\n,a,b\ntie-1,b,c\ntie-4,c,a\n',
      '2.csv': 'source,target\na,c\nb,a\n',
    });
    const ids = data.relationships.map(({ id }) => id);
    expect(ids).toEqual(['tie-1', 'tie-2', 'tie-4', "tie-4'", 'tie-5']);
    expect(notes.map(({ code }) => code)).toContain('TIE_ID_REPEATED');
  });
});

describe('a node table beside ties', () => {
  const nodes = 'id,vertex.names,agency\n3,Cee,x\n1,Aye,NA\n2,Aye,y\n';

  it('makes the node order, whatever the order of files; labels need not be unique', async () => {
    const { data } = await readText({ 'ties.csv': 'source,target\n1,2\n', 'nodes.csv': nodes });
    expect(data.organizations).toEqual([
      { id: '3', name: 'Cee', custom: { agency: 'x' }, external: [{ source: 'file', id: '3' }] },
      { id: '1', name: 'Aye', external: [{ source: 'file', id: '1' }] },
      { id: '2', name: 'Aye', custom: { agency: 'y' }, external: [{ source: 'file', id: '2' }] },
    ]);
  });

  it('makes an unknown end an error, or an omission on request', async () => {
    const files = { 'nodes.csv': nodes, 'ties.csv': 'source,target\n1,2\n1,9\n' };
    expect(await refusal(readText(files))).toMatchObject([
      { code: 'NODE_NOT_FOUND', file: 'ties.csv', line: 3, column: 'target', value: '9' },
    ]);
    const { data, omitted, notes } = await readText(files, { skipBadRows: true });
    expect(data.relationships).toHaveLength(1);
    expect(omitted).toMatchObject([{ code: 'NODE_NOT_FOUND', file: 'ties.csv', line: 3 }]);
    expect(notes).toEqual([]);
  });

  it('does not say of a row with an error that it is not listed', async () => {
    const files = { 'nodes.csv': 'id,name,size\n1,Aye,-4\n2,Bee,3\n', 'ties.csv': 'source,target\n1,2\n' };
    const mapping: Mapping = {
      tables: [
        { file: 'nodes.csv', is: 'organizations', columns: { id: 'id', name: 'name', size: 'size' } },
        { file: 'ties.csv', is: 'relationships', columns: { from: 'source', to: 'target' } },
      ],
    };
    expect(await refusal(readText(files, { mapping }))).toMatchObject([
      { code: 'NUMBER_NOT_VALID', file: 'nodes.csv', line: 2, column: 'size', value: '-4' },
      {
        file: 'ties.csv',
        line: 2,
        value: '1',
        message: '“1” is listed in a row that has an error itself; it is accepted when that row is.',
      },
    ]);
  });

  it('matches ends by a name that only one has, with a note; not by one of two', async () => {
    const found = await readText({ 'nodes.csv': nodes, 'ties.csv': 'source,target\nCee,2\n' });
    expect(found.data.relationships[0]).toMatchObject({ from: '3', to: '2' });
    expect(found.notes).toMatchObject([{ code: 'MATCHED_BY_NAME' }]);
    expect(
      await refusal(readText({ 'nodes.csv': nodes, 'ties.csv': 'source,target\nAye,2\n' })),
    ).toMatchObject([{ code: 'NAME_NOT_UNIQUE', line: 2 }]);
  });

  it('reads sector, topics, place and website; the rest is custom, typed by its column', async () => {
    const { data } = await readText(
      'Id,Label,org_type,Tags,city,lat,lng,url,staff,open,code\nA,Ash,NGO,water|fish; soil,Ayr,55.5,-4.6,https://a.example,12,TRUE,007\n',
    );
    expect(data.organizations).toEqual([
      {
        id: 'A',
        name: 'Ash',
        sector: 'NGO',
        topics: ['water', 'fish', 'soil'],
        place: { name: 'Ayr', lat: 55.5, lon: -4.6 },
        website: 'https://a.example',
        custom: { staff: 12, open: true, code: '007' },
        external: [{ source: 'file', id: 'A' }],
      },
    ]);
  });

  it('refuses a missing id and a repeated id; takes the same row twice once', async () => {
    expect(await refusal(readText('id,label\n1,a\n,b\n1,c\n'))).toMatchObject([
      { code: 'ID_MISSING', line: 3, column: 'id' },
      { code: 'ID_REPEATED', line: 4, column: 'id', value: '1' },
    ]);
    const { data, notes } = await readText('id,label\n1,a\n1,a\n');
    expect(data.organizations).toHaveLength(1);
    expect(notes).toMatchObject([{ code: 'ROW_REPEATED', line: 3 }]);
  });

  it('tells several tie lists apart by their names', async () => {
    const { data, notes } = await readText({
      'funds.csv': 'source,target\na,b\n',
      'advice.csv': 'source,target\nb,a\n',
    });
    expect(data.relationships.map(({ kind }) => kind)).toEqual(['funds', 'advice']);
    expect(notes.map(({ code }) => code)).toEqual(['KIND_FROM_NAME', 'KIND_FROM_NAME']);
  });
});

describe('two-mode tables and matrices', () => {
  it('reads who takes part in what', async () => {
    const { data } = await readText('org_id,project_id,role\na,p,lead\nb,p,\na,q,\n');
    expect(data.collaborations).toEqual([
      {
        id: 'p',
        name: 'p',
        external: [{ source: 'file', id: 'p' }],
        participants: [{ party: 'a', role: 'lead' }, { party: 'b' }],
      },
      { id: 'q', name: 'q', external: [{ source: 'file', id: 'q' }], participants: [{ party: 'a' }] },
    ]);
  });

  it('parts a node table that lists both modes', async () => {
    const { data, notes } = await readText({
      'n.csv': 'id,name\na,Ash\np,Project\nb,Birch\n',
      't.csv': 'organization,project\na,p\nb,p\n',
    });
    expect(data.organizations.map(({ name }) => name)).toEqual(['Ash', 'Birch']);
    expect(data.collaborations).toMatchObject([
      { id: 'p', name: 'Project', participants: [{ party: 'a' }, { party: 'b' }] },
    ]);
    expect(notes).toMatchObject([{ code: 'MODE_FROM_PARTICIPATION', file: 'n.csv' }]);
  });

  it('reads a symmetric matrix as undirected ties, zero and nothing as no tie', async () => {
    const { data, notes } = await readText(',a,b,c\na,0,2,\nb,2,1,0\nc,,0,0\n');
    expect(data.organizations.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(data.relationships).toMatchObject([
      { from: 'a', to: 'b', strength: 2, direction: 'undirected' },
      { from: 'b', to: 'b', strength: 1, direction: 'undirected' },
    ]);
    expect(notes).toMatchObject([{ code: 'TABLE_IS_MATRIX' }]);
  });

  it('reads one that is not as directed, and one triangle as undirected', async () => {
    const directed = await readText(',a,b\na,0,1\nb,0,0\n');
    expect(directed.data.relationships).toMatchObject([{ from: 'a', to: 'b', direction: 'directed' }]);
    const triangle = await readText(',x,y\nx,,\ny,3,\n');
    expect(triangle.data.relationships).toMatchObject([
      { from: 'x', to: 'y', strength: 3, direction: 'undirected' },
    ]);
  });

  it('reads a square without row names and a two-mode matrix', async () => {
    const square = await readText('Ayr,Bute\n1,0.5\n0.5,1\n');
    expect(square.data.relationships.map(({ from, to, strength }) => [from, to, strength])).toEqual([
      ['Ayr', 'Ayr', 1],
      ['Ayr', 'Bute', 0.5],
      ['Bute', 'Bute', 1],
    ]);
    const twoMode = await readText(',fair,market\nAsh,1,0\nElm,1,1\n');
    expect(twoMode.data.collaborations.map(({ id, participants }) => [id, participants?.length])).toEqual([
      ['fair', 2],
      ['market', 1],
    ]);
  });

  it('refuses a negative cell of a matrix by line and column', async () => {
    expect(await refusal(readText(',a,b\na,0,1\nb,-1,0\n'))).toMatchObject([
      { line: 3, column: 'a', value: '-1' },
    ]);
  });

  it('keeps collaborations apart from organizations of the same id', async () => {
    const { data, notes } = await readText('organization,project\n1,1\n2,1\n');
    expect(data.collaborations).toMatchObject([
      { id: 'collaboration:1', external: [{ source: 'file', id: '1' }] },
    ]);
    expect(notes).toMatchObject([{ code: 'ID_OF_PARTY' }]);
  });
});
