/** A font's tables by tag. */
type FontTables = ReadonlyMap<string, Uint8Array>;

/**
 * One TrueType font from the script cuts (latin, latin-ext, cyrillic…) of one style, so that whoever draws text
 * needs no fallback between files: a character is drawn by the first cut that has it.
 *
 * Glyphs keep their order, cut after cut; glyph ids inside composites move along. The layout tables (kerning,
 * substitutions) are those of the first cut, whose glyph ids do not change; the other cuts are set without kerning.
 * Hinting programs are left out: no renderer of ours uses them.
 *
 * Input    the tables of each cut, TrueType outlines, the same units per em; the first is the base
 * Output   the tables of the merged font, its names replaced by `family` and `style`
 */
export function mergeSfnt(
  cuts: readonly FontTables[],
  family: string,
  style: string,
): Map<string, Uint8Array> {
  const base = cuts[0];
  if (base === undefined) throw new Error('There is no font to merge.');
  const fonts = cuts.map(readCut);
  const count = fonts.reduce((sum, font) => sum + font.count, 0);
  const { glyf, loca } = joinOutlines(fonts, count);
  const merged = new Map<string, Uint8Array>();
  for (const tag of ['BASE', 'GDEF', 'GPOS', 'GSUB', 'OS/2']) {
    const body = base.get(tag);
    if (body) merged.set(tag, body);
  }
  merged.set('glyf', glyf);
  merged.set('loca', loca);
  merged.set('hmtx', joinMetrics(fonts, count));
  merged.set('cmap', joinCharacters(fonts));
  merged.set(
    'head',
    patched(table(base, 'head'), (view) => view.setInt16(50, 1)),
  );
  merged.set(
    'hhea',
    patched(table(base, 'hhea'), (view) => view.setUint16(34, count)),
  );
  merged.set('maxp', joinLimits(cuts, count));
  merged.set('name', nameTable(family, style));
  // Version 3: no glyph names.
  merged.set(
    'post',
    patched(table(base, 'post').slice(0, 32), (view) => view.setUint32(0, 0x00030000)),
  );
  return merged;
}

interface Cut {
  readonly count: number;
  readonly glyf: Uint8Array;
  readonly offsets: readonly number[];
  readonly advances: readonly (readonly [advance: number, bearing: number])[];
  readonly characters: ReadonlyMap<number, number>;
}

function readCut(tables: FontTables): Cut {
  const count = viewOf(table(tables, 'maxp')).getUint16(4);
  const long = viewOf(table(tables, 'head')).getInt16(50) === 1;
  const loca = viewOf(table(tables, 'loca'));
  const offsets = Array.from({ length: count + 1 }, (_, g) =>
    long ? loca.getUint32(4 * g) : 2 * loca.getUint16(2 * g),
  );
  return {
    count,
    glyf: table(tables, 'glyf'),
    offsets,
    advances: readMetrics(tables, count),
    characters: readCharacters(table(tables, 'cmap')),
  };
}

function readMetrics(tables: FontTables, count: number): (readonly [number, number])[] {
  const full = viewOf(table(tables, 'hhea')).getUint16(34);
  const view = viewOf(table(tables, 'hmtx'));
  return Array.from({ length: count }, (_, g) => {
    // Glyphs after the last full entry share its advance and have only a bearing.
    const advance = view.getUint16(4 * Math.min(g, full - 1));
    const bearing = g < full ? view.getInt16(4 * g + 2) : view.getInt16(4 * full + 2 * (g - full));
    return [advance, bearing] as const;
  });
}

/** Character → glyph, from the richest Unicode subtable (format 12, else 4). */
function readCharacters(cmap: Uint8Array): Map<number, number> {
  const view = viewOf(cmap);
  const found = new Map<number, number>();
  const subtables = Array.from({ length: view.getUint16(2) }, (_, i) => view.getUint32(8 + 8 * i));
  const at = (format: number): number | undefined =>
    subtables.find((offset) => view.getUint16(offset) === format);
  const segmented = at(4);
  if (segmented !== undefined) readSegments(view, segmented, found);
  const grouped = at(12);
  if (grouped !== undefined) readGroups(view, grouped, found);
  return found;
}

function readSegments(view: DataView, offset: number, found: Map<number, number>): void {
  const size = view.getUint16(offset + 6);
  for (let s = 0; s < size; s += 2) {
    const end = view.getUint16(offset + 14 + s);
    const start = view.getUint16(offset + 16 + size + s);
    const delta = view.getUint16(offset + 16 + 2 * size + s);
    const rangeAt = offset + 16 + 3 * size + s;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start));
      const glyph = range === 0 || raw !== 0 ? (raw + delta) & 0xffff : 0;
      if (glyph !== 0) found.set(code, glyph);
    }
  }
}

