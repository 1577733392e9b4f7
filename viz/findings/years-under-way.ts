import { capitalized } from '#analysis/words/capitalized.ts';

/** How many collaborations were under way in a year. */
export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** A record with since and until, as far as it has them. */
type Dated = Readonly<Record<string, unknown>>;

/**
 * Collaborations under way in each year, from the first that began to this year.
 *
 * One counts in every year that it touches; without an end it goes on to this year, without a beginning it is left out
 * (nobody knows since when).
 *
 * Output   one entry a year without gaps; none where no beginning is known
 */
export function yearsUnderWay(collaborations: readonly Dated[], thisYear: number): readonly YearCount[] {
  const spans = collaborations.flatMap((one) => {
    const [from, until] = [yearOf(one['since']), yearOf(one['until'])];
    return from === null || from > thisYear ? [] : [{ from, to: Math.min(until ?? thisYear, thisYear) }];
  });
  if (spans.length === 0) return [];
  const first = Math.min(...spans.map(({ from }) => from));
  return Array.from({ length: thisYear - first + 1 }, (_, at) => {
    const year = first + at;
    return { year, count: spans.filter(({ from, to }) => from <= year && year <= to).length };
  });
}

function yearOf(date: unknown): number | null {
  const [, year] = typeof date === 'string' ? (/^(\d{4})/u.exec(date) ?? []) : [];
  return year === undefined ? null : Number(year);
}

/** "Peak of seven in 2024; six now." */
export function yearsWords(years: readonly YearCount[], words: (count: number) => string): string {
  const peak = years.reduce(
    (best, one) => (one.count > best.count ? one : best),
    years[0] ?? { year: 0, count: 0 },
  );
  const now = years.at(-1)?.count ?? 0;
  if (peak.count === now) return `${capitalized(words(now))} now, as many as ever.`;
  return `Peak of ${words(peak.count)} in ${peak.year}; ${now === 0 ? 'none' : words(now)} now.`;
}
