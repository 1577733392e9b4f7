import { describe, expect, it } from 'vitest';
import { gexf } from '#data/formats/gexf/gexf.ts';
import { organizationSchema } from '#data/model/organization.ts';
import { relationshipSchema } from '#data/model/relationship.ts';
import { readPlain, readText } from '#test/data/formats/read-text.ts';

const graph = (inner: string, attributes = 'defaultedgetype="directed"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph ${attributes}>\n${inner}\n</graph>\n</gexf>\n`;
const two = '<nodes><node id="0" label="Maple"/><node id="1" label="Pier"/></nodes>';

async function oneTie(edge: string, head = '', attributes = 'defaultedgetype="directed"') {
  const { data, problems } = await readPlain(gexf, graph(`${head}${two}<edges>${edge}</edges>`, attributes));
  expect(data.relationships).toHaveLength(1);
  const [tie] = data.relationships;
  expect(relationshipSchema.safeParse(tie).error).toBeUndefined();
  return { tie, problems };
}

describe('GEXF', () => {
  it('takes nodes as organizations and edges as relationships, with the ids of the file', async () => {
    const { data, problems } = await readPlain(
      gexf,
      graph(`${two}<edges><edge id="e" source="0" target="1"/></edges>`),
    );
    expect(data.organizations).toEqual([
      { id: '0', name: 'Maple' },
      { id: '1', name: 'Pier' },
    ]);
    expect(data.relationships).toEqual([{ id: 'e', from: '0', to: '1', kind: 'tie', direction: 'directed' }]);
    expect(problems).toEqual([]);
  });

  it('names a node without a label by its id, and a tie whose id is a node’s by its place', async () => {
    const { data } = await readPlain(
      gexf,
      graph('<nodes><node id="0"/></nodes><edges><edge id="0" source="0" target="0"/></edges>'),
    );
    expect(data.organizations).toEqual([{ id: '0', name: '0' }]);
    expect(data.relationships).toMatchObject([{ id: 'tie-1', from: '0', to: '0' }]);
  });

  it.each([
    ['', 'undirected', ''],
    ['defaultedgetype="mutual"', 'mutual', ''],
    ['defaultedgetype="directed"', 'undirected', 'type="undirected"'],
    ['defaultedgetype="undirected"', 'directed', 'type="Directed"'],
  ])('graph %j: an edge is %s by %j', async (attributes, direction, type) => {
    const { tie } = await oneTie(`<edge source="0" target="1" ${type}/>`, '', attributes);
    expect(tie?.direction).toBe(direction);
  });

  it.each([
    ['<title>Maple county</title><description>What it is</description>', 'Maple county'],
    ['<title>Les Miserables.gexf</title>', 'Les Miserables'],
    ['<title></title><description> A Web network </description>', 'A Web network'],
    [`<description>${'long '.repeat(40)}</description>`, undefined],
    ['', undefined],
  ])('takes %s as the title', async (meta, title) => {
    const text = `<gexf><meta>${meta}</meta><graph><nodes><node id="a"/></nodes></graph></gexf>`;
    expect((await readText(gexf, text)).title).toBe(title);
  });

  it('takes kind before label, and weight as strength', async () => {
    const { tie } = await oneTie('<edge source="0" target="1" kind="funds" label="grant 7" weight="2.5"/>');
    expect(tie).toMatchObject({ kind: 'funds', strength: 2.5, custom: { label: 'grant 7' } });
    expect((await oneTie('<edge source="0" target="1" label="refers"/>')).tie).toMatchObject({
      kind: 'refers',
    });
  });

  it('types attributes as declared, over several blocks of one class, with defaults', async () => {
    const head = `<attributes class="node" mode="static"><attribute id="0" title="Sector" type="string"/>
      <attribute id="1" title="staff" type="integer"><default>3</default></attribute></attributes>
      <attributes class="node" mode="dynamic"><attribute id="2" title="open" type="boolean"/>
      <attribute id="3" title="topics" type="liststring"/><attribute id="4" title="ratio" type="double"/></attributes>`;
    const nodes = `<nodes><node id="a"><attvalues><attvalue for="0" value="food"/><attvalue for="2" value="true"/>
      <attvalue for="3" value="a|b"/><attvalue for="4" value="INF"/></attvalues></node><node id="b"/></nodes>`;
    const { data } = await readPlain(gexf, graph(`${head}${nodes}`));
    expect(data.organizations).toEqual([
      {
        id: 'a',
        name: 'a',
        sector: 'food',
        topics: ['a', 'b'],
        custom: { staff: 3, open: true, ratio: 'INF' },
      },
      { id: 'b', name: 'b', custom: { staff: 3 } },
    ]);
    for (const one of data.organizations) expect(organizationSchema.safeParse(one).success).toBe(true);
  });

  it.each([
    ['[a, b]', ['a', 'b']],
    ['["a, b", \'c\']', ['a, b', 'c']],
    ["['it\\'s']", ["it's"]],
    ['a |b | c', ['a', 'b', 'c']],
    ['a, b; c', ['a', 'b', 'c']],
    ['[]', []],
  ])('reads the list %s', async (text, list) => {
    const value = text.replaceAll('"', '&quot;');
    const { data } = await readPlain(
      gexf,
      graph(`<attributes class="node"><attribute id="w" title="words" type="liststring"/></attributes>
        <nodes><node id="a"><attvalues><attvalue for="w" value="${value}"/></attvalues></node></nodes>`),
    );
    expect(data.organizations[0]?.custom).toEqual({ words: list });
  });

  it('takes the latest of several weights in time, with a note', async () => {
    const head =
      '<attributes class="edge" mode="dynamic"><attribute id="w" title="Weight" type="double"/></attributes>';
    const { tie, problems } = await oneTie(
      `<edge source="0" target="1" weight="9"><attvalues><attvalue for="w" value="2" start="2005" end="2006"/>
       <attvalue for="w" value="1" start="2003" end="2004"/></attvalues></edge>`,
      head,
    );
    expect(tie?.strength).toBe(2);
    expect(problems).toMatchObject([{ severity: 'note', code: 'VALUES_IN_TIME', record: 'edge 0 → 1' }]);
  });

  it('takes dates as valid time, several spells as one with the spells kept', async () => {
    const dated = 'defaultedgetype="directed" timeformat="date"';
    expect(
      (await oneTie('<edge source="0" target="1" start="2008-01-01" end="2012-06-30"/>', '', dated)).tie,
    ).toMatchObject({
      since: '2008-01-01',
      until: '2012-06-30',
    });
    const { tie } = await oneTie(
      '<edge source="0" target="1"><spells><spell start="2010-01-01" end="2011-01-01"/><spell start="2008-01-01" end="2009-01-01"/></spells></edge>',
      '',
      dated,
    );
    expect(tie).toMatchObject({
      since: '2008-01-01',
      until: '2011-01-01',
      custom: { spells: ['2010-01-01/2011-01-01', '2008-01-01/2009-01-01'] },
    });
    const open =
      '<edge source="0" target="1"><spells><spell start="2010-01-01"/><spell end="2009-01-01"/></spells></edge>';
    expect(Object.keys((await oneTie(open, '', dated)).tie ?? {})).not.toContain('since');
  });

  it('takes whole numbers from 1500 to 2199 as years, other numbers as they are', async () => {
    const { tie, problems } = await oneTie('<edge source="0" target="1" start="2004.0" end="2006"/>');
    expect(tie).toMatchObject({ since: '2004', until: '2006' });
    expect(problems).toMatchObject([{ code: 'TIMES_ARE_YEARS' }]);
    expect((await oneTie('<edge source="0" target="1" start="0.5" end="2006"/>')).tie).toMatchObject({
      custom: { start: '0.5', end: '2006' },
    });
  });

  it('notes undeclared attributes and drawing, takes nested nodes with their parent', async () => {
    const { data, problems } = await readPlain(
      gexf,
      graph(
        '<nodes><node id="a"><viz:size value="2"/><attvalues><attvalue id="x" value="1"/></attvalues><nodes><node id="b"/></nodes></node></nodes>',
      ),
    );
    expect(data.organizations).toEqual([
      { id: 'a', name: 'a', custom: { x: '1' } },
      { id: 'b', name: 'b', custom: { parent: 'a' } },
    ]);
    expect(problems.map(({ code }) => code).sort()).toEqual(['ATTRIBUTE_UNDECLARED', 'VIZ_LEFT_OUT']);
  });

  it('makes nodes of the ties of a file that lists none', async () => {
    const { data, problems } = await readPlain(gexf, graph('<edges><edge source="x" target="y"/></edges>'));
    expect(data.organizations.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(problems).toMatchObject([{ severity: 'note', code: 'NODES_FROM_TIES' }]);
  });

  it('leaves bad rows out on request, each listed', async () => {
    const edges =
      '<edges><edge source="0" target="9"/><edge source="0" target="1" weight="-1"/><edge source="0" target="1"/></edges>';
    const { data, problems } = await readPlain(gexf, graph(`${two}${edges}`), true);
    expect(data.relationships).toHaveLength(1);
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['note', 'NODE_NOT_FOUND'],
      ['note', 'STRENGTH_NOT_VALID'],
    ]);
  });

  it('reads UTF-16 and Latin-1 as they declare themselves', async () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><gexf><graph><nodes><node id="r" label="Rüffer"/></nodes></graph></gexf>';
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect((await readPlain(gexf, latin)).data.organizations[0]?.name).toBe('Rüffer');
    const wide = new Uint8Array(Buffer.from(`\ufeff${text.replace('ISO-8859-1', 'UTF-16')}`, 'utf16le'));
    expect(gexf.recognizes(wide)).toBe(true);
    expect((await readPlain(gexf, wide)).data.organizations[0]?.name).toBe('Rüffer');
  });

  it('brings names into NFC with a note', async () => {
    const { data, problems } = await readPlain(
      gexf,
      graph('<nodes><node id="e" label="Cafe\u0301"/></nodes>'),
    );
    expect(data.organizations[0]?.name).toBe('Café');
    expect(problems).toMatchObject([
      { code: 'TEXT_NORMALIZED', message: '1 text was brought into Unicode NFC.' },
    ]);
  });
});

describe('external ids', () => {
  it('keeps the ids of the file under the name of the source, not the ids that it lacked', async () => {
    const { data } = await readText(
      gexf,
      graph(`${two}<edges><edge id="e" source="0" target="1"/><edge source="1" target="0"/></edges>`),
    );
    expect(data.organizations[0]?.external).toEqual([{ source: 'file', id: '0' }]);
    expect(data.relationships.map(({ external }) => external)).toEqual([
      [{ source: 'file', id: 'e' }],
      undefined,
    ]);
  });
});
