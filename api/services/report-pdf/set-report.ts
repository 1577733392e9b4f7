import { blockBoxes, captionBoxes, headingBox } from '#api/services/report-pdf/block-boxes.ts';
import { type Box, stackHeight } from '#api/services/report-pdf/box.ts';
import { entryBox } from '#api/services/report-pdf/entry-boxes.ts';
import { mapBox } from '#api/services/report-pdf/figure-box.ts';
import { PageSetter, type SetPage } from '#api/services/report-pdf/page-setter.ts';
import { colours, gap, half, mm, page, wide } from '#api/services/report-pdf/paper.ts';
import { tableBoxes } from '#api/services/report-pdf/table-boxes.ts';
import { linesBox, textBox } from '#api/services/report-pdf/text-box.ts';
import { styles } from '#api/services/report-pdf/text-style.ts';
import type { Line, Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Block, FigureBlock, ReportDocument, Section, SidesBlock } from '#viz/report/report-document.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** Draws the map at the size that the page leaves for it, in millimetres. */
export type DrawMap = (size: { readonly width: number; readonly height: number }) => Scene;

/** Below this height the map goes to a page of its own. */
const leastMap = 105 * mm;

/** The whole report on pages: what stands where, before anything is drawn. */
export function setReport(document: ReportDocument, typesetter: Typesetter, drawMap: DrawMap): SetPage[] {
  const setter = new PageSetter();
  document.sections.forEach((section, i) => {
    setter.begin(section.id, leastHeight(typesetter, section), () =>
      titleBox(typesetter, section.title, true),
    );
    setter.stack(i === 0 ? frontHead(typesetter, section) : keptWithNext(head(typesetter, section)));
    section.blocks.forEach((block, at) => {
      const following = heightOf(typesetter, section.blocks[at + 1]);
      setBlock(setter, typesetter, block, { drawMap, following });
    });
  });
  return setter.pages;
}

/** What a section needs to begin below another: all of it, or, where it breaks well anywhere, its head and a good part. */
function leastHeight(typesetter: Typesetter, section: Section): number {
  const whole = sectionHeight(typesetter, section);
  const first = section.blocks.find(({ kind }) => kind !== 'note' && kind !== 'heading');
  const breaks = first?.kind === 'entries' || (first?.kind === 'table' && first.dense === true);
  return breaks ? Math.min(whole, stackHeight(head(typesetter, section)) + goodPart) : whole;
}

const goodPart = 140;

/** Of the whole section where it is set on one page; roughly, and rather too much. */
function sectionHeight(typesetter: Typesetter, section: Section): number {
  const blocks = section.blocks.map((block) => {
    if (block.kind === 'figure' && block.figure === 'map') return Infinity;
    if (block.kind === 'sides') return heightOf(typesetter, block);
    const height = stackHeight(
      blockBoxes(typesetter, block, block.kind === 'entries' ? half : page.textWidth),
    );
    return 14 + (block.kind === 'entries' ? 0.6 * height : height);
  });
  return stackHeight(head(typesetter, section)) + blocks.reduce((sum, height) => sum + height, 0);
}

function frontHead(typesetter: Typesetter, section: Section): Box[] {
  const { textWidth } = page;
  return [
    textBox(typesetter, [section.kicker ?? ''], styles.kicker, textWidth),
    linesBox(balancedLines(typesetter, section.title), styles.title, { tag: 'H1', before: 3 }),
    textBox(typesetter, section.lead, styles.lead, textWidth, { before: 4 }),
    {
      height: 1,
      before: 9,
      draw: (pen, x, y) => pen.artifact(() => pen.rule(x, y, textWidth, 1, colours.ink)),
    },
  ];
}

/** A title of several lines has lines of nearly the same width: no last word by itself. */
function balancedLines(typesetter: Typesetter, title: string): readonly Line[] {
  const set = (width: number): readonly Line[] => typesetter.lines([title], styles.title, width);
  const { length } = set(page.textWidth);
  let width: number = page.textWidth;
  while (length > 1 && length < 5 && set(width - 8).length === length) width -= 8;
  return set(width);
}

function head(typesetter: Typesetter, section: Section): Box[] {
  const title = titleBox(typesetter, section.title, false);
  if (section.lead.length === 0) return [title];
  return [title, textBox(typesetter, section.lead, styles.lead, 166 * mm, { before: 4 })];
}

