import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ReportKind } from '#api/contract/report-kinds.ts';
import { ApiError } from '#api/errors.ts';
import type { JobQueue } from '#api/host/job-queue.ts';
import { hasEnded, type JobRequest, type QueuedJob } from '#api/host/queued-job.ts';
import { resultKey, type ResultFiles } from '#api/host/result-files.ts';
import type { KeepResultInput } from '#api/host/tasks/keep-result-task.ts';
import { chooseMeasures } from '#api/services/analyze/choose-measures.ts';
import type { ConveningRequest } from '#api/services/analyze/convening-row.ts';
import { findNetwork, networkRecord } from '#api/services/find-network.ts';
import { parseLens } from '#api/services/parse-lens.ts';
import { notThereYet } from '#api/services/records.ts';
import { usualRequest } from '#api/services/usual-request.ts';
import { writeWhole } from '#api/services/write-whole.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import type { Revision, Store } from '#data/store/port.ts';

/** How a network is looked at. */
export interface Look {
  /** JSON as text, or its value. */
  readonly lens?: unknown;
  readonly groups?: string | undefined;
  readonly seed?: number | undefined;
  readonly knownAt?: Revision | undefined;
}

/** What is made of the look. */
export type Making =
  | {
      readonly kind: 'analysis';
      readonly measures: string;
      readonly top?: number | undefined;
      readonly weights?: 'strength' | 'ignore' | undefined;
      readonly convening?: ConveningRequest | undefined;
    }
  | { readonly kind: 'view' }
  | {
      readonly kind: 'map';
      readonly width: number;
      readonly height: number;
      readonly theme: 'light' | 'dark';
      readonly view: 'far' | 'near';
    }
  | {
      readonly kind: 'report';
      readonly ending: ReportKind;
      readonly title?: string | undefined;
    };

/** Either the file of a result that is known, or the job that makes it. */
export interface Kept {
  readonly key: string;
  readonly path: string;
  /** null: the result is known. */
  readonly job: QueuedJob | null;
}

export interface ResultDeps {
  readonly store: Store;
  readonly storeUrl: string;
  readonly storeDirectory: string;
  readonly files: ResultFiles;
  readonly queue: JobQueue;
  /** The code that makes results (resultSources): what other code kept is made anew. */
  readonly sources: string;
}

/** What GET /findings answers, and maps and reports of the same look are drawn from. */
export const wholeAnalysis = { kind: 'analysis', measures: 'all' } as const satisfies Making;

/**
 * The result of a look at a network, known by its receipt or made by a job. Waits some time for the job.
 *
 * Errors   NOT_FOUND, LENS_NOT_VALID, MEASURE_UNKNOWN, REQUEST_NOT_VALID, QUEUE_FULL; what the job failed with
 */
export async function keptResult(
  deps: ResultDeps,
  slug: string,
  look: Look,
  making: Making,
  waitSeconds: number,
): Promise<Kept> {
  if (making.kind === 'analysis') chooseMeasures(making.measures);
  const { lens, revision, groups, seed, placeOf } = await lookedAt(deps, slug, look);
  const { key, path } = placeOf(making);
  if (await deps.files.has(path)) return { key, path, job: null };
  await mkdir(dirname(path), { recursive: true });
  deps.files.makeRoom();
  const request = {
    ...usualRequest,
    title: undefined,
    stored: { store: deps.storeUrl, storeDirectory: deps.storeDirectory, slug, revision, lens },
    groups,
    seed,
    known: placeOf(wholeAnalysis).path,
  };
  const job = await deps.queue.submit({
    kind: jobKind(making),
    network: slug,
    key,
    job: { task: 'keepResult', input: { path, ...taskInput(request, making) } satisfies KeepResultInput },
    result: resultAddress(slug, key, making),
  });
  return { key, path, job: await endedJob(deps.queue, job, waitSeconds) };
}

/** Keeps a result that was made elsewhere from the same network, where that is what it holds now. Errors: NOT_FOUND */
export async function keepMade(
  deps: ResultDeps,
  { slug, revision }: { readonly slug: string; readonly revision: Revision },
  making: Making,
  bytes: Uint8Array,
): Promise<void> {
  const now = await lookedAt(deps, slug, {});
  if (now.revision !== revision) return;
  const { path } = now.placeOf(making);
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, bytes);
}

/** What a look at a network comes to now, and where what is made of it is kept. */
async function lookedAt(deps: ResultDeps, slug: string, look: Look) {
  const { id, head } = await findNetwork(deps.store, slug);
  const network = deps.store.network(id);
  const given = typeof look.lens === 'string' ? parseLens(look.lens) : look.lens;
  const record = await networkRecord(network);
  const lens = resolveLens({ network: record?.body['defaultLens'], given });
  const revision = look.knownAt ?? lens.knownAt ?? head;
  if (revision > head) throw notThereYet(revision, head);
  const { groups = usualRequest.groups, seed = usualRequest.seed } = look;
  const madeFrom = { sources: deps.sources, network: id, slug, revision, lens, groups, seed };
  const placeOf = (making: Making): Pick<Kept, 'key' | 'path'> => {
    const key = resultKey({ ...madeFrom, making });
    return { key, path: deps.files.path(id, key, making.kind === 'report' ? making.ending : 'json') };
  };
  return { lens, revision, groups, seed, placeOf };
}

/** To those who follow it a view is an analysis: that is what takes the time. */
function jobKind({ kind }: Making): JobRequest['kind'] {
  return kind === 'view' ? 'analysis' : kind;
}

/** The job as it stands after some time; null: done. Errors: what it failed with */
export async function endedJob(
  queue: JobQueue,
  job: QueuedJob,
  waitSeconds: number,
): Promise<QueuedJob | null> {
  await queue.wait(job.id, waitSeconds * 1000);
  const now = (await queue.get(job.id)) ?? job;
  if (now.error && hasEnded(now)) throw now.error;
  return now.state === 'done' ? null : now;
}

/** The file of a result that is known. Errors: NOT_FOUND */
export async function resultFile(
  deps: ResultDeps,
  slug: string,
  key: string,
  ending: string,
): Promise<string> {
  const { id } = await findNetwork(deps.store, slug);
  const path = /^[a-f0-9]{64}$/u.test(key) ? deps.files.path(id, key, ending) : null;
  if (path !== null && (await deps.files.has(path))) return path;
  throw new ApiError(
    'NOT_FOUND',
    `There is no result ${JSON.stringify(key)} of this network.`,
    'Ask for it again: what it is made from is still there.',
  );
}

type Request = Extract<KeepResultInput, { kind: 'view' }>['request'];

function taskInput(request: Request, making: Making) {
  if (making.kind === 'analysis') {
    const { measures, top, weights, convening } = making;
    return {
      kind: 'analysis' as const,
      request: {
        ...request,
        measures,
        ...(top === undefined ? {} : { top }),
        ...(weights === undefined ? {} : { weights }),
        ...(convening === undefined ? {} : { convening }),
      },
    };
  }
  if (making.kind === 'view') return { kind: making.kind, request };
  if (making.kind === 'map') {
    const { kind, ...picture } = making;
    return { kind, request: { ...request, ...picture } };
  }
  return { kind: 'report' as const, request: { ...request, kind: making.ending, title: making.title } };
}

function resultAddress(slug: string, key: string, making: Making): string {
  const base = `/api/v1/networks/${slug}`;
  return making.kind === 'report' ? `${base}/reports/${key}.${making.ending}` : `${base}/analyses/${key}`;
}
