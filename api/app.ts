import express, { Router, type Express, type RequestHandler } from 'express';
import type { Operation } from '#api/contract/define-operation.ts';
import { openApiDocument } from '#api/contract/openapi.ts';
import { operations } from '#api/contract/operations.ts';
import { recordOperations } from '#api/contract/records.ts';
import { JobQueue } from '#api/host/job-queue.ts';
import { ResultFiles } from '#api/host/result-files.ts';
import { accessToken } from '#api/middleware/access-token.ts';
import { hostAndOrigin } from '#api/middleware/host-and-origin.ts';
import { jsonBody } from '#api/middleware/json-body.ts';
import { notFound, problem } from '#api/middleware/problem.ts';
import { otherMethod } from '#api/middleware/other-method.ts';
import { requestId } from '#api/middleware/request-id.ts';
import { securityHeaders } from '#api/middleware/security-headers.ts';
import { upload } from '#api/middleware/upload.ts';
import type { Route } from '#api/routes/define-route.ts';
import { EventStreams } from '#api/routes/event-streams.ts';
import { fileRoutes } from '#api/routes/files.ts';
import { findingRoutes } from '#api/routes/findings.ts';
import { historyRoutes } from '#api/routes/history.ts';
import { jobRoutes } from '#api/routes/jobs.ts';
import { networkRoutes } from '#api/routes/networks.ts';
import { pageRoutes } from '#api/routes/pages.ts';
import { recordRoutes } from '#api/routes/records.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { serviceRoutes } from '#api/routes/service.ts';
import type { AccessTokens } from '#api/services/access-tokens.ts';
import { keepBuiltExample } from '#api/services/built-example.ts';
import { ChangeFeed } from '#api/services/change-feed.ts';
import { docsPage } from '#api/services/docs-page.ts';
import type { Limits } from '#api/services/limits.ts';
import { Metrics } from '#api/services/metrics.ts';
import { networkStore } from '#api/services/network-store.ts';
import { prepareView } from '#api/services/prepare-view.ts';
import { problemOf } from '#api/services/problem-of.ts';
import { resultSources } from '#api/services/result-sources.ts';
import { sweepUploads } from '#api/services/upload-folder.ts';
import { version } from '#api/version.ts';
import type { JobStore } from '#data/store/job-port.ts';
import type { Store } from '#data/store/port.ts';

