import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisSchema } from '#api/contract/analysis.ts';
import { analysisOf, emptyFolder, sharedData, weft } from './weft.ts';

const karate = resolve(import.meta.dirname, '../../data/examples/karate');
const ties = join(karate, 'ties.csv');
const club = join(karate, 'club.csv');

describe('weft analyze on the karate club, groups from a file', () => {
  const reading = analysisOf([ties, '--groups', club]);
  const rowOf = async (id: string) => {
    const row = (await reading).organizations.find((organization) => organization.id === id);
    if (!row) throw new Error(`no organization ${id}`);
    return row;
  };

  it('gives a document that its contract accepts, and nothing else', async () => {
    expect(analysisSchema.safeParse(await reading).error).toBeUndefined();
  });

  it('gives the golden values of single organizations', async () => {
    const measured = async (id: string, measure: string): Promise<number> =>
      Number((await rowOf(id)).measures[measure]);
    expect(await measured('0', 'constraint')).toBeCloseTo(0.1554, 4);
    expect(await measured('11', 'constraint')).toBeCloseTo(1, 12);
    expect(await measured('33', 'effectiveSize')).toBeCloseTo(15.2353, 4);
    expect(await measured('0', 'betweenness')).toBeCloseTo(231.0714, 4);
    expect(await measured('2', 'participation')).toBeCloseTo(0.48, 12);
    expect(
      (await reading).organizations.filter((row) => row.measures.articulation === true).map(({ id }) => id),
    ).toEqual(['0']);
  });

  it('gives the golden values of the network and its groups', async () => {
    const { network, bridges } = await reading;
    expect(network.groupsModularity).toBeCloseTo(0.358235, 6);
    expect(network.eiIndex).toBeCloseTo(-0.717949, 6);
    expect(network.assortativity).toBeCloseTo(0.717531, 6);
    expect(network.density).toBeCloseTo(0.139037, 6);
    expect(network.degreeCentralization).toBeCloseTo(0.399621, 6);
    expect(network.modularity).toBeCloseTo(0.41979, 5);
    expect(network.communities).toBe(4);
    expect(network.groups).toBe('club.csv');
    expect(bridges).toEqual([{ a: '0', b: '11' }]);
  });

  it('gives what depends on the first bridge-builder', async () => {
    const first = (await reading).bridgeBuilders?.[0];
    expect(first).toMatchObject({
      id: '0',
      rank: 1,
      parted: 167,
      partedAcross: 102,
      backup: { a: '5', b: '33', equal: 2 },
    });
    expect(first?.loss).toBeCloseTo(0.308324, 6);
    expect(first?.dependence).toBeCloseTo(0.430147, 6);
    expect(first?.backup?.restores).toBeCloseTo(0.7206, 4);
  });

  it('gives the same bytes again', async () => {
    const [one, two] = await Promise.all([
      weft(['analyze', ties, '--output', 'json']),
      weft(['analyze', ties, '--output', 'json']),
    ]);
    expect(one.out).toBe(two.out);
    expect(one.out.endsWith('}\n')).toBe(true);
  });
});

describe('weft', () => {
  it('says which Weft it is', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await weft(['--version'])).toMatchObject({ status: 0, out: `weft ${version}\n`, err: '' });
  });
});

