import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '#data/ingest/mapping.ts';
import { mappingSchema } from '#data/ingest/mapping.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { records } from '#data/model/registry.ts';
import { deltaFiles, deltaFolder, deltaMapping } from '#test/data/delta-records.ts';
import { readText, refusal, textFile } from '#test/data/formats/table/read-text.ts';

const mapping = (...tables: Mapping['tables']): Mapping => mappingSchema.parse({ tables, source: 'survey' });

const nodes =
  'id,name,mode,org_type,sci_Fish,sci_Soil,start,end\no1,Ash,1,NGO,NA,NA,NA,NA\np1,Weir,0,NA,TRUE,FALSE,2008,2019\no2,Elm,1,,,,,\n';
const parts = 'who,what,as\no1,p1,Leader\no2,p1,\n';
const twoMode = mapping(
  {
    file: 'n.csv',
    is: 'organizations',
    columns: { id: 'id', name: 'name', sector: 'org_type' },
    where: { mode: '1' },
  },
  {
    file: 'n.csv',
    is: 'collaborations',
    columns: { id: 'id', name: 'name', topics: ['sci_*'], since: 'start', until: 'end' },
    where: { mode: '0' },
  },
  { file: 'p.csv', is: 'participation', columns: { organization: 'who', collaboration: 'what', role: 'as' } },
);

