const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A whole number as prose writes it: to twelve in words, above in figures with thousands commas ("1,234"). */
export function numberWords(count: number): string {
  return words[count] ?? thousands(count);
}

/** A whole number in figures, with a comma every three digits: 1,234,567. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