describe('weft analyze, what is asked for', () => {
  it('computes no other measures than those named', async () => {
    const analysis = await analysisOf([ties, '--measures', 'degree,density']);
    expect(Object.keys(analysis.organizations[0]?.measures ?? {})).toEqual(['degree']);
    expect(analysis.network).toEqual({ density: expect.closeTo(0.139037, 6) as number });
    expect(analysis.silos).toBeUndefined();
    expect(analysis.receipt.measures).toEqual(['degree', 'density']);
  });

  it('speaks of a silo by its members where its group has no name', async () => {
    const { sentences } = await analysisOf([ties, '--measures', 'silos']);
    expect(sentences?.[0]).toMatch(
      /^The group of 0, 1, 2 and eight others keeps to itself: 46 of its 60 tie ends/u,
    );
  });

  it('writes a timing line a step, and a table a row an organization', async () => {
    const folder = await emptyFolder();
    const { status, out } = await weft(
      ['analyze', ties, '--measures', 'degree,betweenness', '--output', 'csv', '--timings', 'times.jsonl'],
      { directory: folder },
    );
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toContain('id,label,sector');
    expect(out.trimEnd().split('\n')).toHaveLength(35);
    const lines = (await readFile(join(folder, 'times.jsonl'), 'utf8')).trimEnd().split('\n');
    const steps = lines.map(
      (line) => JSON.parse(line) as { step: string; wallMs: number; cpuMs: number; threads: number },
    );
    expect(steps.map(({ step }) => step)).toEqual(['read', 'graph', 'degree', 'betweenness']);
    expect(steps.every(({ wallMs, cpuMs, threads }) => wallMs >= 0 && cpuMs >= 0 && threads === 1)).toBe(
      true,
    );
  });

  it('plans a convening on request', async () => {
    const { convening } = await analysisOf([
      ties,
      '--groups',
      club,
      '--measures',
      'convening',
      '--seats',
      '3',
    ]);
    expect(convening?.gain).toBeCloseTo(0.0467, 4);
    expect(convening?.exact).toBe(true);
    const must = await analysisOf([
      ties,
      '--groups',
      club,
      '--measures',
      'convening',
      '--seats',
      '3',
      '--must',
      '11',
      '--apart',
      '0:33',
    ]);
    expect(must.convening?.invite).toContain('11');
  });

  it('says what a room is to be expected to gain where not every pair ties', async () => {
    const asked = [ties, '--groups', club, '--measures', 'convening', '--seats', '3', '--chance'];
    const { convening, receipt } = await analysisOf([...asked, '.5']);
    const { gain, expected } = convening!;
    expect(expected).toMatchObject({ chance: 0.5, draws: 400 });
    expect(expected!.gain).toBeGreaterThan(0);
    expect(expected!.gain).toBeLessThan(gain);
    expect(expected!.high).toBeLessThanOrEqual(gain);
    expect(receipt.params).toMatchObject({ convening: { seats: 3, chance: 0.5 } });
    expect((await weft(['analyze', ...asked, '.5'])).out).toMatch(
      /where a pair ties with 0\.5 +0\.0\d{3} +0\.0/u,
    );
    const { status, err } = await weft(['analyze', ...asked, '1.5']);
    expect([status, err]).toEqual([2, expect.stringContaining('--chance is "1.5"; accepted')]);
  });

  it('says at a terminal whom to invite, and what other detections found', async () => {
    const asked = ['analyze', ties, '--groups', club, '--measures', 'convening,louvain,labelPropagation'];
    const { status, out } = await weft([...asked, '--seats', '3']);
    expect(status).toBe(0);
    expect(out).toMatch(
      /• The best three are \d+, \d+ and \d+\. If all three came to work together, closeness across groups would rise from 0\.\d{3} to 0\.\d{3}; that is the best case\.\n/u,
    );
    expect(out).toMatch(/Rooms of three\n.*\n +this room +0\.0467/u);
    expect(out).toMatch(/Other detections\n.*\n +louvain +0\.41\d+ +4 +\d+\n +labelPropagation /u);
  });

  it('looks at one day with --as-of, and refuses a lens that does not exist', async () => {
    expect((await analysisOf([ties, '--measures', 'degree', '--as-of', '2020'])).receipt.lens.during).toEqual(
      ['2020', '2020'],
    );
    const { status, err } = await weft(['analyze', ties, '--lens', '{"include":{"colour":1}}']);
    expect(status).toBe(1);
    expect(err).toContain('colour');
  });
});

