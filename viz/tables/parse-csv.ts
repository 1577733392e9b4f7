/**
 * A table as text, cut into its cells (RFC 4180; commas, semicolons, tabs or bars).
 *
 * Output   rows as written, and what cuts them; what is read here is shown and mended, the server reads by itself
 */
export function parseCsv(text: string): {
  readonly rows: readonly (readonly string[])[];
  readonly cut: string;
} {
  const plain = text.replace(/^\uFEFF/u, '');
  const cut = cutOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell with what ends it: in quotes, or up to the next cut or line end.
  const cellAt = /(?:"((?:[^"]|"")*)"?([^\r\n]*?)|([^\r\n]*?))(CUT|\r?\n|$)/uy;
  const reader = new RegExp(cellAt.source.replace('CUT', cut === '|' ? '\\|' : cut), cellAt.flags);
  while (reader.lastIndex < plain.length) {
    const [whole, quoted, rest = '', bare = '', end] = reader.exec(plain) ?? [];
    if (whole === undefined) break;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"') + rest);
    if (end === cut) {
      if (reader.lastIndex === plain.length) row.push('');
      else continue;
    }
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return { rows, cut };
}

/** The sign that cuts the first line most often. */
function cutOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** Rows as text again, cut by the same sign. */
export function writeCsv(rows: readonly (readonly string[])[], cut: string): string {
  return rows.map((row) => `${row.map((cell) => written(cell, cut)).join(cut)}\r\n`).join('');
}

function written(cell: string, cut: string): string {
  return cell.includes(cut) || /["\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
