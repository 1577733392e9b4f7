import { z } from 'zod';

/** One event of a stream, by the fields of text/event-stream. */
export const eventSchema = z
  .strictObject({
    id: z.string().optional().describe('For Last-Event-ID.'),
    event: z.string().optional().describe('change; of a job progress, done, failed or cancelled.'),
    data: z.string().optional().describe('JSON.'),
    retry: z
      .number()
      .int()
      .optional()
      .describe('Milliseconds after which a reader that was cut connects anew.'),
  })
  .meta({ id: 'Event' });
