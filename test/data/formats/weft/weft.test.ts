import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weft } from '#data/formats/weft/weft.ts';
import { writeWeft } from '#data/formats/weft/write-weft.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import { arbitraryNetwork } from '#test/data/formats/arbitrary-network.ts';
import { readText, refusal } from '#test/data/formats/read-text.ts';

async function written(data: NetworkData): Promise<string> {
  const { files, losses } = await writeWeft(data);
  expect(losses).toEqual([]);
  return new TextDecoder().decode(files[0]?.bytes);
}

const full: NetworkData = {
  network: { id: 'n', slug: 'harbour', name: 'Harbour County', vocabularies: { sectors: ['food'] } },
  organizations: [
    {
      id: 'o',
      name: 'Maple',
      identifiers: [{ scheme: 'GB-CHC', value: '1' }],
      external: [{ source: 'f', id: '7' }],
    },
  ],
  people: [{ id: 'p', name: 'Ada', affiliations: [{ organization: 'o', since: '2008' }] }],
  relationships: [
    {
      id: 'r',
      from: 'o',
      to: 'p',
      kind: 'knows of',
      direction: 'mutual',
      statements: [{ by: 'o', agrees: true, strength: 3, trust: { support: 4 }, source: 's' }],
    },
  ],
  collaborations: [{ id: 'c', name: 'Pier', participants: [{ party: 'o', role: 'lead' }], sources: ['s'] }],
  communities: [{ id: 'cp', name: 'Soil', members: [{ party: 'p', role: 'convener' }] }],
  gatherings: [
    {
      id: 'g',
      name: 'Spring',
      at: '2026-03-01T10:00:00Z',
      community: 'cp',
      attendees: [{ party: 'p', via: 'o' }],
    },
  ],
  needs: [
    {
      id: 'ne',
      title: 'Cold store',
      askedBy: 'o',
      openedAt: '2026-01-01T00:00:00Z',
      items: [{ category: 'room' }],
    },
  ],
  offers: [{ id: 'of', party: 'p', category: 'advice' }],
  sources: [{ id: 's', kind: 'page', title: 'Minutes', url: 'https://example.org' }],
};

