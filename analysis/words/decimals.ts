/** A number with fixed decimals and its leading zero: 0.035. What is not nothing is never printed as 0. */
export function decimals(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const step = 10 ** -digits;
  return value > 0 && Number(text) === 0 ? `under ${step.toFixed(digits)}` : text;
}
