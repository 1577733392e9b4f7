import { partialDateOf } from '#data/formats/table/partial-date-of.ts';
import type { RowReader } from '#data/formats/table/row-reader.ts';

const parts = /^(\S+?)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/u;

/**
 * A moment as records hold it. A day alone is its first moment; without an offset it is UTC; both are said in a note.
 * Undefined when the cell is empty or refused.
 */
export function readInstant(reader: RowReader, field: string): string | undefined {
  const text = reader.raw(field);
  if (text === undefined) return undefined;
  const moment = momentOf(text);
  if (moment === undefined) {
    reader.refuse(
      'DATE_NOT_VALID',
      field,
      `“${text}” is no day or moment of the calendar; YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM and its offset (Z, +01:00) is accepted.`,
      text,
    );
    return undefined;
  }
  if (moment.zone === undefined) {
    reader.plan.table.problems.count(
      'TIME_TAKEN_AS_UTC',
      field,
      reader.place(field),
      (count) =>
        `${count} ${count === 1 ? 'moment has' : 'moments have'} no offset (first “${text}”); taken as UTC, a day alone as its beginning.`,
    );
  }
  return `${moment.local}${moment.zone ?? 'Z'}`;
}

function momentOf(text: string): { local: string; zone: string | undefined } | undefined {
  const [, dateText = '', hours = '0', minutes = '00', seconds = '00', offset] = parts.exec(text) ?? [];
  const date = partialDateOf(dateText);
  if (date?.length !== 10 || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  return {
    local: `${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}`,
    zone: offset?.replace(/^(...)(\d\d)$/u, '$1:$2'),
  };
}