describe('Weft JSON', () => {
  it('gives back every kind of record as it was', async () => {
    expect((await readText(weft, await written(full))).data).toEqual(full);
  });

  it('gives back any network, whatever its text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNetwork, async (data) => {
        expect((await readText(weft, await written(data))).data).toEqual(data);
      }),
      { seed: 20_261_124, numRuns: 150 },
    );
  });

  it('writes the same bytes whatever the order in which fields were set', async () => {
    const turned = {
      ...full,
      organizations: full.organizations.map((one) => Object.fromEntries(Object.entries(one).reverse())),
    };
    expect(await written(turned as unknown as NetworkData)).toBe(await written(full));
  });

  it('is known by its head and by nothing else', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(weft.recognizes(bytes('{ "format": "weft", "version": 1 }'))).toBe(true);
    expect(weft.recognizes(bytes('{"elements": []}'))).toBe(false);
    expect(weft.recognizes(bytes(''))).toBe(false);
  });

  it('takes a history with a note: it belongs to stores', async () => {
    const { data, problems } = await readText(weft, '{"format":"weft","version":1,"history":[{}]}');
    expect(data).toEqual(emptyNetworkData());
    expect(problems).toMatchObject([{ severity: 'note', code: 'HISTORY_LEFT_OUT', record: 'history' }]);
  });

  const body = (text: string): string => `{"format":"weft","version":1,${text}}`;
  it.each([
    ['empty', '', 'EMPTY_FILE', {}],
    ['binary', new Uint8Array([0, 1, 2, 0, 255]), 'NOT_TEXT', {}],
    ['truncated', '{"format":"weft",\n "version":1, "organizations":[{"id":"a"', 'JSON_SYNTAX', { line: 2 }],
    ['no object', '[1]', 'ROOT_NOT_VALID', { line: 1 }],
    ['another format', '{"format":"other","version":1}', 'ROOT_NOT_VALID', { record: 'format' }],
    ['a later version', '{"format":"weft","version":2}', 'VERSION_NOT_ACCEPTED', { record: 'version' }],
    ['an unknown part', body('"orgs":[]'), 'FIELD_UNKNOWN', { record: 'orgs' }],
    ['no list', body('"organizations":{}'), 'RECORD_NOT_VALID', { record: 'organizations' }],
    [
      'a record without a name',
      body('"organizations":[{"id":"a"}]'),
      'RECORD_NOT_VALID',
      { record: 'organizations[0].name' },
    ],
    [
      'an unknown field',
      body('"organizations":[{"id":"a","name":"A","x":1}]'),
      'RECORD_NOT_VALID',
      { record: 'organizations[0]' },
    ],
    [
      'an id twice',
      body('"organizations":[{"id":"a","name":"A"}],"people":[{"id":"a","name":"A"}]'),
      'ID_REPEATED',
      { record: 'people[0]' },
    ],
    [
      'a tie to nobody',
      body(
        '"organizations":[{"id":"a","name":"A"}],"relationships":[{"id":"r","from":"a","to":"z","kind":"k","direction":"mutual"}]',
      ),
      'LINK_NOT_FOUND',
      { record: 'relationships[0].to', value: 'z' },
    ],
    [
      'a negative strength',
      body(
        '"organizations":[{"id":"a","name":"A"}],"relationships":[{"id":"r","from":"a","to":"a","kind":"k","direction":"mutual","strength":-1}]',
      ),
      'RECORD_NOT_VALID',
      { record: 'relationships[0].strength', value: '-1' },
    ],
    [
      'an impossible date',
      body('"collaborations":[{"id":"c","name":"C","since":"2019-02-30"}]'),
      'RECORD_NOT_VALID',
      { record: 'collaborations[0].since' },
    ],
    [
      'a control character',
      body('"organizations":[{"id":"a","name":"A\\u0007"}]'),
      'RECORD_NOT_VALID',
      { record: 'organizations[0].name' },
    ],
    [
      'half a surrogate pair',
      body('"organizations":[{"id":"a","name":"\\ud800"}]'),
      'TEXT_NOT_VALID',
      { line: 1 },
    ],
    [
      '__proto__',
      body('"organizations":[{"id":"a","name":"A","custom":{"__proto__":{"x":1}}}]'),
      'JSON_NAME',
      { value: '__proto__' },
    ],
    [
      '__proto__ in disguise',
      body('"organizations":[{"id":"a","name":"A","custom":{"\\u005f_proto__":1}}]'),
      'JSON_NAME',
      { line: 1 },
    ],
    [
      'a name twice',
      body('"organizations":[{"id":"a",\n"id":"b","name":"A"}]'),
      'JSON_NAME',
      { line: 2, column: '1', value: 'id' },
    ],
    [
      '2,001 fields on one record',
      body(`"organizations":[{${Array.from({ length: 2_001 }, (_, at) => `"k${at}":1`).join(',\n')}}]`),
      'JSON_NAMES',
      { line: 2_001, value: 'k2000' },
    ],
    ['200,000 levels', body(`"organizations":${'['.repeat(200_000)}`), 'JSON_DEPTH', { line: 1 }],
    [
      '10 MB in one text',
      body(`"organizations":[{"id":"a","name":"${'x'.repeat(10_000_000)}"}]`),
      'RECORD_NOT_VALID',
      { record: 'organizations[0].name' },
    ],
    [
      'an open quote for megabytes',
      body(`"organizations":[{"id":"a","name":"${'x'.repeat(5_000_000)}`),
      'JSON_SYNTAX',
      { line: 1 },
    ],
  ])('refuses %s with its place, fast', async (_, contents, code, place) => {
    const { error, seconds } = await refusal(weft, contents);
    expect(error).toMatchObject({ code, file: 'file', ...place });
    expect(seconds).toBeLessThan(2);
  });

  it('leaves out bad records on request, each listed', async () => {
    const { data, problems } = await readText(
      weft,
      body('"organizations":[{"id":"a"},{"id":"b","name":"B"}]'),
      true,
    );
    expect(data.organizations).toEqual([{ id: 'b', name: 'B' }]);
    expect(problems).toMatchObject([{ severity: 'note', record: 'organizations[0].name' }]);
  });

  it('refuses to write half of a surrogate pair', async () => {
    await expect(writeWeft({ ...full, organizations: [{ id: 'o', name: '\ud800' }] })).rejects.toThrow(
      'organizations[0].name',
    );
  });
});
