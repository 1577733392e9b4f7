import { describe, expect, it } from 'vitest';
import { graphml } from '#data/formats/graphml/graphml.ts';
import { readPlain, readText } from '#test/data/formats/read-text.ts';

const key = (id: string, whom: string, name: string, type = 'string', inner = ''): string =>
  `<key id="${id}" for="${whom}" attr.name="${name}" attr.type="${type}">${inner}</key>`;

describe('GraphML', () => {
  it('reads typed keys, defaults, labels, weights and mixed directions', async () => {
    const { data, problems } = await readPlain(
      graphml,
      `<graphml>${key('l', 'all', 'label')}${key('s', 'node', 'sector')}${key('o', 'node', 'open', 'boolean')}
       ${key('n', 'node', 'staff', 'int', '<default>3</default>')}${key('w', 'edge', 'Weight', 'double')}
       <graph edgedefault="undirected"><node id="a"><data key="l"><![CDATA[Maple & Co]]></data><data key="s">food</data>
       <data key="o">  true  </data></node><node id="b"><data key="n">5</data></node>
       <edge id="e" source="a" target="b"><data key="w"> 2.5 </data><data key="l">funds</data></edge>
       <edge source="b" target="a" directed="true"/></graph></graphml>`,
    );
    expect(data.organizations).toEqual([
      { id: 'a', name: 'Maple & Co', sector: 'food', custom: { staff: 3, open: true } },
      { id: 'b', name: 'b', custom: { staff: 5 } },
    ]);
    expect(data.relationships).toEqual([
      { id: 'e', from: 'a', to: 'b', kind: 'funds', direction: 'undirected', strength: 2.5 },
      { id: 'tie-2', from: 'b', to: 'a', kind: 'tie', direction: 'directed' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    [`${key('t', 'graph', 'name')}<graph><data key="t">Maple county</data>`, 'Maple county'],
    ['<desc>Maple county</desc><graph>', 'Maple county'],
    [`${key('t', 'graph', 'date')}<graph><data key="t">2008</data>`, undefined],
    ['<graph id="G">', undefined],
  ])('takes the name of the graph in %s as the title', async (head, title) => {
    const text = `<graphml>${head}<node id="a"><desc>Not this</desc></node></graph></graphml>`;
    expect((await readText(graphml, text)).title).toBe(title);
  });

  it('takes keys inside the graph, one id for nodes and again for edges', async () => {
    const { data } = await readPlain(
      graphml,
      `<graphml><graph edgedefault="directed">${key('x', 'node', 'label')}${key('x', 'edge', 'label')}
       <node id="a"><data key="x">Maple</data></node><edge source="a" target="a"><data key="x">self</data></edge></graph></graphml>`,
    );
    expect(data.organizations[0]?.name).toBe('Maple');
    expect(data.relationships[0]).toMatchObject({ kind: 'self', direction: 'directed' });
  });

  it('reads the labels of yEd from its own elements', async () => {
    const { data, problems } = await readPlain(
      graphml,
      `<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d6" yfiles.type="nodegraphics"/>
       <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#FFCC00"/>
       <y:NodeLabel>Maple Trust<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node></graph></graphml>`,
    );
    expect(data.organizations).toEqual([{ id: 'n0', name: 'Maple Trust' }]);
    expect(problems).toEqual([]);
  });

  it('notes undeclared keys, nested graphs, ports and hyperedges', async () => {
    const { data, problems } = await readPlain(
      graphml,
      `<graphml><graph edgedefault="undirected"><node id="a"><port name="p"/><data key="q">1</data>
       <graph edgedefault="directed"><node id="b"/><edge source="b" target="a"/></graph></node><hyperedge/></graph></graphml>`,
    );
    expect(data.organizations).toEqual([
      { id: 'a', name: 'a', custom: { q: '1' } },
      { id: 'b', name: 'b', custom: { parent: 'a' } },
    ]);
    expect(data.relationships[0]?.direction).toBe('directed');
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'ATTRIBUTE_UNDECLARED',
      'ELEMENT_LEFT_OUT',
      'ELEMENT_LEFT_OUT',
      'GRAPHS_JOINED',
    ]);
  });
});