function titleBox(typesetter: Typesetter, title: string, continued: boolean): Box {
  if (!continued) return textBox(typesetter, [title], styles.pageTitle, page.textWidth, { tag: 'H2' });
  const lines = typesetter.lines([title], styles.pageTitle, page.textWidth - 60);
  const end = lines[lines.length - 1]?.width ?? 0;
  return {
    height: lines.length * styles.pageTitle.leading,
    before: 0,
    draw: (pen, x, y) =>
      pen.artifact(() => {
        pen.lines(lines, styles.pageTitle, x, y);
        const below = y + (lines.length - 1) * styles.pageTitle.leading;
        pen.lines(
          typesetter.lines(['continued'], styles.continued, 60),
          styles.continued,
          x + end + 5,
          below + 2.6,
        );
      }),
  };
}

interface Setting {
  readonly drawMap: DrawMap;
  /** Height of the block after this one, where it would be good to keep both on a page. */
  readonly following: number;
}

/** Of a note, or of two stacks side by side; what breaks well by itself asks for nothing. */
function heightOf(typesetter: Typesetter, block: Block | undefined): number {
  if (block?.kind === 'note') return stackHeight(blockBoxes(typesetter, block, page.textWidth)) + 10;
  if (block?.kind !== 'sides') return 0;
  const sides = sideColumns(typesetter, block).map(({ boxes }) => stackHeight(boxes));
  return Math.max(...sides) + sidesGap;
}

function setBlock(
  setter: PageSetter,
  typesetter: Typesetter,
  block: Block,
  { drawMap, following }: Setting,
): void {
  const { textWidth, left } = page;
  switch (block.kind) {
    case 'figure':
      if (block.figure === 'map') setMap(setter, typesetter, block, drawMap);
      else setter.stack(keptTogether(blockBoxes(typesetter, block, textWidth)));
      return;
    case 'table':
      setter.table(
        tableBoxes(typesetter, block, textWidth),
        tableBoxes(typesetter, block, textWidth, true),
        captionBoxes(typesetter, block.caption, textWidth),
      );
      return;
    case 'entries':
      setter.balanced(
        block.items.map((entry) => entryBox(typesetter, entry, half)),
        block.items.map((entry) => entryBox(typesetter, entry, half, true)),
        [left, left + half + gap],
        following,
      );
      return;
    case 'sides':
      setter.columns(sideColumns(typesetter, block), sidesGap);
      return;
    case 'heading':
      setter.stack([headingBox(typesetter, block.text, textWidth)]);
      return;
    case 'findings':
    case 'prose':
    case 'note':
    case 'list':
      setter.stack(blockBoxes(typesetter, block, textWidth));
  }
}

const sidesGap = 14;

function sideColumns(typesetter: Typesetter, block: SidesBlock) {
  const [leftWidth, rightWidth] = block.split === 'halves' ? [half, half] : [wide.left, wide.right];
  const stack = (blocks: readonly Block[], width: number): Box[] =>
    blocks.flatMap((inner) => blockBoxes(typesetter, inner, width));
  return [
    { x: page.left, boxes: stack(block.left, leftWidth) },
    { x: page.left + page.textWidth - rightWidth, boxes: stack(block.right, rightWidth) },
  ];
}

function keptWithNext(boxes: readonly Box[]): Box[] {
  return boxes.map((box) => ({ ...box, keepWithNext: true }));
}

/** A figure is not parted from its caption. */
function keptTogether(boxes: readonly Box[]): Box[] {
  return boxes.map((box, i) => (i < boxes.length - 1 ? { ...box, keepWithNext: true } : box));
}

/** The map takes what the page leaves; where that is too little, a page of its own. */
function setMap(setter: PageSetter, typesetter: Typesetter, block: FigureBlock, drawMap: DrawMap): void {
  const caption = captionBoxes(typesetter, block.caption, page.textWidth);
  const captionHeight = caption.reduce((sum, box) => sum + box.before + box.height, 0) + 4;
  const here = setter.room - captionHeight;
  const height = here >= leastMap ? here : page.bottom - page.top - 36 - captionHeight;
  const scene = drawMap({ width: page.textWidth / mm, height: Math.floor((height / mm) * 10) / 10 - 0.1 });
  setter.stack(keptTogether([...caption, mapBox(scene, block.description)]));
}
