import { describe, expect, it } from 'vitest';
import { kumuJson } from '#data/formats/kumu-json/kumu-json.ts';
import { readPlain, refusal } from '#test/data/formats/read-text.ts';

const json = (value: unknown): string => JSON.stringify(value);

describe('Kumu JSON', () => {
  it('reads a project export: _id, attributes, types, tags, directions', async () => {
    const { data, problems } = await readPlain(
      kumuJson,
      json({
        name: 'P',
        elements: [
          {
            _id: 'elem-1',
            attributes: {
              label: 'Maple',
              'element type': 'Foundation',
              tags: ['soil'],
              score: 3,
              '': 'lost',
            },
          },
          { _id: 'elem-2', attributes: { label: 'Pier', tags: 'a|b' } },
        ],
        connections: [
          {
            _id: 'conn-1',
            direction: 'mutual',
            reversed: false,
            attributes: { 'connection type': 'Funds', strength: 2 },
            from: 'elem-1',
            to: 'elem-2',
          },
          {
            _id: 'conn-2',
            direction: 'directed',
            reversed: true,
            delayed: true,
            attributes: {},
            from: 'elem-1',
            to: 'elem-2',
          },
        ],
        loops: [{ _id: 'loop-1' }],
        maps: [{}, {}],
      }),
    );
    expect(data.organizations).toEqual([
      { id: 'elem-1', name: 'Maple', sector: 'Foundation', topics: ['soil'], custom: { score: 3 } },
      { id: 'elem-2', name: 'Pier', topics: ['a', 'b'] },
    ]);
    expect(data.relationships).toEqual([
      { id: 'conn-1', from: 'elem-1', to: 'elem-2', kind: 'Funds', direction: 'mutual', strength: 2 },
      {
        id: 'conn-2',
        from: 'elem-2',
        to: 'elem-1',
        kind: 'tie',
        direction: 'directed',
        custom: { delayed: true },
      },
    ]);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'ATTRIBUTE_UNNAMED',
      'LOOPS_LEFT_OUT',
      'MAPS_JOINED',
    ]);
  });

  it('reads a blueprint: ends by id or label, several targets, no direction noted once', async () => {
    const { data, problems } = await readPlain(
      kumuJson,
      json({
        elements: [{ label: 'Jeff', type: 'Founder' }, { id: 'k', label: 'Kumu' }, { label: 'Ryan' }],
        connections: [
          { from: 'Jeff', to: 'Kumu', type: 'Cofounder' },
          { from: 'k', to: 'Jeff|Ryan' },
        ],
      }),
    );
    expect(data.organizations.map(({ id }) => id)).toEqual(['Jeff', 'k', 'Ryan']);
    expect(data.relationships.map(({ from, to, kind, direction }) => [from, to, kind, direction])).toEqual([
      ['Jeff', 'k', 'Cofounder', 'undirected'],
      ['k', 'Jeff', 'tie', 'undirected'],
      ['k', 'Ryan', 'tie', 'undirected'],
    ]);
    expect(problems).toMatchObject([
      { code: 'DIRECTION_MISSING', message: '2 connections have no direction; taken as undirected.' },
    ]);
  });

  const a = { id: 'a', label: 'A' };
  const tie = (more: object): string =>
    json({ elements: [a], connections: [{ from: 'a', to: 'a', ...more }] });
  it.each([
    ['an empty file', '', 'EMPTY_FILE', {}],
    ['binary', new Uint8Array([123, 0, 1]), 'NOT_TEXT', {}],
    ['a trailing comma', '{"elements": [\n{"id": "a",}]}', 'JSON_SYNTAX', { line: 2, column: '12' }],
    ['a truncated file', '{"elements": [{"id": "a"}', 'JSON_SYNTAX', { line: 1 }],
    ['another format', '{"nodes": []}', 'ROOT_NOT_VALID', { record: 'elements' }],
    ['elements that are no objects', '{"elements": ["a"]}', 'ROOT_NOT_VALID', { record: 'elements[0]' }],
    [
      'an element without id and label',
      json({ elements: [{ type: 'x' }] }),
      'ID_MISSING',
      { record: 'elements[0]' },
    ],
    [
      'a label twice as the key',
      json({ elements: [{ label: 'A' }, { label: 'A' }] }),
      'ID_REPEATED',
      { record: 'elements[1]', value: 'A' },
    ],
    [
      'a connection to a label of two',
      json({ elements: [a, { id: 'b', label: 'A' }], connections: [{ from: 'a', to: 'A' }] }),
      'LABEL_AMBIGUOUS',
      { record: 'connections[0].to' },
    ],
    ['a connection to nobody', tie({ to: 'z' }), 'NODE_NOT_FOUND', { record: 'connections[0]', value: 'z' }],
    [
      'an unknown direction',
      tie({ direction: 'up' }),
      'DIRECTION_NOT_VALID',
      { record: 'connections[0]', value: 'up' },
    ],
    [
      'a negative strength',
      tie({ strength: -1 }),
      'STRENGTH_NOT_VALID',
      { record: 'connections[0]', value: '-1' },
    ],
    [
      'a strength that is NaN',
      tie({ strength: 'NaN' }),
      'STRENGTH_NOT_VALID',
      { record: 'connections[0]', value: 'NaN' },
    ],
    [
      'a number past all doubles',
      '{"elements":[{"id":"a"}],"connections":[{"from":"a","to":"a","strength":1e999}]}',
      'STRENGTH_NOT_VALID',
      {},
    ],
    ['200,000 levels', `{"elements":${'[{"x":'.repeat(100_000)}`, 'JSON_DEPTH', { line: 1 }],
    [
      '__proto__',
      '{"elements":[{"id":"a","__proto__":{"polluted":1}}]}',
      'JSON_NAME',
      { value: '__proto__' },
    ],
    ['a name twice', '{"elements":[],\n "elements":[]}', 'JSON_NAME', { line: 2, column: '2' }],
    ['half a surrogate pair', '{"elements":[{"id":"\\udc00"}]}', 'TEXT_NOT_VALID', { line: 1 }],
    ['a control character', '{"elements":[{"id":"a\\u0000"}]}', 'TEXT_NOT_VALID', { record: 'elements[0]' }],
    [
      '10 MB in one label',
      json({ elements: [{ id: 'a', label: 'x'.repeat(10_000_000) }] }),
      'TEXT_TOO_LONG',
      { record: 'elements[0]' },
    ],
  ])('refuses %s with its place, fast', async (_, contents, code, place) => {
    const { error, seconds } = await refusal(kumuJson, contents);
    expect(error).toMatchObject({ code, file: 'file', ...place });
    expect(seconds).toBeLessThan(2);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('recognizes both dialects, and nothing else', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(kumuJson.recognizes(bytes('{"elements":[]}'))).toBe(true);
    expect(kumuJson.recognizes(bytes('{"name":"x","attributeRelevance":{}'))).toBe(true);
    expect(kumuJson.recognizes(bytes('{"format":"weft"}'))).toBe(false);
    expect(kumuJson.recognizes(bytes('[]'))).toBe(false);
  });
});
