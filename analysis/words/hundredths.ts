/** A share in whole hundredths, halves up: .145 is 15, though 100 × .145 is a little under 14.5 in a computer. */
export function hundredths(share: number): number {
  return Math.round(Number((share * 100).toFixed(6)));
}
