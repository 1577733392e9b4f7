import { describe, expect, it } from 'vitest';
import { readFiles } from '#data/ingest/read-files.ts';
import { readText, refusal, textFile } from '#test/data/formats/table/read-text.ts';

const ends = (data: { relationships: readonly { from: string; to: string }[] }): string[] =>
  data.relationships.map(({ from, to }) => `${from}-${to}`);

describe('CSV as text', () => {
  it.each([
    ['comma', 'source,target\na,b\nb,c\n'],
    ['semicolon', 'source;target\na;b\nb;c\n'],
    ['tab', 'source\ttarget\na\tb\nb\tc\n'],
    ['bar', 'source|target\na|b\nb|c\n'],
    ['quotes', '"source","target"\n"a","b"\n"b","c"\n'],
    ['CR', 'source,target\ra,b\rb,c\r'],
    ['CRLF', 'source,target\r\na,b\r\nb,c\r\n'],
    ['mixed line ends and blank lines', 'source,target\r\n\na,b\r\rb,c'],
    ['a BOM', '\uFEFFsource,target\na,b\nb,c\n'],
    ['blanks around cells', ' source , target \n a , b \n b , c \n'],
  ])('is cut whatever stands between cells and lines: %s', async (_, text) => {
    const { data, notes } = await readText(text);
    expect(ends(data)).toEqual(['a-b', 'b-c']);
    expect(notes).toEqual([]);
  });

  it('keeps delimiters, quotes and lines inside quoted cells, and counts lines right after them', async () => {
    const text = 'id,label,note\r\n1,"Ash, ""Elm"" & Co","two\r\nlines"\r\n2,,\r\n';
    const { data, notes } = await readText(text);
    expect(data.organizations[0]).toMatchObject({ name: 'Ash, "Elm" & Co', custom: { note: 'two\nlines' } });
    expect(notes).toMatchObject([{ code: 'NAME_IS_ID', line: 4, column: 'label' }]);
  });

  it('reads UTF-16 by its mark and Latin-1 with a note', async () => {
    const utf16 = new Uint8Array(
      new Uint16Array([0xfeff, ...Array.from('id,label\n1,Café\n', (c) => c.charCodeAt(0))]).buffer,
    );
    const latin = Uint8Array.from(Array.from('id,label\n1,Café\n', (c) => c.charCodeAt(0)));
    const wide = await readFiles([{ name: 'a.csv', bytes: utf16 }]);
    const narrow = await readFiles([{ name: 'b.csv', bytes: latin }]);
    expect(wide.data.organizations[0]?.name).toBe('Café');
    expect(wide.notes).toEqual([]);
    expect(narrow.data.organizations[0]?.name).toBe('Café');
    expect(narrow.notes).toMatchObject([{ code: 'ENCODING', file: 'b.csv' }]);
  });

  it('skips prose above the header with a note, and keeps line numbers', async () => {
    const text =
      'Collaborations of the county\nas collected in 2020, by hand\n\nsource,target,weight\na,b,2\nb,c,x\n';
    const problems = await refusal(readText(text));
    expect(problems).toMatchObject([{ line: 6, column: 'weight', value: 'x' }]);
    const { notes, data } = await readText(text.replace('x', '3'));
    expect(ends(data)).toEqual(['a-b', 'b-c']);
    expect(notes).toMatchObject([{ code: 'LINES_ABOVE_HEADER', line: 1 }]);
  });

  it('reads a decimal comma, and does not guess where it may be a thousand', async () => {
    const semicolons = await readText('source;target;weight\na;b;1,5\nb;c;2\n');
    expect(semicolons.data.relationships.map(({ strength }) => strength)).toEqual([1.5, 2]);
    const quoted = await readText('source,target,weight\na,b,"0,25"\n');
    expect(quoted.data.relationships[0]?.strength).toBe(0.25);
    expect(await refusal(readText('source,target,weight\na,b,"1,234"\n'))).toMatchObject([
      { line: 2, column: 'weight', value: '1,234' },
    ]);
  });

  it("takes off the guard before a formula sign, and says so; a name's own apostrophe stays", async () => {
    const { data, notes } = await readText("id,label\n1,'=SUM(A1)\n2,'s Hertogenbosch\n");
    expect(data.organizations.map(({ name }) => name)).toEqual(['=SUM(A1)', "'s Hertogenbosch"]);
    expect(notes).toMatchObject([{ code: 'GUARD_TAKEN_OFF', line: 2 }]);
  });

  it('keeps the day of a moment, with a note', async () => {
    const { data, notes } = await readText('source,target,since\na,b,30.04.2008 10:00\n');
    expect(data.relationships[0]?.since).toBe('2008-04-30');
    expect(notes).toMatchObject([{ code: 'TIME_LEFT_AWAY', line: 2, column: 'since' }]);
  });

  it('refuses a repeated column and a row longer than the header; notes a shorter row', async () => {
    expect(await refusal(readText('source,target,note,note\na,b,1,2\n'))).toMatchObject([
      { code: 'COLUMN_REPEATED', line: 1, column: 'note' },
    ]);
    expect(await refusal(readText('source,target\na,b\nb,c,d\n'))).toMatchObject([
      { code: 'ROW_TOO_LONG', line: 3, value: 'd' },
    ]);
    expect(await refusal(readText('source,target,weight\na,b\nb,c,1,7\n'))).toMatchObject([
      { code: 'ROW_TOO_LONG', line: 3, value: '7' },
    ]);
    const { notes, data } = await readText('source,target,weight,name\na,b\nb,c,2,x\n');
    expect(notes).toMatchObject([{ code: 'ROW_SHORT', line: 2 }]);
    expect(data.relationships).toHaveLength(2);
  });

  it('takes two or three columns of numbers without a header as ties, with a note', async () => {
    const { data, notes } = await readText('0,1\n0,2\n1,2\n');
    expect(ends(data)).toEqual(['0-1', '0-2', '1-2']);
    expect(notes).toMatchObject([{ code: 'NO_HEADER', line: 1 }]);
  });
});

