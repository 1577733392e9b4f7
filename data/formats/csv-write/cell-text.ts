import { isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { Cell } from '#data/formats/csv-write/record-tables.ts';

/** What a spreadsheet takes for the beginning of a formula, after blanks and controls that it overlooks. */
// eslint-disable-next-line no-control-regex -- a control before the sign does not stop a spreadsheet
const formula = /^[\u0000-\u0008\u000b\u000c\u000e-\u0020\u00a0\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;

/** A cell as text. Lists are joined by bars. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.join('|') : String(cell);
}

/** Whether a text would run as a formula in a spreadsheet; numbers never do. */
export function isFormula(cell: Cell): boolean {
  if (cell === undefined || typeof cell === 'number' || typeof cell === 'boolean') return false;
  return formula.test(cellText(cell));
}

/**
 * Whether a reader of tables cannot tell from the cell what it was: NA as a text, blanks at an end, a bar inside an
 * item; in a custom field also a list, and a text like a number or true.
 */
export function isAmbiguous(cell: Cell, isCustom: boolean): boolean {
  if (typeof cell === 'object') return isCustom || cell.some((item) => item.includes('|') || item === '');
  if (typeof cell !== 'string') return false;
  if (cell !== cell.trim()) return true;
  return (
    isAbsent(cell) || (isCustom && (parseNumber(cell) !== undefined || /^(true|false)$/iu.test(cell.trim())))
  );
}
