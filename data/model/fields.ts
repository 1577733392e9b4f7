import { z } from 'zod';

/** No control character other than tab and line feed. */
// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const noControl = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$/u;

/** One line or paragraph of text: NFC, no control characters, not empty. */
export const text = (max = 10_000): z.ZodType<string> =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(noControl, 'holds a control character')
    .refine((value) => value.isWellFormed(), 'holds half of a surrogate pair')
    .refine((value) => value === value.normalize('NFC'), 'is not in Unicode NFC');

/** "." and ".." are no part of an address: whoever asks for them asks for what is above. */
export const id = text(500).refine(
  (value) => !/^\.{1,2}$/u.test(value),
  'is no id: . and .. stand for folders',
);

/** A day, month or year, kept as written: 2008, 2008-04, 2008-04-30. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, 'is not a date: YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(isRealDate, 'is a day that the calendar does not have');

/** An instant with its offset, as RFC 3339. */
export const instant = z.iso.datetime({
  offset: true,
  local: false,
  error: 'is not an instant with its offset: 2026-01-31T12:00:00Z, 2026-01-31T13:00:00+01:00',
});

/** A zone of the IANA data base: times are shown in it. */
export const timeZone = text(100).refine(
  isTimeZone,
  'is no time zone: Europe/Berlin, America/Chicago, UTC are some',
);

/** Valid time: half-open at its own precision (2008 until 2019 = from 1 January 2008 through the end of 2019). */
export const validTime = { since: partialDate.optional(), until: partialDate.optional() };

/** What the sources of the record called it: one a source. */
export const external = z.array(z.strictObject({ source: text(200), id: text(1_000) })).optional();

export const place = z.strictObject({
  name: text(500).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});

/** A text of somebody else's making: may be empty, and keeps its line ends. */
const customText = z
  .string()
  .max(10_000)
  .refine((value) => value.isWellFormed(), 'holds half of a surrogate pair');

export const custom = z
  .record(
    z
      .string()
      .min(1)
      .max(200)
      .refine((name) => name.isWellFormed(), 'holds half of a surrogate pair'),
    z.union([customText, z.number(), z.boolean(), z.array(customText).max(1_000)], {
      error: 'is not accepted: a text to 10,000 characters, a number, true, false, or a list of texts is',
    }),
  )
  .meta({ propertyNames: { type: 'string', minLength: 1, maxLength: 200 } });

export const texts = z.array(text(1_000)).max(10_000);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isRealDate(value: string): boolean {
  const [year, month, day] = value.split('-').map(Number);
  if (day === undefined) return true;
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
  return date.getUTCMonth() === (month ?? 1) - 1 && date.getUTCDate() === day;
}
