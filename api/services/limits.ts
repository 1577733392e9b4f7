/** Every limit of a server: its default, its unit and what it is about. GET /api/v1/limits lists them. */
export const limitTable = {
  bodyBytes: { value: 4_000_000, unit: 'bytes', about: 'a JSON body' },
  jsonDepth: { value: 64, unit: 'levels', about: 'nesting of a JSON body' },
  changesPerSet: { value: 10_000, unit: 'changes', about: 'one change set' },
  pageRecords: { value: 500, unit: 'records', about: 'one page of a list' },
  uploadBytes: { value: 50_000_000, unit: 'bytes', about: 'one file of an import' },
  uploadFiles: { value: 20, unit: 'files', about: 'one import' },
  waitSeconds: { value: 60, unit: 's', about: 'the longest wait= of a request' },
  jobsAtOnce: { value: 1, unit: 'jobs', about: 'jobs that run at the same time, imports aside' },
  importsAtOnce: {
    value: 1,
    unit: 'jobs',
    about: 'imports and looks at files that run at the same time, beside other jobs',
  },
  jobsWaiting: { value: 50, unit: 'jobs', about: 'imports that wait, and other jobs that wait' },
  jobSeconds: { value: 900, unit: 's', about: 'the time of one job' },
  jobMemoryMb: { value: 2_048, unit: 'MiB', about: 'the memory of one job' },
  resultBytes: {
    value: 2_000_000_000,
    unit: 'bytes',
    about: 'results that are kept; the longest unused go first',
  },
  resultDays: { value: 90, unit: 'days', about: 'how long a result is kept that nobody asks for' },
  streams: { value: 256, unit: 'streams', about: 'event streams that are open' },
  streamBufferBytes: {
    value: 65_536,
    unit: 'bytes',
    about: 'what a slow reader of a stream may leave unread before more is kept back',
  },
  streamSeconds: {
    value: 15,
    unit: 's',
    about:
      'how long a reader of a stream may take nothing of what waits; as often it hears that the stream is alive',
  },
  headerBytes: { value: 16_384, unit: 'bytes', about: 'the headers of a request' },
  headersSeconds: { value: 15, unit: 's', about: 'the time for the headers of a request' },
  requestSeconds: { value: 120, unit: 's', about: 'the time for a whole request' },
  connections: { value: 2_000, unit: 'connections', about: 'connections at the same time' },
} as const;

export type Limits = Readonly<Record<keyof typeof limitTable, number>>;

export function defaultLimits(): Limits {
  return Object.fromEntries(
    Object.entries(limitTable).map(([name, { value }]) => [name, value]),
  ) as unknown as Limits;
}
