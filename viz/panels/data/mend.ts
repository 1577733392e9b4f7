import { parseCsv, writeCsv } from '#viz/tables/parse-csv.ts';

/** A value to be put in the place of another, in one column of one file. */
export interface Fix {
  readonly file: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** A table with a fix applied to every row that has the value; how many had it. */
export function mendTable(
  text: string,
  { column, from, to }: Pick<Fix, 'column' | 'from' | 'to'>,
): { readonly text: string; readonly count: number } {
  const { rows, cut } = parseCsv(text);
  const head = rows.findIndex((row) => row.some((cell) => cell.trim() === column));
  const at = rows[head]?.findIndex((cell) => cell.trim() === column) ?? -1;
  if (at < 0) return { text, count: 0 };
  let count = 0;
  const mended = rows.map((row, line) => {
    if (line <= head || row[at]?.trim() !== from) return row;
    count++;
    return row.map((cell, place) => (place === at ? to : cell));
  });
  return count === 0 ? { text, count } : { text: writeCsv(mended, cut), count };
}

/** How many rows of a table have a value in a column. */
export function rowsWith(text: string, fix: Pick<Fix, 'column' | 'from'>): number {
  return mendTable(text, { ...fix, to: fix.from }).count;
}

/** A guess at what was meant: a date of another order, a word of the network's own that is a slip away. */
export function guessFix(value: string, words: readonly string[]): string | null {
  const date = guessDate(value);
  if (date !== null) return date;
  const near = words.filter((word) => word.toLowerCase() !== value.toLowerCase() && slips(word, value) <= 2);
  return value.length > 3 && near.length === 1 ? (near[0] ?? null) : null;
}

/** Orders that leave no doubt: with slashes day and month are told apart only where the day is above 12. */
const orders = [
  /^(?<month>0?[1-9]|1[0-2])[/.](?<year>\d{4})$/u,
  /^(?<day>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?<year>\d{4})$/u,
  /^(?<day>1[3-9]|2\d|3[01])\/(?<month>0?[1-9]|1[0-2])\/(?<year>\d{4})$/u,
  /^(?<month>0?[1-9]|1[0-2])\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})$/u,
];

/** A month or day that is written in another order. */
function guessDate(value: string): string | null {
  for (const order of orders) {
    const { year, month = '', day } = order.exec(value)?.groups ?? {};
    if (year === undefined) continue;
    return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
  }
  return null;
}

/** Letters to change, add or leave out (Levenshtein), without regard to capitals. */
function slips(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  if (Math.abs(from.length - to.length) > 2) return 3;
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 3;
}
