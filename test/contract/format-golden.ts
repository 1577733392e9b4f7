import type { InputFile } from '#data/formats/format.ts';
import { makeWorkbook, sheetRows } from '#test/data/formats/xlsx/make-workbook.ts';

const text = (name: string, content: string): InputFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});

/** One small file of each readable format: two organizations, one tie from a to b. */
export const goldenFiles: Readonly<Record<string, InputFile>> = {
  weft: text(
    'a.weft.json',
    JSON.stringify({
      format: 'weft',
      version: 1,
      organizations: [
        { id: 'a', name: 'Ash' },
        { id: 'b', name: 'Birch' },
      ],
      relationships: [{ id: 't', from: 'a', to: 'b', kind: 'funds', direction: 'directed', strength: 2 }],
    }),
  ),
  'kumu-json': text(
    'kumu.json',
    '{"elements":[{"id":"a","label":"Ash","type":"NGO"},{"id":"b","label":"Birch"}],"connections":[{"id":"t","from":"a","to":"b","direction":"directed"}]}',
  ),
  gexf: text(
    'a.gexf',
    '<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed"><nodes><node id="a" label="Ash"/><node id="b" label="Birch"/></nodes><edges><edge id="t" source="a" target="b" weight="2"/></edges></graph></gexf>',
  ),
  graphml: text(
    'a.graphml',
    '<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>',
  ),
  pajek: text('a.net', '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 2\n'),
  dl: text('a.dl', 'dl n=2 format=edgelist1\nlabels:\na,b\ndata:\n1 2 2\n'),
  kumu: text('elements.csv', 'From,To,Direction,Strength\na,b,directed,2\n'),
  xlsx: {
    name: 'a.xlsx',
    bytes: makeWorkbook({
      Ties: sheetRows([
        ['source', 'target', 'type', 'weight'],
        ['a', 'b', 'directed', 2],
      ]),
    }),
  },
  csv: text('a.csv', 'source,target,type,weight\na,b,directed,2\n'),
};
