import { partialDate } from '#data/model/fields.ts';

/** A stretch of time as a GEXF file writes it: both ends as written, undefined is open. */
export interface GexfSpell {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

export interface GexfTimes {
  readonly since?: string;
  readonly until?: string;
  /** What could not become since and until, or would be lost in them. */
  readonly custom: ReadonlyMap<string, string | string[]>;
}

const wholeYear = /^(1[5-9]\d\d|20\d\d|21\d\d)(\.0+)?$/u;
/** How the bare numbers of a file's times are meant. */
export type BareTimes = 'years' | 'dates' | 'numbers';

const dateTime = /^(\d{4}-\d\d-\d\d)T/u;

/** A time as a date of ours (2008, 2008-04, 2008-04-30), or undefined if it is a bare number or no date. */
export function dateOfTime(time: string, bare: BareTimes): string | undefined {
  const text = dateTime.exec(time)?.[1] ?? time;
  if (bare === 'years') return wholeYear.exec(text)?.[1];
  if (bare === 'numbers' && !text.includes('-')) return undefined;
  return partialDate.safeParse(text).success ? text : undefined;
}

/** The spells that start, end, startopen, endopen or timestamp of an element say; none without them. */
export function spellsOf(attributes: Readonly<Record<string, string>>): GexfSpell[] {
  const moment = attributes['timestamp'];
  const start = attributes['start'] ?? attributes['startopen'] ?? moment;
  const end = attributes['end'] ?? attributes['endopen'] ?? moment;
  return start === undefined && end === undefined ? [] : [{ start: finite(start), end: finite(end) }];
}

function finite(time: string | undefined): string | undefined {
  return time === undefined || /^[+-]?inf(inity)?$/iu.test(time) || time === '' ? undefined : time;
}

/**
 * Spells as valid time: the first start and the last end, if they are dates. Several spells, and times that are no
 * dates, are kept as written in custom fields (spells; start, end).
 */
export function timesOf(spells: readonly GexfSpell[], bare: BareTimes): GexfTimes {
  const custom = new Map<string, string | string[]>();
  if (spells.length === 0) return { custom };
  const start = extreme(
    spells.map((spell) => spell.start),
    -1,
  );
  const end = extreme(
    spells.map((spell) => spell.end),
    1,
  );
  if (spells.length > 1)
    custom.set(
      'spells',
      spells.map((spell) => `${spell.start ?? ''}/${spell.end ?? ''}`),
    );
  const since = start === undefined ? undefined : dateOfTime(start, bare);
  const until = end === undefined ? undefined : dateOfTime(end, bare);
  if (start !== undefined && since === undefined) custom.set('start', start);
  if (end !== undefined && until === undefined) custom.set('end', end);
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }), custom };
}

/** The earliest (sign -1) or latest (sign 1) time; an open end is further out than any. */
function extreme(times: readonly (string | undefined)[], sign: 1 | -1): string | undefined {
  return times.reduce((far, time) => {
    if (far === undefined || time === undefined) return undefined;
    const [a, b] = [Number(time), Number(far)];
    const later = Number.isNaN(a) || Number.isNaN(b) ? time > far : a > b;
    return later === sign > 0 ? time : far;
  });
}
