import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { RowReader } from '#data/formats/table/row-reader.ts';

const symbols: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
]);
const amountText = /^([A-Z]{3}|[€£$])?\s*([+-]?[\d.,\s]+)\s*([A-Z]{3}|[€£$])?$/u;
const thousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u;

/**
 * An amount with its currency: from a currency column, else from what stands at the number (EUR 1,200; £12). A dollar
 * sign alone says no currency.
 */
export function readAmount(reader: RowReader): { value: number; currency: string } | undefined {
  const text = reader.raw('amount');
  if (text === undefined) return undefined;
  const { value, sign } = partsOf(text);
  if (value === undefined) {
    reader.refuse(
      'NUMBER_NOT_VALID',
      'amount',
      `The amount is “${text}”; a number such as 1200, 1200.50 or 1,200 is accepted.`,
      text,
    );
    return undefined;
  }
  const column = reader.raw('currency');
  const currency = column ?? (sign === undefined ? undefined : (symbols.get(sign) ?? sign));
  if (currency !== undefined && /^[A-Z]{3}$/u.test(currency)) return { value, currency };
  reader.refuse(
    'CURRENCY_NOT_VALID',
    column === undefined ? 'amount' : 'currency',
    `The amount “${text}” has ${currency === undefined ? 'no currency' : `the currency “${currency}”`}; a code of three capitals (EUR, USD) in a currency column is accepted.`,
    currency ?? text,
  );
  return undefined;
}

function partsOf(text: string): { value: number | undefined; sign: string | undefined } {
  const [, before, digits = '', after] = amountText.exec(text) ?? [];
  const plain = digits.trim();
  const value = parseNumber(thousands.test(plain) ? plain.replaceAll(',', '') : plain);
  return { value, sign: before ?? after };
}
