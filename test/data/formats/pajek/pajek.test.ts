import { describe, expect, it } from 'vitest';
import { pajek } from '#data/formats/pajek/pajek.ts';
import { readPlain, readText, refusal } from '#test/data/formats/read-text.ts';

const three = '*Vertices 3\n1 "Maple Trust"\n2 "Pier"\n3 "Kitchen"\n';

async function ties(text: string): Promise<string[]> {
  const { data } = await readPlain(pajek, text);
  return data.relationships.map(({ from, to, kind, direction, strength }) =>
    [from, to, kind, direction, ...(strength === undefined ? [] : [strength])].join(' '),
  );
}

describe('Pajek', () => {
  it('takes numbers as ids, labels as names, arcs as directed and edges as undirected', async () => {
    const { data, problems } = await readPlain(pajek, `${three}*Arcs\n1 2 2.5\n*Edges\n2 3\n`);
    expect(data.organizations).toEqual([
      { id: '1', name: 'Maple Trust' },
      { id: '2', name: 'Pier' },
      { id: '3', name: 'Kitchen' },
    ]);
    expect(data.relationships).toEqual([
      { id: 'tie-1', from: '1', to: '2', kind: 'tie', direction: 'directed', strength: 2.5 },
      { id: 'tie-2', from: '2', to: '3', kind: 'tie', direction: 'undirected' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end in %s', async (_, end) => {
    expect(await ties(`${three}*Edges\n1 2\n`.replaceAll('\n', end))).toEqual(['1 2 tie undirected']);
  });

  it('reads lists and matrices: one row a node, wrapped or not', async () => {
    expect(await ties(`${three}*Arcslist\n1 2 3 3\n*Edgeslist\n2 3\n`)).toEqual([
      '1 2 tie directed',
      '1 3 tie directed',
      '1 3 tie directed',
      '2 3 tie undirected',
    ]);
    const rows = ['1 2 tie directed 1', '3 1 tie directed 0.5'];
    expect(await ties(`${three}*Matrix\n0 1 0\n0 0 0\n.5 0 0\n`)).toEqual(rows);
    expect(await ties(`${three}*Matrix\n0 1\n0 0 0 0\n.5\n0 0\n`)).toEqual(rows);
  });

  it('reads a two-mode matrix as undirected ties between the modes, with the mode as a field', async () => {
    const { data, problems } = await readPlain(pajek, '*Vertices 3 2\n1 "a"\n2 "b"\n3 "x"\n*Matrix\n1\n0\n');
    expect(data.relationships).toMatchObject([{ from: '1', to: '3', direction: 'undirected' }]);
    expect(data.organizations.map(({ custom }) => custom)).toEqual([{ mode: 1 }, { mode: 1 }, { mode: 2 }]);
    expect(problems).toMatchObject([{ severity: 'note', code: 'TWO_MODES', line: 1 }]);
  });

  it('takes the values of a partition, not the legend below them', async () => {
    const files = {
      'a.net': `${three}*Edges\n1 2\n`,
      'sector.clu': '*Vertices 3\n 2\n 1\n 2\n \n 1 - GOV\n 2 - VOL\n',
    };
    const { data } = await readPlain(pajek, files);
    expect(data.organizations.map(({ custom }) => custom)).toEqual([
      { sector: 2 },
      { sector: 1 },
      { sector: 2 },
    ]);
  });

  it.each([
    ['*Network Scotland.net [2-Mode]\n', 'Scotland'],
    ['*Network Top200 network\n', 'Top200 network'],
    ['*Network krebs.net\n', 'Krebs'],
    ['*Network UciNet\\KnokBur.dat : KNOKI\n', undefined],
    ['*Network\n', 'File'],
    ['', undefined],
  ])('takes %j as a title where it is one', async (head, title) => {
    expect((await readText(pajek, `${head}${three}*Edges\n1 2\n`)).title).toBe(title);
  });

  it('takes the names of relations as kinds', async () => {
    expect(await ties(`${three}*Edges :5 "Lid/member"\n1 2\n*Arcs :7\n2 3 2\n*Arcs\n9: 3 1 1\n`)).toEqual([
      '1 2 Lid/member undirected',
      '2 3 relation 7 directed 2',
      '3 1 relation 9 directed 1',
    ]);
  });

  it('keeps labels of ties and times, leaves drawing out with a note', async () => {
    const text =
      '*vertices 2\n1 Maple 0.1 0.2 0.5 ellipse ic Red [1-3,5]\n2 "Pier" box\n*arcs\n1 2 1 w 3 l "loan" [2]\n';
    const { data, problems } = await readPlain(pajek, text);
    expect(data.organizations).toEqual([
      { id: '1', name: 'Maple', custom: { time: '[1-3,5]' } },
      { id: '2', name: 'Pier' },
    ]);
    expect(data.relationships[0]).toMatchObject({ kind: 'loan', strength: 1, custom: { time: '[2]' } });
    expect(problems.map(({ code }) => code)).toEqual(['DRAWING_LEFT_OUT']);
  });

  it('takes labels of several words without quotes, and quotes left open, with notes', async () => {
    const { data, problems } = await readPlain(
      pajek,
      '*Vertices 3\n1 Vert 1\n2 North Bank 0.1 0.2 0.5\n3 "Open end\n*Edges\n1 2\n',
    );
    expect(data.organizations.map(({ name }) => name)).toEqual(['Vert 1', 'North Bank', 'Open end']);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'DRAWING_LEFT_OUT',
      'LABEL_UNQUOTED',
      'QUOTE_OPEN',
    ]);
  });

  it('names nodes without a line, or with an empty label, by their number', async () => {
    const { data, problems } = await readPlain(pajek, '% a comment\n\n*Vertices 3\n2 ""\n*Edges\n1 3\n');
    expect(data.organizations.map(({ id, name }) => [id, name])).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['3', '3'],
    ]);
    expect(problems).toMatchObject([{ severity: 'note', code: 'NODES_UNLISTED', line: 3 }]);
  });

  it('takes the first network of a project, partitions and vectors as fields, and lists the others', async () => {
    const { data, problems } = await readPlain(
      pajek,
      `*Network first.net\n${three}*Edges\n1 2\n\n*Network second.net\n*Vertices 2\n*Arcs\n1 2\n
*Partition sector.clu\n*Vertices 3\n1\n2\n2\n\n*Vector size.vec\n*Vertices 2\n0.5\n7\n\n*Partition wide\n*Vertices 4\n1\n2\n3\n4\n`,
    );
    expect(data.organizations.map(({ custom }) => custom)).toEqual([
      { sector: 1, size: 0.5 },
      { sector: 2, size: 7 },
      { sector: 2 },
    ]);
    expect(data.relationships).toHaveLength(1);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'NETWORK_LEFT_OUT',
      'NODES_UNLISTED',
      'VALUES_LEFT_OUT',
      'VALUES_OF_SOME',
    ]);
  });

  it('takes a .clu and a .vec given beside the .net, in any order', async () => {
    const files = {
      'a.clu': '*Vertices 3\n2\n1\n1\n',
      'a.net': `${three}*Edges\n1 2\n`,
      'b.vec': '*Vertices 3\n1.5\n0\n2\n',
    };
    const { data } = await readPlain(pajek, files);
    expect(data.organizations.map(({ custom }) => custom)).toEqual([
      { a: 2, b: 1.5 },
      { a: 1, b: 0 },
      { a: 1, b: 2 },
    ]);
  });

  it('reads Latin-1 and CP852, and says so', async () => {
    const bytes = (text: string, byte: number): Uint8Array =>
      Uint8Array.from(text, (character) => (character === '?' ? byte : character.charCodeAt(0)));
    const latin = await readPlain(pajek, bytes('*Vertices 1\n1 "r?ffer"\n*Edges\n', 0xfc));
    expect(latin.data.organizations[0]?.name).toBe('rüffer');
    const dos = await readPlain(pajek, bytes('*Vertices 1\n1 "Mur?i?"\n*Edges\n'.replace('i?', 'i'), 0x9f));
    expect(dos.data.organizations[0]?.name).toBe('Murči');
    expect([latin.problems[0]?.code, dos.problems[0]?.code]).toEqual(['ENCODING', 'ENCODING']);
  });

  it.each([
    ['an empty file', '', 'EMPTY_FILE', {}],
    ['binary', new Uint8Array([42, 0, 1, 2]), 'NOT_TEXT', {}],
    ['another format', 'id,name\n1,A\n', 'SECTION_UNKNOWN', { line: 1 }],
    ['an unknown section', `${three}*Lines\n1 2\n`, 'SECTION_UNKNOWN', { line: 5, value: '*lines' }],
    ['a partition alone', '*Partition p\n*Vertices 2\n1\n2\n', 'NO_NODES', {}],
    ['ties before nodes', '*Edges\n1 2\n', 'VERTICES_NOT_VALID', { line: 1 }],
    ['no number of nodes', '*Vertices\n', 'VERTICES_NOT_VALID', { line: 1 }],
    [
      'a first mode larger than all',
      '*Vertices 1 3\n',
      'VERTICES_NOT_VALID',
      { line: 1, value: '*Vertices 1 3' },
    ],
    ['a promise of a billion nodes', '*Vertices 999999999\n*Edges\n1 2\n', 'VERTICES_NOT_VALID', { line: 1 }],
    ['a node out of range', '*Vertices 1\n2 "a"\n*Edges\n', 'VERTICES_NOT_VALID', { line: 2, value: '2' }],
    ['a node twice', '*Vertices 2\n1 "a"\n1 "b"\n*Edges\n', 'ID_REPEATED', { line: 3, value: '1' }],
    ['a tie to an unknown node', `${three}*Edges\n1 9\n`, 'NODE_NOT_FOUND', { line: 6, value: '9' }],
    ['a tie to a word', `${three}*Edges\n1 Pier\n`, 'NODE_NOT_FOUND', { line: 6, value: 'Pier' }],
    ['half a tie', `${three}*Edges\n1 2\n1\n`, 'TIE_NOT_COMPLETE', { line: 7 }],
    ['a negative strength', `${three}*Arcs\n1 2 -1\n`, 'STRENGTH_NOT_VALID', { line: 6, value: '-1' }],
    ['a strength that is NaN', `${three}*Arcs\n1 2 NaN\n`, 'STRENGTH_NOT_VALID', { line: 6, value: 'NaN' }],
    ['an infinite strength', `${three}*Arcs\n1 2 -inf\n`, 'STRENGTH_NOT_VALID', { line: 6 }],
    ['a truncated matrix', `${three}*Matrix\n0 1 0\n0 0\n`, 'MATRIX_NOT_VALID', {}],
    [
      'a matrix with a row too many',
      `${three}*Matrix\n0 1 0\n0 0 0\n0 0 0\n0 0 0\n`,
      'MATRIX_NOT_VALID',
      { line: 9 },
    ],
    [
      'a matrix with a word',
      `${three}*Matrix\n0 x 0\n0 0 0\n0 0 0\n`,
      'STRENGTH_NOT_VALID',
      { line: 6, value: 'x' },
    ],
    [
      'a partition with a word',
      `${three}*Edges\n1 2\n*Partition p\n*Vertices 3\n1\nx\n2\n`,
      'VALUES_NOT_VALID',
      { line: 10 },
    ],
    [
      'a truncated partition',
      `${three}*Edges\n1 2\n*Partition p\n*Vertices 3\n1\n`,
      'VALUES_NOT_VALID',
      { line: 8 },
    ],
    [
      'a label of 10 MB',
      `*Vertices 1\n1 "${'x'.repeat(10_000_000)}"\n*Edges\n`,
      'LINE_TOO_LONG',
      { line: 2 },
    ],
    [
      'an open quote for megabytes',
      `*Vertices 1\n1 "${'x '.repeat(3_000_000)}`,
      'LINE_TOO_LONG',
      { line: 2 },
    ],
    [
      'a line of half a million words',
      `*Vertices 1\n1 ${'x '.repeat(490_000)}\n*Edges\n`,
      'TEXT_TOO_LONG',
      { line: 2 },
    ],
    [
      'three million arcs on one line',
      `${three}*Arcslist\n1 ${'2 '.repeat(3_000_000)}\n`,
      'LINE_TOO_LONG',
      { line: 6 },
    ],
    ['values without a network', '*Vertices 2\n.5\n3\n', 'NO_NODES', {}],
    ['values with a legend, without a network', '*Vertices 2\n1\n1\n\n1 - GOV\n', 'NO_NODES', {}],
    ['a control character', '*Vertices 1\n1 "a\u0007"\n*Edges\n', 'TEXT_NOT_VALID', { line: 2 }],
  ])('refuses %s with its place, fast', async (_, contents, code, place) => {
    const { error, seconds } = await refusal(pajek, contents);
    expect(error).toMatchObject({ code, file: 'file', ...place });
    expect(seconds).toBeLessThan(2);
  });

  it('counts the ties of a section before it reads them', async () => {
    const many = `${three}*Edges :1 "funds"\n${'1 2\n'.repeat(2_000_001)}`;
    const { error } = await refusal(pajek, many);
    expect(error).toMatchObject({ code: 'TOO_LARGE', line: 2_000_006 });
  });

  it('recognizes its files after comments, and nothing else', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(pajek.recognizes(bytes('\ufeff% Krebs\r\n%\r\n*Network krebs.net\r\n'))).toBe(true);
    expect(pajek.recognizes(bytes('*vertices 3\r'))).toBe(true);
    expect(pajek.recognizes(bytes('* a list in prose\n'))).toBe(false);
    expect(pajek.recognizes(bytes(''))).toBe(false);
    expect(pajek.recognizes(bytes('%'.repeat(70_000)))).toBe(false);
  });
});
