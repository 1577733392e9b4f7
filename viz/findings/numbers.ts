/** A probability in the field's notation: ".005", "< .001". */
export function probability(p: number): string {
  if (p < 0.001) return '< .001';
  return unitInterval(p, 3);
}

/** A number between 0 and 1 without its leading zero: ".07"; 1 is "1.00". */
export function unitInterval(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.startsWith('0')
    ? text.slice(1)
    : text.startsWith('-0')
      ? `−${text.slice(2)}`
      : text.replace('-', '−');
}

/** An expectation as prose has it: a whole number from ten on, one decimal below. */
export function expectation(value: number): string {
  return value >= 9.95 ? String(Math.round(value)) : value.toFixed(1);
}
