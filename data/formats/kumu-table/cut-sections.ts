import { isKnownHeader } from '#data/formats/table/recognize-table.ts';
import type { RawRows } from '#data/formats/table/table.ts';

/** Kumu lets one sheet hold several tables: two blank rows part them, and a header follows. */
export function cutSections(raw: RawRows): RawRows[] {
  const starts = raw.rows.flatMap((row, at) => {
    const gap = (raw.lines[at] ?? 0) - (raw.lines[at - 1] ?? 0);
    return at === 0 || (gap > 2 && isKnownHeader(row)) ? [at] : [];
  });
  return starts.map((start, at) => ({
    rows: raw.rows.slice(start, starts[at + 1]),
    lines: raw.lines.slice(start, starts[at + 1]),
  }));
}
