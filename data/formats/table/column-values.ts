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

/**
 * What a column holds, from all its cells: absent ones say nothing. A decimal comma is taken where no cell has a
 * point, and the file is not cut at commas or some cell cannot be a thousand (1,5).
 */
export function columnValues(cells: Iterable<string>, cutAtCommas: boolean): ColumnValues {
  let seen = 0;
  let booleans = 0;
  let numbers = 0;
  let commas = 0;
  let points = 0;
  let surelyDecimal = false;
  for (const cell of cells) {
    const text = cell.trim();
    if (isAbsent(text)) continue;
    seen += 1;
    if (booleanText.test(text)) booleans += 1;
    else if (withComma.test(text)) {
      commas += 1;
      if (!threeDecimals.test(text)) surelyDecimal = true;
    } else if (notANumber.test(text) || (parseNumber(text) !== undefined && !code.test(text))) {
      numbers += 1;
      if (text.includes('.')) points += 1;
    } else return 'text';
  }
  if (seen === 0) return 'empty';
  if (booleans > 0) return booleans === seen ? 'boolean' : 'text';
  if (commas === 0) return numbers === seen ? 'number' : 'text';
  return points === 0 && (surelyDecimal || !cutAtCommas) ? 'decimal comma' : 'text';
}

/** The number that a cell says in a column of that sort; undefined when it says none. */
export function numberOf(text: string, values: ColumnValues): number | undefined {
  return parseNumber(values === 'decimal comma' ? text.trim().replace(',', '.') : text);
}
