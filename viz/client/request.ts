import type { ProblemBody } from '#api/contract/problems.ts';

/** An answer that is no success: the server's own words where it gave some (RFC 9457). */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** offline: nothing answered. */
  readonly code: string;
  readonly status: number;
  /** All that the server said. */
  readonly problem: Partial<ProblemBody> | null;
  constructor(message: string, code: string, status: number, problem: Partial<ProblemBody> | null = null) {
    super(message);
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}

/** What is sent beside the address. */
export interface Sending {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON, a form as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Reads one JSON document of the API. Where the server answers that it is still at work (202), it is asked again.
 *
 * Errors   RequestFailed; the signal's own reason when it was aborted
 */
export async function readJson<T>(path: string, signal: AbortSignal): Promise<T> {
  for (;;) {
    const response = await answered(path, { method: 'GET', signal });
    if (response.status === 202) {
      await response.body?.cancel();
      continue;
    }
    return (await response.json()) as T;
  }
}

export interface Answer<T> {
  readonly status: number;
  readonly value: T;
}

/** Sends something once and reads the JSON answer, whatever success it is. Errors: those of readJson */
export async function sendJson<T>(path: string, sending: Sending): Promise<Answer<T>> {
  const response = await answered(path, sending);
  return { status: response.status, value: (await response.json()) as T };
}

/** An answer that is a success. Errors: those of readJson */
export async function answered(path: string, { method, body, headers, signal }: Sending): Promise<Response> {
  const form = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(path.startsWith('/api/') ? path : `/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed('Weft’s server does not answer.', 'offline', 0);
  }
  if (!response.ok) throw await failure(response);
  return response;
}

/** What a thrown value is to the reader of the screen. */
export function asFailure(error: unknown): RequestFailed {
  if (error instanceof RequestFailed) return error;
  return new RequestFailed(error instanceof Error ? error.message : String(error), 'unknown', 0);
}

async function failure(response: Response): Promise<RequestFailed> {
  const { status } = response;
  try {
    const problem = (await response.json()) as Partial<ProblemBody>;
    const said = [problem.detail, problem.title].find((one) => typeof one === 'string');
    const code = typeof problem.code === 'string' ? problem.code : 'unknown';
    return new RequestFailed(said ?? `The server answered with status ${status}.`, code, status, problem);
  } catch {
    return new RequestFailed(`The server answered with status ${status}.`, 'unknown', status);
  }
}
