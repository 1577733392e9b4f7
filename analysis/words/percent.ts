/**
 * A share as a percentage: "72%", with decimals where a table asks for them: "5.1%".
 *
 * What is not nothing is never printed as 0, and what is not all never as 100: "under 1%", "over 99%"
 * ("under 0.1%" with one decimal).
 *
 * Input    share 0…1.
 */
export function percent(share: number, decimals = 0): string {
  const step = 1 / 10 ** decimals;
  const rounded = (share * 100).toFixed(decimals);
  if (share > 0 && Number(rounded) === 0) return `under ${step.toFixed(decimals)}%`;
  if (share < 1 && Number(rounded) === 100) return `over ${(100 - step).toFixed(decimals)}%`;
  return `${rounded}%`;
}