export interface AppDeps {
  readonly store: Store;
  /** Jobs and who works on them: of this process, or of all processes on one store. */
  readonly jobs: JobStore;
  /** Where the analysis host finds the same store. */
  readonly storeUrl: string;
  /** What a relative path in it is relative to. */
  readonly storeDirectory: string;
  /** Where results are kept. */
  readonly dataFolder: string;
  readonly limits: Limits;
  /** null: everybody who reaches the server may do everything. */
  readonly tokens: AccessTokens | null;
  /** Whether the server listens on this machine alone. */
  readonly loopback: boolean;
  /** The folder of the built screen; it need not be there. */
  readonly screen: string;
  /** The script of the analysis host, where it is not Weft's own. */
  readonly host?: string;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

export interface App {
  readonly app: Express;
  readonly queue: JobQueue;
  /** Begins what the first page of a network asks for. Errors: NOT_FOUND, QUEUE_FULL */
  readonly prepare: (slug: string) => Promise<void>;
  /** Keeps what the build computed of the example, for the network that was filled with it. */
  readonly keepExample: (slug: string) => Promise<void>;
  /** Ends streams and jobs; the stores are their owner's to close. */
  readonly stop: () => Promise<void>;
}

/** Wires stores, services and routes into one server. Reads no environment; removes what a crash has left in the data folder. */
export function createApp(deps: AppDeps): App {
  const { limits, store, log } = deps;
  sweepUploads(deps.dataFolder, { own: true });
  const files = new ResultFiles(deps.dataFolder, { bytes: limits.resultBytes, days: limits.resultDays });
  files.makeRoom();
  const queue = jobQueue(deps);
  const streams = new EventStreams(limits);
  const feed = new ChangeFeed(store, (error) => {
    log({ level: 'error', feed: String(error) });
  });
  const metrics = new Metrics({
    running: async () => (await queue.counts()).running,
    waiting: async () => (await queue.counts()).waiting,
    streams: () => streams.count,
  });
  const routeDeps: RouteDeps = {
    networkOf: (slug) => networkStore(store, slug),
    results: {
      store,
      storeUrl: deps.storeUrl,
      storeDirectory: deps.storeDirectory,
      files,
      queue,
      sources: resultSources(),
    },
    feed,
    streams,
    limits,
    metrics,
  };
  const app = express();
  app
    .disable('x-powered-by')
    .set('query parser', 'simple')
    .set('etag', false)
    .set('case sensitive routing', true);
  app.use(requestId, securityHeaders, hostAndOrigin(deps.loopback));
  app.use('/api/v1', apiRouter(allRoutes(routeDeps), deps, metrics));
  app.use(
    pageRoutes({
      tokens: deps.tokens,
      screen: deps.screen,
      docs: docsPage(operations, openApiDocument(operations, version)),
    }),
  );
  app.use(notFound, problem(log));
  return {
    app,
    queue,
    prepare: (slug) => prepareView(routeDeps.results, slug),
    keepExample: (slug) => keepBuiltExample(routeDeps.results, slug),
    stop: async () => {
      feed.stop();
      streams.closeAll();
      await queue.stop();
    },
  };
}

/** What a job may end with that an operator wants to know of, though it is no fault of the server. */
const hostProblems: ReadonlySet<string> = new Set(['HOST_MEMORY', 'HOST_DEADLINE']);

function jobQueue({ jobs, limits, host, log }: AppDeps): JobQueue {
  return new JobQueue(
    jobs,
    {
      memoryMb: limits.jobMemoryMb,
      deadlineMs: limits.jobSeconds * 1000,
      atOnce: { imports: limits.importsAtOnce, others: limits.jobsAtOnce },
      waiting: limits.jobsWaiting,
    },
    {
      host,
      away: (error) => {
        log({ level: 'error', jobs: String(error) });
      },
      // What a user got wrong is the user's to read, in the job.
      failed: ({ id, request: { kind, network }, error }) => {
        const { status, code } = problemOf(error, id);
        const level = status >= 500 ? 'error' : 'warn';
        if (status >= 500 || hostProblems.has(code))
          log({ level, job: id, kind, network, cause: String(error) });
      },
    },
  );
}

function allRoutes(deps: RouteDeps): Route[] {
  return [
    ...networkRoutes(deps),
    ...recordOperations.flatMap((of) => recordRoutes(of, deps)),
    ...historyRoutes(deps),
    ...fileRoutes(deps),
    ...findingRoutes(deps),
    ...jobRoutes(deps),
    ...serviceRoutes(deps),
  ];
}

function apiRouter(
  routes: readonly Route[],
  { tokens, limits, dataFolder }: AppDeps,
  metrics: Metrics,
): Router {
  const router = Router({ caseSensitive: true });
  for (const [path, at] of Map.groupBy(routes, ({ operation }) => operation.path)) {
    const address = router.route(path.replaceAll(/\{(\w+)\}/gu, ':$1'));
    for (const { operation, handler } of at) {
      address[operation.method](
        timed(operation.id, metrics),
        accessToken(tokens, operation),
        noStore,
        ...bodyReaders(operation, limits, dataFolder),
        handler,
      );
    }
    address.all(otherMethod(at.map(({ operation }) => operation.method.toUpperCase())));
  }
  return router;
}

function bodyReaders({ body }: Operation, limits: Limits, dataFolder: string): readonly RequestHandler[] {
  if (body === null) return [];
  return body.types.includes('multipart/form-data') ? [upload(dataFolder, limits)] : jsonBody(body, limits);
}

/** Answers are of now; results, which have an ETag, say otherwise themselves. */
const noStore: RequestHandler = (_, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function timed(operation: string, metrics: Metrics): RequestHandler {
  return (_, response, next) => {
    const begun = performance.now();
    response.once('finish', () => {
      metrics.observe(operation, response.statusCode, (performance.now() - begun) / 1000);
    });
    next();
  };
}
