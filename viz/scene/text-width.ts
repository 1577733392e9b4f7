import metrics from '#viz/scene/font-metrics.json' with { type: 'json' };

/** The shipped faces: family and weight in one word. */
export type Face = keyof typeof metrics;

interface Table {
  readonly widths: ReadonlyMap<number, number>;
}

const tables = new Map<Face, Table>();

/**
 * Width of a text in the unit of `size`, from the shipped fonts' own advance widths (kerning, which mostly narrows,
 * is left out: boxes err on the wide side). A character that the font lacks counts one em.
 */
export function textWidth(text: string, size: number, face: Face): number {
  const { widths } = tableOf(face);
  let sum = 0;
  for (const character of text) sum += widths.get(character.codePointAt(0)!) ?? 1000;
  return (sum * size) / 1000;
}

/** Whether the face has a glyph for every character of the text. */
export function canDraw(text: string, face: Face): boolean {
  const { widths } = tableOf(face);
  for (const character of text) if (!widths.has(character.codePointAt(0)!)) return false;
  return true;
}

function tableOf(face: Face): Table {
  let table = tables.get(face);
  if (!table) {
    const { runs } = metrics[face];
    const widths = new Map<number, number>();
    for (const run of runs) {
      const [start, list] = run.split(':') as [string, string];
      list.split(' ').forEach((width, i) => widths.set(parseInt(start, 16) + i, Number(width)));
    }
    table = { widths };
    tables.set(face, table);
  }
  return table;
}
