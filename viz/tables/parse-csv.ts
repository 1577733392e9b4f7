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
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || row[0] !== '') rows.push(row);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === cut) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
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