describe('hostile CSV', () => {
  const soon = async (
    text: string,
  ): Promise<readonly { readonly code: string; readonly line?: number }[]> => {
    const start = performance.now();
    const problems = await refusal(readText(text));
    expect(performance.now() - start).toBeLessThan(2_000);
    return problems;
  };

  it('takes no value beside an id for a node: such a list without a header is refused', async () => {
    const [problem] = await refusal(
      readText({ 'betweenness.txt': '191 0.0928\n36 0.5\n'.replaceAll(' ', ',') }),
    );
    expect(problem).toMatchObject({ code: 'TABLE_UNKNOWN', file: 'betweenness.txt', line: 1 });
    const { data } = await readText('1,2,0.5\n2,3,1.25\n');
    expect(data.relationships.map(({ from, to, strength }) => [from, to, strength])).toEqual([
      ['1', '2', 0.5],
      ['2', '3', 1.25],
    ]);
  });

  it('refuses 10 MB in one cell with its line', async () => {
    expect(await soon(`source,target\na,b\nc,${'x'.repeat(10_000_000)}\n`)).toMatchObject([
      { code: 'CSV_RECORD_TOO_LONG', line: 3 },
    ]);
    expect(await soon(`source,target\n"a",b\nc,"${'x'.repeat(10_000_000)}"\n`)).toMatchObject([
      { code: 'CSV_RECORD_TOO_LONG', line: 3 },
    ]);
  });

  it('refuses a quote that stays open for megabytes, and a short one, with the line on which it opens', async () => {
    expect(await soon(`source,target\na,"b\n${'c,d\n'.repeat(1_000_000)}`)).toMatchObject([
      { code: 'CSV_RECORD_TOO_LONG', line: 2 },
    ]);
    expect(await soon('source,target\na,"b\nc,d\n')).toMatchObject([{ code: 'CSV_QUOTE', line: 2 }]);
    expect(await soon('source,target\na,b\nc"x,d\n')).toMatchObject([{ code: 'CSV_QUOTE', line: 3 }]);
  });

  it('refuses control characters and the name __proto__, and leaves prototypes alone', async () => {
    expect(await soon('id,label\n1,a\u0007b\n')).toMatchObject([{ code: 'TEXT_NOT_VALID', line: 2 }]);
    expect(await soon('id,__proto__\n1,x\n')).toMatchObject([{ code: 'COLUMN_NOT_ACCEPTED', line: 1 }]);
    const { data } = await readText('id,constructor,toString\n1,x,y\n');
    expect(data.organizations[0]?.custom).toEqual({ constructor: 'x', toString: 'y' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('refuses bytes that break the encoding which the file names, lone surrogates among them', async () => {
    const utf16 = new Uint8Array(
      new Uint16Array([0xfeff, ...Array.from('id,label\n1,x', (c) => c.charCodeAt(0)), 0xd800]).buffer,
    );
    const utf8 = Uint8Array.of(0xef, 0xbb, 0xbf, 0x69, 0x64, 0x0a, 0x61, 0xff, 0x0a);
    for (const bytes of [utf16, utf8]) {
      expect(await refusal(readFiles([{ name: 'x.csv', bytes }], { format: 'csv' }))).toMatchObject([
        { code: 'ENCODING_NOT_VALID', line: 2 },
      ]);
    }
  });

  it('refuses binary and empty files in words', async () => {
    for (const bytes of [
      new Uint8Array(0),
      Uint8Array.of(0, 1, 2, 3, 0, 44, 10),
      new Uint8Array(5_000).fill(255),
    ]) {
      const [problem] = await refusal(readFiles([{ name: 'x.csv', bytes }]));
      expect(problem?.message).toContain('Accepted are');
    }
    expect(await refusal(readFiles([textFile('x.csv', '\n\n \n')], { format: 'csv' }))).toMatchObject([
      { code: 'EMPTY_FILE' },
    ]);
  });

  it('refuses a header without rows, and lone words', async () => {
    expect(await soon('source,target\n')).toMatchObject([{ code: 'NO_NODES' }]);
    expect(await soon('colour,shape\nred,round\n')).toMatchObject([{ code: 'TABLE_UNKNOWN', line: 1 }]);
  });
});
