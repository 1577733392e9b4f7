import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dl } from '#data/formats/dl/dl.ts';
import { readPlain, refusal } from '#test/data/formats/read-text.ts';

const shared = join(import.meta.dirname, '../../../../../shared/data');

async function ties(text: string): Promise<string[]> {
  const { data } = await readPlain(dl, text);
  const name = new Map(data.organizations.map((one) => [one.id, one.name]));
  return data.relationships.map(
    ({ from, to, strength, direction }) =>
      `${name.get(from) ?? ''} ${name.get(to) ?? ''} ${strength ?? ''} ${direction}`,
  );
}

describe('UCINET DL', () => {
  it('reads a full matrix, wrapped or not, as directed ties', async () => {
    const expected = ['a b 2 directed', 'c a 0.5 directed'];
    expect(await ties('dl n=3\nlabels:\na,b\nc\ndata:\n0 2 0\n0 0 0\n.5 0 0\n')).toEqual(expected);
    expect(
      await ties('DL N = 3, FORMAT = FULLMATRIX\r\nROW LABELS:\r\na b c\r\nDATA: 0 2\r\n0 0 0 0 .5\r\n0 0'),
    ).toEqual(expected);
  });

  it('reads half matrices as undirected ties, with or without the diagonal', async () => {
    expect(await ties('dl n=3 format=lowerhalf\ndata:\n0\n1 0\n0 3 0\n')).toEqual([
      '2 1 1 undirected',
      '3 2 3 undirected',
    ]);
    expect(await ties('dl n=3 format=lowerhalf diagonal absent\ndata:\n1\n0 3\n')).toEqual([
      '2 1 1 undirected',
      '3 2 3 undirected',
    ]);
    expect(await ties('dl n=3 format=upperhalf diagonal absent\ndata:\n1 0\n3\n')).toEqual([
      '1 2 1 undirected',
      '2 3 3 undirected',
    ]);
    expect(await ties('dl n=2 diagonal absent\ndata:\n1\n3\n')).toEqual(['1 2 1 directed', '2 1 3 directed']);
  });

  it('reads edge lists and node lists, by number or by embedded label', async () => {
    expect(await ties('dl n=3 format=edgelist1\ndata:\n1 2\n2 3 0.5\n')).toEqual([
      '1 2  directed',
      '2 3 0.5 directed',
    ]);
    expect(await ties('dl n=3 format=edgelist1\nlabels embedded:\ndata:\nann bob 2\n"Eve X" ann\n')).toEqual([
      'ann bob 2 directed',
      'Eve X ann  directed',
    ]);
    expect(await ties('dl n=3 format=nodelist1\ndata:\n1 2 3\n')).toEqual(['1 2  directed', '1 3  directed']);
  });

  it('reads two modes, embedded labels of a matrix, and the first of several matrices', async () => {
    const { data, problems } = await readPlain(dl, 'dl nr=2 nc=1 labels embedded: data:\nx\na 1\nb 0\n');
    expect(data.organizations.map(({ id, name, custom }) => [id, name, custom])).toEqual([
      ['1', 'a', { mode: 1 }],
      ['2', 'b', { mode: 1 }],
      ['3', 'x', { mode: 2 }],
    ]);
    expect(data.relationships).toMatchObject([{ from: '1', to: '3', direction: 'undirected' }]);
    expect(problems).toMatchObject([{ code: 'TWO_MODES' }]);
    const several = await readPlain(
      dl,
      'DL N=2 NM=2\nLEVEL LABELS:\nmoney\nadvice\nDATA:\n0 1\n0 0\n0 1\n1 0\n',
    );
    expect(several.data.relationships).toMatchObject([{ kind: 'money' }]);
    expect(several.problems).toMatchObject([{ code: 'NETWORK_LEFT_OUT', value: 'advice' }]);
  });

  it.each([
    ['an empty file', '', 'EMPTY_FILE', {}],
    ['binary', new Uint8Array([100, 108, 0]), 'NOT_TEXT', {}],
    ['another format', 'id,name\n', 'DL_NOT_VALID', { line: 1 }],
    ['no data', 'dl n=2\n', 'DL_NOT_VALID', { line: 1 }],
    ['no size', 'dl data:\n1', 'DL_NOT_VALID', { line: 1 }],
    ['a size beyond all', 'dl n=9999999 data:\n1', 'DL_NOT_VALID', { line: 1 }],
    ['an unknown shape', 'dl n=2 format=blockmatrix\ndata:\n1', 'DL_NOT_VALID', { value: 'blockmatrix' }],
    ['a truncated matrix', 'dl n=2\ndata:\n0 1\n0', 'DL_NOT_VALID', { line: 4 }],
    ['a matrix that goes on', 'dl n=1\ndata:\n0\n1', 'DL_NOT_VALID', { line: 4, value: '1' }],
    ['many matrices promised', 'dl n=2 nm=9999999\ndata:\n0 1\n0 0', 'DL_NOT_VALID', { line: 4 }],
    ['a negative strength', 'dl n=2\ndata:\n0 1\n-1 0', 'STRENGTH_NOT_VALID', { line: 4, value: '-1' }],
    ['a word as strength', 'dl n=2\ndata:\n0 NaN\n1 0', 'STRENGTH_NOT_VALID', { line: 3, value: 'NaN' }],
    [
      'a tie to an unknown node',
      'dl n=2 format=edgelist1\ndata:\n1 2\n1 9',
      'NODE_NOT_FOUND',
      { line: 4, value: '9' },
    ],
    ['more matrices than a number', 'dl n=2 nm=100000000\ndata:\n0 1\n1 0', 'DL_NOT_VALID', { line: 1 }],
    ['no matrix', 'dl n=2 nm=0\ndata:\n', 'DL_NOT_VALID', { line: 1 }],
    ['a list of two matrices', 'dl n=2 nm=2 format=edgelist1\ndata:\n1 2', 'DL_NOT_VALID', { line: 2 }],
    ['half a tie', 'dl n=2 format=edgelist1\ndata:\n1', 'TIE_NOT_COMPLETE', { line: 3 }],
    [
      'one label more than nodes',
      'dl n=2 format=edgelist1 labels embedded:\ndata:\na b\na c',
      'NODE_NOT_FOUND',
      { line: 4, value: 'c' },
    ],
    ['a label of 10 MB', `dl n=1 labels:\n${'x'.repeat(10_000_000)}\ndata:\n0`, 'TEXT_TOO_LONG', {}],
    [
      'an open quote for megabytes',
      `dl n=1 labels:\n"${'x '.repeat(3_000_000)}`,
      'DL_NOT_VALID',
      { line: 1 },
    ],
  ])('refuses %s with its place, fast', async (_, contents, code, place) => {
    const { error, seconds } = await refusal(dl, contents);
    expect(error).toMatchObject({ code, file: 'file', ...place });
    expect(seconds).toBeLessThan(2);
  });

  it.runIf(existsSync(shared)).each([
    ['knoke-bureaucracies/Knok.dat', 10, 49],
    ['stokman-ziegler-nl/SZCID.DAT', 16, 120],
    ['davis-southern-women/DAVIS.DAT', 32, 93],
    ['dl-dialects-shared/Freeman_EIES_networks_32actors.dl', 32, 650],
    ['dl-dialects-shared/edgelist5.dl', 5, 5],
  ])('reads %s', async (path, nodes, rows) => {
    const bytes = readFileSync(join(shared, path));
    expect(dl.recognizes(bytes)).toBe(true);
    const { data } = await readPlain(dl, bytes);
    expect([data.organizations.length, data.relationships.length]).toEqual([nodes, rows]);
  });
});
