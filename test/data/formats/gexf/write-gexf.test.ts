import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gexf } from '#data/formats/gexf/gexf.ts';
import { writeGexf } from '#data/formats/gexf/write-gexf.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import { arbitraryNetwork } from '#test/data/formats/arbitrary-network.ts';
import { readText } from '#test/data/formats/read-text.ts';

async function written(data: NetworkData): Promise<string> {
  const { files } = await writeGexf(data);
  return new TextDecoder().decode(files[0]?.bytes);
}

const two: NetworkData = {
  ...emptyNetworkData(),
  organizations: [
    {
      id: 'a',
      name: 'Maple Trust',
      sector: 'foundation',
      topics: ['soil', 'a|b'],
      custom: { sector: 'own word', open: true },
    },
    { id: 'b', name: 'Harbour <&> "Kitchen"' },
  ],
  collaborations: [
    {
      id: 'p',
      name: 'Pier',
      amount: { value: 12.5, currency: 'EUR' },
      participants: [{ party: 'a', role: 'lead' }, { party: 'b' }],
    },
  ],
};

describe('writeGexf', () => {
  it('writes the records so that reading gives them back, whatever their text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNetwork, async (data) => {
        const { data: read } = await readText(gexf, await written(data));
        expect(read).toEqual(data);
      }),
      { seed: 20_261_124, numRuns: 150 },
    );
  });

  it('writes the same bytes for the same records', async () => {
    expect(await written(two)).toBe(await written(structuredClone(two)));
  });

  it('writes collaborations as nodes and parts in them as edges, told apart by "record"', async () => {
    const text = await written(two);
    expect(text).toContain('<node id="p" label="Pier">');
    expect(text).toContain('<attvalue for="field:record" value="collaboration"/>');
    expect(text).toMatch(/<edge id="participation-1" source="a" target="p" kind="lead">/u);
  });

  it('writes valid time as whole days and keeps it as written', async () => {
    const data: NetworkData = {
      ...two,
      relationships: [
        {
          id: 'r',
          from: 'a',
          to: 'b',
          kind: 'funds',
          direction: 'directed',
          strength: 3,
          since: '2008',
          until: '2012-02',
        },
      ],
      collaborations: [],
    };
    const text = await written(data);
    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(text).toContain('weight="3" kind="funds" start="2008-01-01" end="2012-02-29"');
    expect((await readText(gexf, text)).data.relationships).toEqual(data.relationships);
  });

  it('counts what GEXF cannot hold', async () => {
    const data: NetworkData = {
      ...two,
      organizations: [
        {
          id: 'a',
          name: 'A',
          identifiers: [{ scheme: 'GB-CHC', value: '1' }],
          external: [{ source: 's', id: '1' }],
        },
      ],
      collaborations: [],
      needs: [{ id: 'n', title: 'Cold store', askedBy: 'a', openedAt: '2026-01-01T00:00:00Z' }],
    };
    expect((await writeGexf(data)).losses).toEqual([
      { what: 'identifiers of organizations', count: 1 },
      { what: 'ids that other sources gave', count: 1 },
      { what: 'needs', count: 1 },
    ]);
  });

  it('refuses a character that XML 1.0 cannot hold, with its place', async () => {
    const data = {
      ...emptyNetworkData(),
      organizations: [{ id: 'a', name: 'A', custom: { note: 'x\u0001' } }],
    };
    await expect(writeGexf(data)).rejects.toThrow(
      'The node “a”, custom.text:note, holds the character U+0001',
    );
    const half = { ...emptyNetworkData(), organizations: [{ id: 'a', name: '\ud800' }] };
    await expect(writeGexf(half)).rejects.toThrow('half of a surrogate pair');
  });
});
