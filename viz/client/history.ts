import { networkPath } from '#viz/client/records.ts';
import { readJson } from '#viz/client/request.ts';

/** One change set of the log. */
export interface LogEntry {
  readonly revision: number;
  readonly author: { readonly name: string };
  readonly at: string;
  readonly reason?: string;
  readonly changes: readonly LogChange[];
}

export interface LogChange {
  readonly kind: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface HistoryPart {
  readonly items: readonly LogEntry[];
  /** "before" of the next part; null: the beginning. */
  readonly next: number | null;
}

export function readHistory(
  network: string,
  before: string | undefined,
  signal: AbortSignal,
): Promise<HistoryPart> {
  const query = new URLSearchParams({ limit: '20', ...(before === undefined ? {} : { before }) });
  return readJson(`${networkPath(network)}/history?${query.toString()}`, signal);
}

export function readDifference(
  network: string,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<{ readonly from: number; readonly to: number; readonly items: readonly LogChange[] }> {
  const query = new URLSearchParams({ from, ...(to === '' ? {} : { to }) });
  return readJson(`${networkPath(network)}/diff?${query.toString()}`, signal);
}