describe('weft analyze, wrong use and bad input', () => {
  const refused = async (words: readonly string[], status: number, said: RegExp): Promise<void> => {
    const ran = await weft(words);
    expect({ status: ran.status, out: ran.out }).toEqual({ status, out: '' });
    expect(ran.err).toMatch(said);
    expect(ran.err).not.toMatch(/\n\s+at /u);
  };

  it('says what is wrong and what is accepted', async () => {
    await refused(['analyse'], 2, /no command "analyse".*analyze/u);
    await refused(['analyze'], 2, /Neither a file nor --network/u);
    await refused(['analyze', ties, '--colour'], 2, /--colour/u);
    await refused(['analyze', ties, '--seed', 'x'], 2, /--seed.*whole number/u);
    await refused(['analyze', ties, '--output', 'xml'], 2, /json, csv, table/u);
    await refused(['analyze', ties, '--measures', 'beauty'], 1, /"beauty".*betweenness/u);
    await refused(['analyze', ties, '--groups', 'colour'], 1, /colour.*communities/su);
    await refused(['analyze', 'nowhere.csv'], 1, /nowhere\.csv/u);
    await refused(['analyze', ties, '--memory', '64', '--deadline', '0'], 2, /--deadline/u);
  });

  it('says before the work that the folder of an output is not there', async () => {
    for (const words of [
      ['analyze', 'nowhere.csv', '--out', 'no/such/a.json'],
      ['analyze', 'nowhere.csv', '--timings', 'no/such/t.jsonl'],
      ['convert', 'nowhere.csv', 'no/such/a.gexf'],
      ['export', '--network', 'nowhere', '--format', 'weft', '--out', 'no/such/a.weft.json'],
    ])
      await refused(words, 2, /no\/such does not exist; accepted: a file in a folder that exists/u);
  });

  it('ends quietly where its reader has seen enough, and in a sentence where its output cannot be written', async () => {
    const words = ['analyze', ties, '--measures', 'degree'];
    expect(await weft(words, { reader: 'closed' })).toEqual({ status: 0, out: '', err: '' });
    const full = await weft(words, { reader: 'full' });
    expect([full.status, full.err]).toEqual([3, expect.stringMatching(/^weft: The output .*ENOSPC.*\n$/u)]);
  });

  it('leaves nothing behind when the input is bad', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'bad.csv'), 'source,target,weight\na,b,-1\n');
    const { status, err } = await weft(['analyze', 'bad.csv', '--out', 'out.json'], { directory: folder });
    expect(status).toBe(1);
    expect(err).toBe(
      'weft: bad.csv, line 2, column weight: “weight” is “-1”; a number of 0 or more is accepted.\n',
    );
    expect(await readdir(folder)).toEqual(['bad.csv']);
  });

  it('says once that every row fails, and reads a file that is wrong all through no further', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'bad.csv'), `source,target,weight\n${'a,b,-1\n'.repeat(20_000)}`);
    const { status, err } = await weft(['analyze', 'bad.csv'], { directory: folder });
    expect([status, err]).toEqual([
      1,
      'weft: bad.csv, line 2, column weight: “weight” is “-1”; a number of 0 or more is accepted. (And 9,999 more like it.)\nweft: bad.csv: After 10000 errors the file was read no further.\n',
    ]);
  });

  it('is ended by its deadline and its memory limit, alone', async () => {
    const folder = await emptyFolder();
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i % 5000},${(i * 7919 + 13) % 5000}`);
    await writeFile(join(folder, 'large.csv'), `source,target\n${rows.join('\n')}\n`);
    const late = await weft(['analyze', 'large.csv', '--deadline', '2'], { directory: folder });
    expect([late.status, late.err]).toEqual([3, expect.stringContaining('longer than 2 s')]);
    const large = await weft(['analyze', 'large.csv', '--memory', '100'], { directory: folder });
    expect([large.status, large.err]).toEqual([3, expect.stringContaining('100 MiB')]);
  });
});

describe('weft --help', () => {
  it('lists the commands, and each explains itself with examples', async () => {
    const { out, status } = await weft(['--help']);
    expect(status).toBe(0);
    for (const name of ['analyze', 'map', 'report', 'convert']) {
      expect(out).toContain(`  ${name}`);
      const help = await weft([name, '--help']);
      expect(help.status).toBe(0);
      expect(help.out).toMatch(/Examples\n {2}weft /u);
    }
  });
});

interface ReferenceValues {
  readonly nodes: number;
  readonly undirected_simple_edges: number;
  readonly density_undirected: number;
  readonly components: number;
  readonly transitivity: number;
  readonly articulation_points: number;
  readonly best_modularity_unweighted: readonly [number, number];
  readonly betweenness_top5: readonly (readonly [string, number, number])[];
}

/** Sets of the acceptance, by the key of REFERENCE.json. */
const sets: Readonly<Record<string, readonly string[]>> = {
  'dhhs-collaboration': ['dhhs-collaboration/DHHS.nodes.csv', 'dhhs-collaboration/DHHS.edges.csv'],
  'tobacco-indiana/TCcoll': ['tobacco-indiana/TCcoll.nodes.csv', 'tobacco-indiana/TCcoll.edges.csv'],
  'rio20-orgs': ['rio20-orgs/rio.gexf'],
  'scotland-interlocks': ['scotland-interlocks/Scotland.net'],
  'krebs-internet-industry': ['krebs-internet-industry/krebs.paj'],
  'world-cities-gawc': ['world-cities-gawc/WorldCities.net'],
  usair97: ['usair97/USAir97.net'],
};
const measures = 'density,components,transitivity,articulation,betweenness,modularity';

describe.runIf(existsSync(sharedData))(
  'weft analyze on real files, against REFERENCE.json (igraph 1.0.0)',
  () => {
    it.each(Object.entries(sets))('%s', async (key, files) => {
      const references = JSON.parse(await readFile(join(sharedData, 'REFERENCE.json'), 'utf8')) as Record<
        string,
        ReferenceValues
      >;
      const reference = references[key];
      if (!reference) throw new Error(`no reference ${key}`);
      const words = [
        ...files.map((file) => join(sharedData, file)),
        '--weights',
        'ignore',
        '--measures',
        measures,
      ];
      const { receipt, network, organizations } = await analysisOf(words);
      expect([receipt.nodes, receipt.ties]).toEqual([reference.nodes, reference.undirected_simple_edges]);
      expect(network.density).toBeCloseTo(reference.density_undirected, 8);
      expect(network.components).toBe(reference.components);
      expect(network.transitivity).toBeCloseTo(reference.transitivity, 6);
      expect(organizations.filter((row) => row.measures.articulation === true)).toHaveLength(
        reference.articulation_points,
      );
      expect(network.modularity).toBeGreaterThanOrEqual(reference.best_modularity_unweighted[0] - 0.005);
      const top = organizations
        .toSorted((a, b) => Number(b.measures.betweenness) - Number(a.measures.betweenness))
        .slice(0, 5);
      for (const [place, [label, value]] of reference.betweenness_top5.entries()) {
        expect([top[place]?.label, top[place]?.id]).toContain(label);
        expect(Number(top[place]?.measures.betweenness)).toBeCloseTo(value, 4);
      }
    });
  },
);
