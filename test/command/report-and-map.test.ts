import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { analysisOf, emptyFolder, sharedData, weft } from './weft.ts';

const ties = resolve(import.meta.dirname, '../../data/examples/karate/ties.csv');

async function made(words: readonly string[], out: string): Promise<Buffer> {
  const folder = await emptyFolder();
  const { status, err } = await weft([...words, '--out', out], { directory: folder });
  if (status !== 0) throw new Error(err);
  return await readFile(join(folder, out));
}

/** A page's text in one line. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}

describe('weft report', () => {
  it('makes a PDF that tells the findings, twice the same bytes', async () => {
    const [one, two] = await Promise.all([made(['report', ties], 'a.pdf'), made(['report', ties], 'a.pdf')]);
    expect(one.equals(two)).toBe(true);
    const pages = await pagesOf(one);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages[0]).toContain('34 organizations');
  });

  it('makes one HTML file without script or outside address, and the analysis as JSON', async () => {
    const html = (await made(['report', ties, '--title', 'A & <b>club</b>'], 'a.html')).toString('utf8');
    expect(html).toContain('A &amp; &lt;b&gt;club');
    expect(html).not.toMatch(/<script|src="http|href="http/iu);
    const analysis = JSON.parse((await made(['report', ties], 'a.json')).toString('utf8')) as {
      receipt: { nodes: number };
    };
    expect(analysis.receipt.nodes).toBe(34);
  });

  it('makes a workbook, twice the same bytes', async () => {
    const [one, two] = await Promise.all([
      made(['report', ties], 'a.xlsx'),
      made(['report', ties], 'a.xlsx'),
    ]);
    expect(one.equals(two)).toBe(true);
    expect(one.subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses another ending, and before the work a folder that is not there', async () => {
    const { status, err } = await weft(['report', ties, '--out', 'a.doc']);
    expect([status, err]).toEqual([2, expect.stringContaining('.pdf, .html, .xlsx, .json')]);
    const folder = await emptyFolder();
    for (const command of ['report', 'map']) {
      const out = command === 'map' ? 'no/such/a.svg' : 'no/such/a.pdf';
      const missing = await weft([command, 'no-such-file.csv', '--out', out], { directory: folder });
      expect([missing.status, missing.err]).toEqual([
        2,
        expect.stringContaining(`${join(folder, 'no/such')} does not exist`),
      ]);
    }
  });

  it('is called as its files are: their common name, their folder, or --title', async () => {
    const pages = await pagesOf(await made(['report', ties], 'a.pdf'));
    expect(pages[0]).toContain('Who works with whom in Karate');
    const titled = await pagesOf(await made(['report', ties, '--title', 'Our county'], 'a.pdf'));
    expect(titled[0]).toContain('Who works with whom in Our county');
  });
});

describe('weft map', () => {
  it('draws SVG and PNG, twice the same bytes', async () => {
    const [one, two] = await Promise.all([made(['map', ties], 'a.svg'), made(['map', ties], 'a.svg')]);
    expect(one.equals(two)).toBe(true);
    expect(one.toString('utf8')).toMatch(/^<svg|^<\?xml/u);
    // As many as hold something together, though ten have the most routes.
    expect(one.toString('utf8')).toContain('bridge-builder (7)');
    expect(one.toString('utf8')).toContain(
      'Four groups; three keep to themselves. 0 and six others hold the groups together.',
    );
    const [png, again] = await Promise.all([
      made(['map', ties, '--width', '800', '--height', '500'], 'a.png'),
      made(['map', ties, '--width', '800', '--height', '500'], 'a.png'),
    ]);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.equals(again)).toBe(true);
  });
});

describe('weft convert', () => {
  it('writes Weft JSON and GEXF that analyse alike, and says what is lost', async () => {
    const folder = await emptyFolder();
    const asked = ['--measures', 'betweenness,transitivity'];
    const original = await analysisOf([ties, ...asked]);
    for (const name of ['karate.weft.json', 'karate.gexf']) {
      const { status, err } = await weft(['convert', ties, name], { directory: folder });
      expect([status, err]).toEqual([0, expect.not.stringContaining('weft:')]);
      const { organizations, network } = await analysisOf([join(folder, name), ...asked]);
      expect(network).toEqual(original.network);
      expect(organizations.map(({ id, measures }) => [id, measures])).toEqual(
        original.organizations.map(({ id, measures }) => [id, measures]),
      );
    }
    const wrong = await weft(['convert', ties, 'karate.doc'], { directory: folder });
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('gexf')]);
  });
});

const delta = join(sharedData, 'delta-science-tracker');
const mapping = resolve(import.meta.dirname, 'delta.mapping.json');
const files = [join(delta, 'nodelist_twomode.csv'), join(delta, 'edgelist_twomode.csv'), '--map', mapping];

describe.runIf(existsSync(delta))('the Delta Science Tracker, by a mapping', () => {
  it('certifies the five under the default lens, and nobody when every shared project counts in full', async () => {
    const newman = await analysisOf([...files, '--measures', 'modularity,communities,silos,sectorPairs']);
    expect([newman.receipt.nodes, newman.receipt.ties]).toEqual([138, 514]);
    expect(newman.network.modularity).toBeGreaterThanOrEqual(0.32567);
    const certified = newman.silos?.filter((silo) => silo.certified) ?? [];
    expect(certified.map(({ members }) => [...members].sort())).toEqual([
      ['49635', '49669', '49712', '49723', '49762'],
    ]);
    expect(certified[0]).toMatchObject({
      grade: 'closed',
      stability: 1,
      collaborations: 2,
      inside: 8,
      leaving: 6,
      null: 'two-mode',
    });
    expect(certified[0]?.conductance).toBeCloseTo(0.273, 3);
    expect(certified[0]?.eiIndex).toBeCloseTo(-0.143, 3);
    expect(certified[0]?.p).toBeLessThanOrEqual(0.05);
    const federal = newman.sectorPairs?.find(
      ({ a, b }) => [a, b].sort().join() === 'Federal Government,University / Institute',
    );
    expect(federal).toMatchObject({ ties: 43, verdict: 'fewer' });

    const count = await analysisOf([
      ...files,
      '--measures',
      'modularity,silos',
      '--lens',
      '{"include":{"collaborations":{"projection":"count"}}}',
    ]);
    expect(count.receipt.ties).toBe(514);
    expect(count.network.modularity).toBeGreaterThanOrEqual(0.24424);
    expect(count.silos?.some((silo) => silo.certified)).toBe(false);
    expect(count.silos?.every((silo) => silo.reasons.length > 0)).toBe(true);
  });

  it('makes a report of seven pages, twice the same bytes, without a word that it must not say', async () => {
    const [one, two] = await Promise.all([
      made(['report', ...files], 'd.pdf'),
      made(['report', ...files], 'd.pdf'),
    ]);
    expect(one.equals(two)).toBe(true);
    const pages = await pagesOf(one);
    expect(pages).toHaveLength(7);
    expect(pages[0]).toMatch(/Who works with whom in Delta Science Tracker.*it rests on two projects/u);
    expect(pages[3]).toMatch(
      /If four are invited.*The best four found are .* closeness across groups would rise from 0.303 to 0.336/u,
    );
    expect(pages.join(' ')).not.toMatch(
      /because of|caused|impact|thanks to|key player|influential|isolated|significant/iu,
    );
  });
});
