/** An answer that is no success: the server's own words where it gave some (RFC 9457). */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** offline: nothing answered. */
  readonly code: string;
  readonly status: number;
  constructor(message: string, code: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const waitSeconds = 30;

/**
 * Reads one JSON document of the API. Where the server answers that it is still at work (202), it is asked again.
 *
 * Errors   RequestFailed; the signal's own reason when it was aborted
 */
export async function readJson<T>(path: string, signal: AbortSignal): Promise<T> {
  for (;;) {
    const response = await answer(path, signal);
    if (response.status === 202) {
      await response.body?.cancel();
      continue;
    }
    if (!response.ok) throw await failure(response);
    return (await response.json()) as T;
  }
}

/** The same for what may take time: the server holds its answer for up to 30 s. */
export function awaitJson<T>(path: string, signal: AbortSignal): Promise<T> {
  return readJson<T>(`${path}${path.includes('?') ? '&' : '?'}wait=${waitSeconds}`, signal);
}

async function answer(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new RequestFailed('Weft’s server does not answer.', 'offline', 0);
  }
}

async function failure(response: Response): Promise<RequestFailed> {
  const { status } = response;
  try {
    const problem = (await response.json()) as { title?: unknown; detail?: unknown; code?: unknown };
    const text = [problem.detail, problem.title].find((one) => typeof one === 'string');
    const code = typeof problem.code === 'string' ? problem.code : 'unknown';
    return new RequestFailed(text ?? `The server answered with status ${status}.`, code, status);
  } catch {
    return new RequestFailed(`The server answered with status ${status}.`, 'unknown', status);
  }
}
