import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { reportPdf } from '#api/services/report-pdf/report-pdf.ts';
import { documentText } from '#test/viz/report/document-text.ts';
import { bridge, candidate, madeReport, pair, type Made } from '#test/viz/report/report-fixture.ts';
import { reportContent } from '#viz/report/report-content.ts';

interface Read {
  readonly pages: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
  readonly links: readonly unknown[];
}

async function read(bytes: Uint8Array): Promise<Read> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const links: unknown[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    for (const annotation of (await page.getAnnotations()) as { dest?: unknown; url?: unknown }[]) {
      links.push(annotation.url ?? annotation.dest);
    }
  }
  const { info } = await document.getMetadata();
  const outline = ((await document.getOutline()) as { title: string }[] | null) ?? [];
  await task.destroy();
  return { pages, links, info: info as Record<string, unknown>, outline: outline.map(({ title }) => title) };
}

const whole: Made = {
  sizes: [6, 5, 4],
  alone: 3,
  sectors: ['Health', 'Food', 'Faith'],
  analysis: {
    bridgeBuilders: [
      bridge('o0', { rank: 1, backup: { a: 'o1', b: 'o7', restores: 0.09, equal: 2, exact: true } }),
      bridge('o6', { rank: 2, cutOff: ['o9'], parted: 14 }),
    ],
    silos: [
      candidate(['o0', 'o1', 'o2', 'o3', 'o4', 'o5'], {
        certified: true,
        grade: 'closed',
        p: 0.035,
        ps: [0.035],
      }),
      candidate(['o6', 'o7', 'o8', 'o9', 'o10'], { conductance: 0.6, eiIndex: 0.2, p: 0.6, ps: [0.6] }),
    ],
    sectorPairs: [
      pair('Health', 'Food', { ties: 3, expected: 9, q: 0.01, verdict: 'fewer' }),
      pair('Health', 'Faith', {}),
      pair('Food', 'Faith', {}),
    ],
  },
  input: { asOf: '2023-02-27' },
};

describe('reportPdf', () => {
  it('makes the same bytes twice', async () => {
    const [one, two] = [await reportPdf(madeReport(whole)), await reportPdf(madeReport(whole))];
    expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0);
  });

  it('holds the sentences of the content, a foot a page, bookmarks, and links from the findings', async () => {
    const input = madeReport(whole);
    const { pages, info, outline, links } = await read(await reportPdf(input));
    const printed = pages.join(' ').replace(/\s+/gu, '');
    const document = reportContent(input);
    for (const section of document.sections) {
      expect(printed).toContain(section.title.replace(/\s+/gu, ''));
      const lead = section.lead.map((span) => (typeof span === 'string' ? span : span.text)).join('');
      expect(printed).toContain(lead.replace(/\s+/gu, ''));
    }
    expect(outline).toEqual(document.sections.map(({ title }) => title));
    expect(links).toEqual(expect.arrayContaining(['together', 'groups', 'sectors']));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    pages.forEach((page, i) => expect(page.replace(/\s+/gu, '')).toContain(`${i + 1}/${pages.length}`));
    expect(info.Title).toBe(input.title);
    expect(info.CreationDate).toBe('D:20230227000000Z');
    expect(documentText(document)).toContain('closed');
  });

  it('sends each finding to the page that its section begins on', async () => {
    const { pages } = await read(await reportPdf(madeReport(whole)));
    const at = (title: string): number => pages.findIndex((page) => page.includes(title)) + 1;
    const named = [...(pages[0] ?? '').matchAll(/Page\s+(\d+)/gu)].map(([, page]) => Number(page));
    expect(named).toEqual([at('Who holds it together'), at('Groups, and which'), at('Which sectors meet')]);
  });

  it('lets names do nothing: no action, no address, no script, whatever they hold', async () => {
    const nasty = [
      '<script>alert(1)</script>',
      ') /URI (http://example.org/) /S /JavaScript',
      '\u202eevil\u0000',
      'x'.repeat(300),
      'عربي 中文 🙂',
      '(((\\',
    ];
    const input = madeReport({
      ...whole,
      labels: (node) => nasty[node % nasty.length] ?? '',
      input: { title: nasty[0] ?? '', networkName: nasty[1] ?? '' },
    });
    const bytes = await reportPdf(input);
    const { pages, links } = await read(bytes);
    expect(links.filter((link) => typeof link === 'string' && link.includes(':'))).toEqual([]);
    const raw = Buffer.from(bytes).toString('latin1');
    const actions = [
      ...raw.matchAll(/\n\/S \/(GoTo|URI|Launch|JavaScript|SubmitForm|ImportData|Named|Rendition)/gu),
    ];
    expect(new Set(actions.map(([, kind]) => kind))).toEqual(new Set(['GoTo']));
    for (const entry of ['\n/AA ', '\n/OpenAction ', '\n/EmbeddedFiles ', '\n/JavaScript '])
      expect(raw).not.toContain(entry);
    const all = pages.join(' ');
    expect(all).toContain('Names that this paper cannot print');
    expect(all).not.toMatch(/[\u4e00-\u9fff\u0600-\u06ff]/u);
    // Each name as recorded is behind a mark, in a form that readers set in fonts of their own.
    const utf16 = Buffer.from(' 中文 🙂', 'utf16le').swap16().toString('latin1');
    expect(raw.includes(utf16)).toBe(true);
  });

  it.each([
    ['no organization', { sizes: [] }],
    ['one', { sizes: [], alone: 1 }],
    ['one group', { sizes: [8] }],
  ] as [string, Made][])('makes a report of %s', async (_, made) => {
    const { pages } = await read(await reportPdf(madeReport(made)));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.join(' ')).toContain('Method and receipt');
  });
});
