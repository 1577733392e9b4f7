/**
 * How far sampled betweenness may be from the exact one, for all organizations at once.
 *
 * Each source's dependency on a node lies in 0…n−2, so Hoeffding's inequality (which holds for draws without
 * replacement too) with a union over n nodes gives  n(n−2)/2 · √(ln(2n/α) / 2k).
 *
 * Input    n organizations; k sources, 1…n; α the probability of a larger error, in (0, 1).
 * Output   pairs, in the unit of raw betweenness; 0 for k = n (the sample is the whole) and n < 3.
 * Source   Brandes, Pich 2007, doi:10.1142/S0218127407018403; Hoeffding 1963, doi:10.1080/01621459.1963.10500830
 */
export function sampledBetweennessBound(n: number, k: number, alpha = 0.05): number {
  if (k >= n || n < 3) return 0;
  return ((n * (n - 2)) / 2) * Math.sqrt(Math.log((2 * n) / alpha) / (2 * k));
}
