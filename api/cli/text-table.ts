const widest = 40;

/** A table for a terminal: text to the left, numbers to the right, long cells cut with an ellipsis. */
export function textTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cut = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);
  const cells = [heads, ...rows].map((row) => row.map(cut));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const numeric = heads.map((_, column) => rows.every((row) => /^[-–\d.,% ]*$/u.test(row[column] ?? '')));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) =>
        numeric[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${title}\n${cells.map((row) => `  ${line(row)}`).join('\n')}\n`;
}
