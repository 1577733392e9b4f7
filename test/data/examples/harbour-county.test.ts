import { describe, expect, it } from 'vitest';
import { bytes, data, graph, notes } from '#test/data/examples/harbour-county.ts';
import { writeWeft } from '#data/formats/weft/write-weft.ts';
import { degree } from '#analysis/graph/graph.ts';
import { harbourCounty } from '../../../scripts/harbour-county/county.ts';

describe('the file of Harbour County', () => {
  it('is what the script makes, byte for byte', async () => {
    const [file] = (await writeWeft(harbourCounty())).files;
    expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  it('stays small enough to ship', () => {
    expect(bytes.length).toBeLessThan(1_500_000);
  });

  it('is read without a note, and says that it is invented', () => {
    expect(notes).toEqual([]);
    expect(data.network).toMatchObject({ slug: 'harbour-county', custom: { invented: true } });
    expect(data.network?.description).toMatch(/invented/u);
  });

  it('holds records of every kind', () => {
    expect(data.organizations).toHaveLength(240);
    expect(new Set(data.organizations.map(({ sector }) => sector)).size).toBe(8);
    expect(data.collaborations).toHaveLength(312);
    expect(data.people).toHaveLength(60);
    expect(data.gatherings).toHaveLength(46);
    expect(data.communities.filter(({ kind }) => kind === 'community of practice')).toHaveLength(2);
    expect([data.needs.length, data.offers.length, data.sources.length].every((count) => count >= 6)).toBe(
      true,
    );
  });

  it('spans 2016–2026, and nothing in it is later than November 2026', () => {
    const began = data.collaborations.map(({ since = '' }) => since).sort();
    expect([began[0]?.slice(0, 4), began.at(-1)?.slice(0, 4)]).toEqual(['2016', '2026']);
    const said = data.relationships.flatMap(({ statements = [] }) => statements.map(({ at = '' }) => at));
    for (const at of [...said, ...data.gatherings.map((gathering) => gathering.at), ...began]) {
      expect(at < '2026-11').toBe(true);
    }
  });

  it('171 organizations state ties, each side in its own words and on the scale', () => {
    const statements = data.relationships.flatMap((tie) => tie.statements ?? []);
    const organizations = new Set(statements.map(({ by }) => by).filter((by) => by.startsWith('org-')));
    expect(organizations.size).toBe(171);
    for (const { strength, agrees } of statements) {
      expect(agrees ? strength !== undefined && strength >= 1 && strength <= 5 : strength === undefined).toBe(
        true,
      );
    }
    const twoWords = data.relationships.filter((tie) => {
      const [one, two] = tie.statements ?? [];
      return one !== undefined && two !== undefined && one.by !== two.by && one.strength !== two.strength;
    });
    expect(twoWords.length).toBeGreaterThan(50);
  });

  it('uses the vocabularies that its network declares', () => {
    const { sectors = [], places = [], tieKinds = [], roles = [] } = data.network?.vocabularies ?? {};
    const unknown = [
      ...data.organizations.filter(({ sector = '' }) => !sectors.includes(sector)),
      ...data.organizations.filter(({ place }) => !places.includes(place?.name ?? '')),
      ...data.relationships.filter(({ kind }) => !tieKinds.includes(kind)),
      ...data.collaborations.filter(({ participants = [] }) =>
        participants.some(({ role = '' }) => !roles.includes(role)),
      ),
    ];
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  it('makes a graph of 240 organizations, some 690 ties and four without one', () => {
    expect(graph.n).toBe(240);
    expect(graph.ties.count).toBeGreaterThanOrEqual(600);
    expect(graph.ties.count).toBeLessThanOrEqual(750);
    expect(
      Array.from({ length: graph.n }, (_, v) => degree(graph, v)).filter((ties) => ties === 0),
    ).toHaveLength(4);
  });
});
