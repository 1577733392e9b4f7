import { isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';

/** How the cells of one column are to be read. */
export type ColumnValues = 'empty' | 'boolean' | 'number' | 'decimal comma' | 'text';

const booleanText = /^(true|false)$/iu;
const withComma = /^[+-]?\d+,\d+$/u;
const threeDecimals = /,\d{3}$/u;
/** Codes, not amounts: 007, and more digits than a double keeps. */
const code = /^[+-]?(0\d|\d{16})/u;
/** What programs write for a number that is none: a column of numbers stays one, so that the cell is refused by its line. */
const notANumber = /^[+-]?(nan|inf|infinity)$/iu;

type CellSort = 'boolean' | 'comma' | 'sure comma' | 'point' | 'whole';

function sortOf(text: string): CellSort | undefined {
  if (booleanText.test(text)) return 'boolean';
  if (withComma.test(text)) return threeDecimals.test(text) ? 'comma' : 'sure comma';
  if (notANumber.test(text)) return 'whole';
  if (parseNumber(text) === undefined || code.test(text)) return undefined;
  return text.includes('.') ? 'point' : 'whole';
}

/**
 * What a column holds, from all its cells: absent ones say nothing. A decimal comma is taken where no cell has a
 * point, and the file is not cut at commas or some cell cannot be a thousand (1,5).
 */
export function columnValues(cells: Iterable<string>, cutAtCommas: boolean): ColumnValues {
  const sorts = new Set<CellSort>();
  for (const cell of cells) {
    const text = cell.trim();
    if (isAbsent(text)) continue;
    const sort = sortOf(text);
    if (sort === undefined) return 'text';
    sorts.add(sort);
  }
  if (sorts.size === 0) return 'empty';
  if (sorts.has('boolean')) return sorts.size === 1 ? 'boolean' : 'text';
  if (!sorts.has('comma') && !sorts.has('sure comma')) return 'number';
  return !sorts.has('point') && (sorts.has('sure comma') || !cutAtCommas) ? 'decimal comma' : 'text';
}

/** The number that a cell says in a column of that sort; undefined when it says none. */
export function numberOf(text: string, values: ColumnValues): number | undefined {
  return parseNumber(values === 'decimal comma' ? text.trim().replace(',', '.') : text);
}
