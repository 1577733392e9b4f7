import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '#data/errors.ts';
import { gexf } from '#data/formats/gexf/gexf.ts';
import { writeGexf } from '#data/formats/gexf/write-gexf.ts';
import type { Format, ReadResult } from '#data/formats/format.ts';
import { graphml } from '#data/formats/graphml/graphml.ts';
import { kumuJson } from '#data/formats/kumu-json/kumu-json.ts';
import { pajek } from '#data/formats/pajek/pajek.ts';
import { weft } from '#data/formats/weft/weft.ts';
import { organizationSchema } from '#data/model/organization.ts';
import { relationshipSchema } from '#data/model/relationship.ts';
import { readPlain, readText } from '#test/data/formats/read-text.ts';

/** Real files lie beside the checkout on some machines; nothing of them is in the project. */
const shared = join(import.meta.dirname, '../../../../shared/data');

function read(format: Format, ...paths: string[]): Promise<ReadResult> {
  const files = paths.map((path): [string, Uint8Array] => [basename(path), readFileSync(join(shared, path))]);
  for (const [, bytes] of files) expect(format.recognizes(bytes)).toBe(true);
  return readText(format, Object.fromEntries(files));
}

describe.runIf(existsSync(shared))('real files of other programs', () => {
  it.each([
    [gexf, 'rio20-orgs/rio.gexf', 366, 1107, 11, 'directed'],
    [gexf, 'gexf-tools-shared/Java.gexf', 1538, 8032, 0, 'directed'],
    [gexf, 'gexf-tools-shared/Les Miserables.gexf', 77, 254, 0, 'undirected'],
    [gexf, 'gexf-tools-shared/arctic.gexf', 1715, 6676, 0, 'undirected'],
    [gexf, 'gexf-tools-shared/dynamicedgeweight.gexf', 2, 1, 0, 'directed'],
    [gexf, 'gexf-tools-shared/v1_3.gexf', 2, 1, 0, 'undirected'],
    [gexf, 'gexf-tools-shared/infinity.gexf', 1, 0, 0, undefined],
    [graphml, 'quakers/quakers-network.graphml', 96, 162, 0, 'undirected'],
    [graphml, 'graphml-tools-shared/football.graphml', 115, 613, 0, 'undirected'],
    [graphml, 'graphml-tools-shared/atted.graphml', 41, 118, 0, 'undirected'],
    [graphml, 'graphml-tools-shared/cdata.graphml', 2, 1, 0, 'directed'],
    [graphml, 'graphml-tools-shared/test.graphml', 6, 7, 0, 'undirected'],
    [pajek, 'scotland-interlocks/Scotland.net', 244, 358, 0, 'undirected'],
    [pajek, 'scotland-interlocks/Scotland.paj', 244, 358, 0, 'undirected'],
    [pajek, 'krebs-internet-industry/krebs.paj', 219, 631, 0, 'undirected'],
    [pajek, 'world-cities-gawc/WorldCities.net', 415, 7518, 0, 'undirected'],
    [pajek, 'usair97/USAir97.net', 332, 2126, 0, 'undirected'],
    [pajek, 'davis-southern-women/Davis.paj', 32, 89, 0, 'undirected'],
    [pajek, 'davis-southern-women/DeepSouth.paj', 32, 89, 0, 'undirected'],
    [pajek, 'dutch-elite-top200/Top200.paj', 595, 877, 0, 'undirected'],
    [pajek, 'knoke-bureaucracies/KnokBur.paj', 10, 49, 0, 'directed'],
    [pajek, 'pajek-dialects-shared/pajek2.net', 10, 9, 0, 'undirected'],
    [kumuJson, 'kumu-us-states/snap-to-tutorial-project.json', 51, 113, 0, 'undirected'],
    [kumuJson, 'kumu-changelabs/kumu-changelabs-template.json', 10, 11, 0, 'directed'],
    [kumuJson, 'kumu-simple/kumu-constellation.json', 14, 19, 0, 'undirected'],
  ])(
    '$id reads %s: counts, loops, direction; valid records; through GEXF and Weft JSON unchanged',
    async (format, path, nodes, rows, loops, direction) => {
      const { data } = await read(format, path);
      expect(data.organizations).toHaveLength(nodes);
      expect(data.relationships).toHaveLength(rows);
      expect(data.relationships.filter(({ from, to }) => from === to)).toHaveLength(loops);
      for (const tie of data.relationships) expect(tie.direction).toBe(direction);
      for (const one of data.organizations) expect(organizationSchema.safeParse(one).error).toBeUndefined();
      for (const one of data.relationships) expect(relationshipSchema.safeParse(one).error).toBeUndefined();
      const asGexf = (await writeGexf(data)).files[0]?.bytes ?? '';
      const plain = (await readPlain(format, { file: readFileSync(join(shared, path)) })).data;
      expect((await readText(gexf, asGexf)).data).toEqual(plain);
      const asWeft = (await weft.write?.(data))?.files[0]?.bytes ?? '';
      expect((await readText(weft, asWeft)).data).toEqual(data);
    },
  );

  it('reads the .clu beside WorldCities.net and the .vec and .clu beside a network', async () => {
    const { data } = await read(
      pajek,
      'world-cities-gawc/WorldCities.net',
      'world-cities-gawc/WorldCities.clu',
    );
    expect(data.organizations.at(-1)?.custom).toHaveProperty('WorldCities');
  });

  it.each([
    [kumuJson, 'kumu-simple/kumu-example.json', 'JSON_SYNTAX', { line: 33 }],
    [kumuJson, 'kumu-simple/kumu-minimal.json', 'NODE_NOT_FOUND', { value: 'Ryan' }],
    [graphml, 'graphml-tools-shared/invalid1.graphml', 'ENCODING_NOT_VALID', { line: 9 }],
    [pajek, 'pajek-dialects-shared/invalid_pajek1.net', 'VERTICES_NOT_VALID', { line: 1 }],
    [pajek, 'pajek-dialects-shared/links.net', 'STRENGTH_NOT_VALID', { line: 13, value: '-1' }],
  ])('$id refuses %s', async (format, path, code, place) => {
    const error: unknown = await readText(format, {
      [basename(path)]: readFileSync(join(shared, path)),
    }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(InputError);
    const problems = error instanceof InputError ? error.problems : [];
    expect(problems.find(({ severity }) => severity === 'error')).toMatchObject({ code, ...place });
  });
});
