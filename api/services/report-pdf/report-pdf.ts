import PDFDocument from 'pdfkit';
import { loadFonts } from '#api/services/fonts.ts';
import { colours, mm, page } from '#api/services/report-pdf/paper.ts';
import { Pen, baselineIn } from '#api/services/report-pdf/pen.ts';
import { type DrawMap, setReport } from '#api/services/report-pdf/set-report.ts';
import type { SetPage } from '#api/services/report-pdf/page-setter.ts';
import { styles } from '#api/services/report-pdf/text-style.ts';
import { Typesetter } from '#api/services/report-pdf/typesetter.ts';
import { printableReport } from '#viz/report/printable/printable-report.ts';
import { reportContent } from '#viz/report/report-content.ts';
import type { ReportDocument } from '#viz/report/report-document.ts';
import type { ReportInput } from '#viz/report/report-input.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import type { Scene } from '#viz/scene/scene.ts';

/**
 * The partnership report as a PDF: A4, tagged, with bookmarks, all figures as vectors, all text as embedded fonts.
 *
 * Output   the file's bytes; the same for the same input. Its creation date is the data's (1970 where they have none),
 *          never the clock's.
 * Random   the map's layout under the analysis's seed.
 * Cost     about 1 s at 600 organizations.
 */
export async function reportPdf(recorded: ReportInput): Promise<Uint8Array> {
  const { input, substitutes } = printableReport(recorded);
  const fonts = loadFonts();
  const pageOf = new Map<string, number>();
  const typesetter = new Typesetter(fonts, (section) => `Page\u00a0${pageOf.get(section) ?? 2}`);
  const document = reportContent(input, substitutes);
  const map = onceASize((size) => {
    const scene = drawMap(input.map, {
      ...size,
      unit: 'mm',
      seed: input.analysis.receipt.seed,
      theme: 'print',
      view: 'far',
      heading: false,
    });
    // Without a tie there is only a list of names: the rest of the page is for what follows.
    return input.map.ties.length === 0 ? { ...scene, height: lowestText(scene) + 3 } : scene;
  });
  // The first setting finds the pages of the sections, the second prints them.
  const first = setReport(document, typesetter, map);
  first.forEach(({ placed }, i) => {
    for (const { section } of placed) if (!pageOf.has(section)) pageOf.set(section, i + 1);
  });
  return draw(document, setReport(document, typesetter, map), typesetter, recorded.title);
}

function lowestText({ layers }: Scene): number {
  return layers
    .flatMap(({ items }) => items)
    .reduce((most, item) => (item.kind === 'text' ? Math.max(most, item.y) : most), 0);
}

/** Two settings ask for the same map; it is laid out once. */
function onceASize(make: DrawMap): DrawMap {
  const made = new Map<string, ReturnType<DrawMap>>();
  return (size) => {
    const key = `${size.width}×${size.height}`;
    const scene = made.get(key) ?? make(size);
    made.set(key, scene);
    return scene;
  };
}

async function draw(
  document: ReportDocument,
  pages: readonly SetPage[],
  typesetter: Typesetter,
  /** As recorded: a window's head is set in the reader's fonts. */
  title: string,
): Promise<Uint8Array> {
  const doc = newDocument(document, title);
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  let pen: Pen | undefined;
  let current = '';
  pages.forEach((setPage, i) => {
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    for (const { box, x, y, section } of setPage.placed) {
      if (pen === undefined || section !== current) {
        current = section;
        pen = beginSection(doc, typesetter, document, root, { section, y });
      }
      box.draw(pen, x, y);
    }
    if (pen !== undefined) foot(pen, document, i + 1, pages.length);
  });
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A section's element, bookmark and the place that findings lead to. */
function beginSection(
  doc: InstanceType<typeof PDFDocument>,
  typesetter: Typesetter,
  document: ReportDocument,
  root: ReturnType<typeof doc.struct>,
  at: { readonly section: string; readonly y: number },
): Pen {
  const element = doc.struct('Sect');
  root.add(element);
  doc.addNamedDestination(at.section, 'XYZ', 0, Math.max(0, at.y - 20), null);
  doc.outline.addItem(document.sections.find((one) => one.id === at.section)?.title ?? '');
  return new Pen(doc, typesetter, element);
}

function newDocument(document: ReportDocument, title: string): InstanceType<typeof PDFDocument> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    // Without it pdfkit opens its own Helvetica, which this report never uses.
    font: '',
    info: {
      Title: title,
      Subject: document.running,
      Creator: 'Weft',
      Producer: 'Weft',
      CreationDate: creationDate(document.date),
    },
  });
  escapeMetadata(doc);
  for (const [name, bytes] of Object.entries(loadFonts()) as [string, Uint8Array][]) {
    doc.registerFont(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  return doc;
}

/** pdfkit writes the title into XML as it is. */
function escapeMetadata(doc: InstanceType<typeof PDFDocument>): void {
  const end = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    const { info } = doc;
    doc.info = { ...info, Title: forXml(info.Title ?? ''), Subject: forXml(info.Subject ?? '') };
    end();
    doc.info = info;
  };
}

function forXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** The data's date at midnight UTC; 1 January 1970 stands for none. */
function creationDate(date: string | null): Date {
  const [, year = '1970', month = '01', day = '01'] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '') ?? [];
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

function foot(pen: Pen, document: ReportDocument, number: number, count: number): void {
  const { left, textWidth, footRule } = page;
  const style = styles.foot;
  const y = footRule + 1.6 * mm;
  pen.artifact(() => {
    pen.rule(left, footRule, textWidth, 0.5, colours.hairline);
    const [running] = pen.typesetter.lines([document.running], style, 100 * mm);
    if (running !== undefined) pen.lines([running], style, left, y);
    const baseline = y + baselineIn(style);
    pen.text(document.asOf, left + 93 * mm, baseline, style.face, style.size, style.colour);
    const pages = `${number} / ${count}`;
    const width = pen.typesetter.width(pages, style.face, style.size);
    pen.text(pages, left + textWidth - width, baseline, style.face, style.size, style.colour);
  });
}
