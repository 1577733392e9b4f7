import { z } from 'zod';

/** Every code of the error tables and the HTTP status that it is answered with (tested both ways). */
export const problemStatuses = {
  INPUT_NOT_VALID: 422,
  LENS_NOT_VALID: 422,
  GROUPS_NOT_VALID: 422,
  RECORD_NOT_VALID: 422,
  LINK_NOT_FOUND: 422,
  STALE: 409,
  CHANGE_SET_NOT_VALID: 422,
  SLUG_TAKEN: 409,
  STORE_FULL: 507,
  STORE_UNAVAILABLE: 503,
  STORE_URL_NOT_VALID: 500,
  STORE_NOT_EMPTY: 409,
  BACKUP_NOT_VALID: 422,
  COPY_NOT_SAME: 409,
  STORE_NOT_READABLE: 500,
  ENGINE_NOT_AVAILABLE: 422,
  CURSOR_NOT_VALID: 422,
  USAGE: 400,
  FILE_NOT_READABLE: 500,
  FILE_NOT_WRITABLE: 500,
  DISK_FULL: 507,
  FORMAT_NOT_WRITABLE: 404,
  HOST_MEMORY: 422,
  HOST_DEADLINE: 422,
  HOST_DIED: 500,
  CANCELLED: 409,
  INTERRUPTED: 503,
  QUEUE_FULL: 503,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_NOT_VALID: 400,
  VALUE_NOT_VALID: 422,
  HEADERS_TOO_LARGE: 431,
  REQUEST_TOO_SLOW: 408,
  JSON_NOT_VALID: 400,
  MEDIA_TYPE_NOT_ACCEPTED: 415,
  BODY_TOO_LARGE: 413,
  PRECONDITION_MISSING: 428,
  PRECONDITION_FAILED: 412,
  OPERATION_REPEATED: 422,
  HOST_NOT_ALLOWED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  TOKEN_MISSING: 401,
  TOKEN_NOT_ENOUGH: 403,
  STREAMS_FULL: 503,
  STOPPING: 503,
  INTERNAL: 500,
  ABORTED: 409,
  STRENGTH_NOT_VALID: 422,
  TIE_END_UNKNOWN: 422,
  MEASURE_UNKNOWN: 422,
  MEASURE_NOT_AVAILABLE: 422,
  PARAMETER_NOT_VALID: 422,
  PATHS_NOT_COUNTABLE: 422,
} as const;
export type ProblemCode = keyof typeof problemStatuses;

/** Short names of the statuses that problems are answered with. */
export const statusTitles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Media type not accepted',
  422: 'Cannot be taken as it stands',
  428: 'Precondition missing',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Not available now',
  507: 'Disk full',
};

/** One thing that is wrong, where several can be. */
export const problemDetailSchema = z.strictObject({
  /** "body.statements[0].strength", "query.limit"; for files their name with line and column beside it. */
  path: z.string().optional(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  line: z.number().int().optional(),
  column: z.string().optional(),
  record: z.string().optional(),
  value: z.string().optional(),
  code: z.string().optional(),
  severity: z
    .enum(['error', 'note'])
    .optional()
    .describe('Of files: whether a row cannot be taken, or is taken and listed.'),
  message: z.string(),
});
export type ProblemDetail = z.infer<typeof problemDetailSchema>;

/** RFC 9457, the one shape of every error. */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('The address of the explanation, below this server.'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().describe('What is wrong, with its value.'),
    hint: z.string().optional().describe('What would be accepted, or how to go on.'),
    errors: z.array(problemDetailSchema).optional(),
    theirs: z
      .unknown()
      .optional()
      .describe('STALE, PRECONDITION_FAILED: the record as it is stored now, or null.'),
    mine: z
      .unknown()
      .optional()
      .describe('STALE, PRECONDITION_FAILED: the record as it was to be stored, or null.'),
    request: z.string().describe('The id of the request, as in the log and in the header X-Request-Id.'),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.infer<typeof problemSchema>;