describe('a mapping', () => {
  it('may say what the network is called, and what it calls things', async () => {
    const network = {
      name: 'Delta Science Tracker',
      description: 'Projects of the Delta',
      collaborationWords: ['project', 'projects'],
      sectorWords: ['type', 'types'],
    } as const;
    const given = mappingSchema.parse({ ...twoMode, network });
    const { data } = await readText({ 'p.csv': parts, 'n.csv': nodes }, { mapping: given });
    expect(data.network).toEqual({
      id: 'network',
      slug: 'delta-science-tracker',
      name: 'Delta Science Tracker',
      description: 'Projects of the Delta',
      custom: { collaborationWords: ['project', 'projects'], sectorWords: ['type', 'types'] },
    });
    expect(
      mappingSchema.safeParse({ ...twoMode, network: { name: 'D', sectorWords: ['type'] } }).success,
    ).toBe(false);
  });

  it('reads one file as two tables, patterns as topics, years as dates, under its source', async () => {
    const { data, notes } = await readText({ 'p.csv': parts, 'n.csv': nodes }, { mapping: twoMode });
    expect(data.organizations).toEqual([
      { id: 'o1', name: 'Ash', sector: 'NGO', external: [{ source: 'survey', id: 'o1' }] },
      { id: 'o2', name: 'Elm', external: [{ source: 'survey', id: 'o2' }] },
    ]);
    expect(data.collaborations).toEqual([
      {
        id: 'p1',
        name: 'Weir',
        topics: ['Fish'],
        since: '2008',
        until: '2019',
        external: [{ source: 'survey', id: 'p1' }],
        participants: [{ party: 'o1', role: 'Leader' }, { party: 'o2' }],
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('is itself overridden by an explicit source', async () => {
    const { data } = await readText({ 'p.csv': parts, 'n.csv': nodes }, { mapping: twoMode, source: 'mine' });
    expect(data.organizations[0]?.external).toEqual([{ source: 'mine', id: 'o1' }]);
  });

  it('makes an unknown end an error with line, column and value', async () => {
    const files = { 'p.csv': `${parts}o9,p1,\no1,p9,\n`, 'n.csv': nodes };
    expect(await refusal(readText(files, { mapping: twoMode }))).toMatchObject([
      { code: 'NODE_NOT_FOUND', file: 'p.csv', line: 4, column: 'who', value: 'o9' },
      { code: 'COLLABORATION_NOT_FOUND', file: 'p.csv', line: 5, column: 'what', value: 'p9' },
    ]);
  });

  it.each([
    [{ file: 'x.csv', is: 'organizations', columns: { id: 'id' } }, 'FILE_NOT_GIVEN', 'n.csv'],
    [{ file: 'n.csv', is: 'organizations', columns: { id: 'ident' } }, 'COLUMN_NOT_FOUND', 'org_type'],
    [
      { file: 'n.csv', is: 'organizations', columns: { id: 'id', colour: 'name' } },
      'FIELD_NOT_KNOWN',
      'sector',
    ],
    [
      { file: 'n.csv', is: 'organizations', columns: { id: 'id' }, where: { kind: '1' } },
      'COLUMN_NOT_FOUND',
      'mode',
    ],
    [{ file: 'n.csv', is: 'relationships', columns: { from: 'id' } }, 'FIELD_NOT_MAPPED', 'to'],
    [
      { file: 'n.csv', is: 'organizations', columns: { id: 'id', topics: ['zoo_*'] } },
      'COLUMN_NOT_FOUND',
      'sci_Fish',
    ],
    [
      { file: 'n.csv', is: 'organizations', columns: { id: 'id', name: ['sci_*'] } },
      'PATTERN_NOT_ACCEPTED',
      'topics',
    ],
    [{ file: 'n.csv', sheet: 'S', is: 'organizations', columns: { id: 'id' } }, 'SHEET_NOT_FOUND', 'S'],
  ] as const)('that names what is not there is refused and told what is: %j', async (table, code, told) => {
    const [problem] = await refusal(
      readText({ 'n.csv': nodes }, { mapping: mapping(table as unknown as Mapping['tables'][number]) }),
    );
    expect(problem?.code).toBe(code);
    expect(problem?.message).toContain(told);
  });

  it('says in which mapping and where in it something is wrong, and its value', async () => {
    const written = JSON.stringify({
      tables: [
        { file: 'n.csv', is: 'organizations', columns: { id: 'id', sector: 'colour' } },
        { file: 'n.csv', is: 'organizations', columns: { id: 'id', shade: 'name' }, where: { kind: '1' } },
        { file: 'x.csv', is: 'participation', columns: { organization: 'who' } },
        { file: 'p.csv', is: 'participation', columns: { organization: 'who' } },
      ],
    });
    const given = parseMapping(textFile('survey.mapping.json', written));
    const problems = await refusal(readText({ 'n.csv': nodes, 'p.csv': parts }, { mapping: given }));
    const file = 'survey.mapping.json';
    expect(problems).toMatchObject([
      { file, record: 'tables[0].columns.sector', value: 'colour' },
      { file, record: 'tables[1].columns.shade', value: 'shade' },
      { file, record: 'tables[1].where.kind', value: 'kind' },
      { file, record: 'tables[2].file', value: 'x.csv' },
      { file, record: 'tables[3].columns', value: 'organization' },
    ]);
  });

  it('notes a file and a where that nothing uses', async () => {
    const { notes } = await readText(
      { 'n.csv': nodes, 'p.csv': parts },
      {
        mapping: mapping(
          { file: 'n.csv', is: 'organizations', columns: { id: 'id' } },
          { file: 'n.csv', is: 'collaborations', columns: { id: 'id' }, where: { mode: '7' } },
        ),
      },
    );
    expect(notes.map(({ code }) => code).sort()).toEqual(['NO_ROW_KEPT', 'TABLE_NOT_MAPPED']);
  });

  it('reads every kind of table into records that their schemas accept', async () => {
    const { data } = await readText(
      {
        'orgs.csv': 'k,n,charity\na,Ash,123\nb,Elm,\n',
        'people.csv': 'k,n,org\nx,Xenia,a\n',
        'ties.csv': 'f,t,how,t1,says,s\na,b,funds,3,b,5\n',
        'projects.csv': 'k,n,sum,cur\np,Weir,"1,200",EUR\n',
        'parts.csv': 'o,per,p\na,,p\n,x,p\n',
        'comm.csv': 'k,n\nc,Growers\n',
        'mem.csv': 'o,c,r\na,c,Convener\nb,c,\n',
        'meet.csv': 'k,n,when,c\ng,Fair,2024-05-01,c\n',
        'att.csv': 'per,g,for\nx,g,a\n',
        'needs.csv': 'what,who,since,cat\nA van,a,2024-01-02T10:00+01:00,transport\n',
        'offers.csv': 'who,cat,cap\nb,transport,2\n',
      },
      {
        mapping: mapping(
          {
            file: 'orgs.csv',
            is: 'organizations',
            columns: { id: 'k', name: 'n', 'identifier:GB-CHC': 'charity' },
          },
          { file: 'people.csv', is: 'people', columns: { id: 'k', name: 'n', organization: 'org' } },
          {
            file: 'ties.csv',
            is: 'relationships',
            columns: { from: 'f', to: 't', kind: 'how', trust: 't1', statedBy: 'says', strength: 's' },
          },
          {
            file: 'projects.csv',
            is: 'collaborations',
            columns: { id: 'k', name: 'n', amount: 'sum', currency: 'cur' },
          },
          {
            file: 'parts.csv',
            is: 'participation',
            columns: { organization: 'o', person: 'per', collaboration: 'p' },
          },
          { file: 'comm.csv', is: 'communities', columns: { id: 'k', name: 'n' } },
          { file: 'mem.csv', is: 'membership', columns: { organization: 'o', community: 'c', role: 'r' } },
          { file: 'meet.csv', is: 'gatherings', columns: { id: 'k', name: 'n', at: 'when', community: 'c' } },
          { file: 'att.csv', is: 'attendance', columns: { person: 'per', gathering: 'g', via: 'for' } },
          {
            file: 'needs.csv',
            is: 'needs',
            columns: { title: 'what', askedBy: 'who', openedAt: 'since', category: 'cat' },
          },
          { file: 'offers.csv', is: 'offers', columns: { party: 'who', category: 'cat', capacity: 'cap' } },
        ),
      },
    );
    expect(data.organizations[0]?.identifiers).toEqual([{ scheme: 'GB-CHC', value: '123' }]);
    expect(data.people[0]?.affiliations).toEqual([{ organization: 'a' }]);
    expect(data.relationships[0]?.statements).toEqual([
      { by: 'b', agrees: true, strength: 5, trust: { reliability: 3, support: 3, openness: 3 } },
    ]);
    expect(data.collaborations[0]).toMatchObject({
      amount: { value: 1200, currency: 'EUR' },
      participants: [{ party: 'a' }, { party: 'x' }],
    });
    expect(data.communities[0]?.members).toEqual([
      { party: 'a', role: 'convener' },
      { party: 'b', role: 'member' },
    ]);
    expect(data.gatherings[0]).toMatchObject({
      at: '2024-05-01T00:00:00Z',
      attendees: [{ party: 'x', via: 'a' }],
    });
    expect(data.needs[0]).toMatchObject({
      openedAt: '2024-01-02T10:00:00+01:00',
      items: [{ category: 'transport' }],
    });
    for (const { kind, collection } of Object.values(records)) {
      if (kind === 'network') continue;
      for (const record of data[collection as 'organizations'])
        expect(() => records[kind].schema.parse(record)).not.toThrow();
    }
  });
});

describe.runIf(existsSync(deltaFolder))('the Delta science tracker', () => {
  it('gives 138 organizations, 297 collaborations, 680 participations', async () => {
    const { data } = await readFiles(deltaFiles(), { mapping: deltaMapping });
    expect(data.organizations).toHaveLength(138);
    expect(data.collaborations).toHaveLength(297);
    expect(data.collaborations.reduce((sum, { participants = [] }) => sum + participants.length, 0)).toBe(
      680,
    );
    expect(data.collaborations[0]).toMatchObject({ since: '2008', until: '2019' });
  });
});
