import { networkPath } from '#viz/client/records.ts';
import { sendJson } from '#viz/client/request.ts';
import type { RecordKind } from '#viz/client/stored.ts';
import { sawRevision } from '#viz/client/live.ts';
import { newWord } from '#viz/client/new-id.ts';
import { ownName } from '#viz/state/own-name.ts';

/** One record of a change set; ifRevision null: new, after null: removed. */
export interface Change {
  readonly kind: RecordKind | 'network';
  readonly id: string;
  readonly ifRevision: number | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Commits changes, all or none. Output: the revision they made. Errors: those of the API, as RequestFailed */
export async function commitChanges(network: string, changes: readonly Change[]): Promise<number> {
  const author = ownName();
  const { value } = await sendJson<{ revision: number }>(`${networkPath(network)}/changes`, {
    method: 'POST',
    body: { changes, author: author === '' ? 'screen' : author },
    headers: { 'idempotency-key': newWord() },
  });
  sawRevision(network, value.revision);
  return value.revision;
}

/** Takes one change set back by another. Output: the revision that does so. */
export async function undoRevision(network: string, revision: number): Promise<number> {
  const { value } = await sendJson<{ revision: number }>(`${networkPath(network)}/history/${revision}/undo`, {
    method: 'POST',
    headers: { 'idempotency-key': newWord() },
  });
  sawRevision(network, value.revision);
  return value.revision;
}