function readGroups(view: DataView, offset: number, found: Map<number, number>): void {
  for (let g = 0; g < view.getUint32(offset + 12); g++) {
    const at = offset + 16 + 12 * g;
    const start = view.getUint32(at);
    for (let code = start; code <= view.getUint32(at + 4); code++)
      found.set(code, view.getUint32(at + 8) + code - start);
  }
}

function joinOutlines(fonts: readonly Cut[], count: number): { glyf: Uint8Array; loca: Uint8Array } {
  const padded = (length: number): number => (length + 3) & ~3;
  const length = (font: Cut, g: number): number => (font.offsets[g + 1] ?? 0) - (font.offsets[g] ?? 0);
  let size = 0;
  for (const font of fonts) for (let g = 0; g < font.count; g++) size += padded(length(font, g));
  const glyf = new Uint8Array(size);
  const loca = new Uint8Array(4 * (count + 1));
  const locaView = viewOf(loca);
  let at = 0;
  let first = 0;
  for (const font of fonts) {
    for (let g = 0; g < font.count; g++) {
      locaView.setUint32(4 * (first + g), at);
      const from = font.offsets[g] ?? 0;
      glyf.set(font.glyf.subarray(from, from + length(font, g)), at);
      if (length(font, g) > 0) moveComponents(viewOf(glyf), at, first);
      at += padded(length(font, g));
    }
    first += font.count;
  }
  locaView.setUint32(4 * count, at);
  return { glyf, loca };
}

/** Adds `by` to the glyph ids that a composite glyph is built from. */
function moveComponents(view: DataView, glyph: number, by: number): void {
  if (view.getInt16(glyph) >= 0) return;
  let at = glyph + 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + by);
    at += 4 + (flags & 0x0001 ? 4 : 2);
    if (flags & 0x0008) at += 2;
    else if (flags & 0x0040) at += 4;
    else if (flags & 0x0080) at += 8;
    if (!(flags & 0x0020)) return;
  }
}

function joinMetrics(fonts: readonly Cut[], count: number): Uint8Array {
  const bytes = new Uint8Array(4 * count);
  const view = viewOf(bytes);
  fonts
    .flatMap((font) => font.advances)
    .forEach(([advance, bearing], g) => {
      view.setUint16(4 * g, advance);
      view.setInt16(4 * g + 2, bearing);
    });
  return bytes;
}

function joinCharacters(fonts: readonly Cut[]): Uint8Array {
  const all = new Map<number, number>();
  let first = 0;
  for (const font of fonts) {
    for (const [code, glyph] of font.characters) if (!all.has(code)) all.set(code, first + glyph);
    first += font.count;
  }
  const sorted = [...all].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(12 + 16 + 12 * sorted.length);
  const view = viewOf(bytes);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * sorted.length);
  view.setUint32(24, sorted.length);
  sorted.forEach(([code, glyph], i) => {
    view.setUint32(28 + 12 * i, code);
    view.setUint32(32 + 12 * i, code);
    view.setUint32(36 + 12 * i, glyph);
  });
  return bytes;
}

/** Every limit of `maxp` is the greatest of the cuts'; the instructions' limits fall away with them. */
function joinLimits(cuts: readonly FontTables[], count: number): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = viewOf(bytes);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  for (const offset of [6, 8, 10, 12, 28, 30]) {
    view.setUint16(offset, Math.max(...cuts.map((cut) => viewOf(table(cut, 'maxp')).getUint16(offset))));
  }
  view.setUint16(14, 1);
  return bytes;
}

function nameTable(family: string, style: string): Uint8Array {
  const names: readonly (readonly [id: number, text: string])[] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replaceAll(' ', '')],
  ];
  const start = 6 + 12 * names.length;
  const bytes = new Uint8Array(start + names.reduce((sum, [, text]) => sum + 2 * text.length, 0));
  const view = viewOf(bytes);
  view.setUint16(2, names.length);
  view.setUint16(4, start);
  let at = 0;
  names.forEach(([id, text], i) => {
    [3, 1, 0x0409, id, 2 * text.length, at].forEach((value, field) =>
      view.setUint16(6 + 12 * i + 2 * field, value),
    );
    for (let c = 0; c < text.length; c++) view.setUint16(start + at + 2 * c, text.charCodeAt(c));
    at += 2 * text.length;
  });
  return bytes;
}

function table(tables: FontTables, tag: string): Uint8Array {
  const body = tables.get(tag);
  if (body === undefined) throw new Error(`The font has no table ${JSON.stringify(tag)}.`);
  return body;
}

function patched(body: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = body.slice();
  change(viewOf(copy));
  return copy;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
