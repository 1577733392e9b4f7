import { listNames } from '#analysis/words/list-names.ts';

/** What the map shows in colour; all of it stands in the query string. */
export interface MapFilter {
  /** Names of sectors; none: all. */
  readonly sectors: readonly string[];
  readonly topic: string | null;
  readonly place: string | null;
  /** First and last year in which a tie may have begun. */
  readonly from: number | null;
  readonly until: number | null;
}

type FilterKey = keyof MapFilter;

export function parseFilter(query: { readonly [Key in FilterKey]?: string | undefined }): MapFilter {
  const { sectors = '', topic = '', place = '' } = query;
  return {
    sectors: sectors.split(',').filter(Boolean).map(unescaped),
    topic: topic === '' ? null : topic,
    place: place === '' ? null : place,
    from: year(query.from),
    until: year(query.until),
  };
}

/** The filter as changes of a query; what is not chosen is taken out. */
export function filterQuery(filter: MapFilter): Record<FilterKey, string | null> {
  const { sectors, topic, place, from, until } = filter;
  return {
    sectors:
      sectors.length === 0
        ? null
        : sectors.map((name) => name.replace(/[%,]/gu, encodeURIComponent)).join(','),
    topic,
    place,
    from: from === null ? null : String(from),
    until: until === null ? null : String(until),
  };
}

export function isFiltered({ sectors, topic, place, from, until }: MapFilter): boolean {
  return sectors.length > 0 || [topic, place, from, until].some((value) => value !== null);
}

/** The filter in words, as a kept picture says it; null: nothing is filtered. */
export function filterSaid(filter: MapFilter): string | null {
  if (!isFiltered(filter)) return null;
  const { sectors, topic, place, from, until } = filter;
  const parts = [
    sectors.length > 0 && listNames(sectors),
    topic !== null && `topic ${topic}`,
    place !== null && `place ${place}`,
    from !== null &&
      until !== null &&
      (from === until ? `begun in ${from}` : `begun from ${from} to ${until}`),
    from !== null && until === null && `begun in ${from} or later`,
    from === null && until !== null && `begun in ${until} or earlier`,
  ].filter((part) => part !== false);
  return `In colour: ${parts.join('; ')}.`;
}

export const noFilter: MapFilter = { sectors: [], topic: null, place: null, from: null, until: null };

function year(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/u.test(text) ? Number(text) : null;
}

function unescaped(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}
