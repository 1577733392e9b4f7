import type { Kind } from '#data/model/define-record.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import {
  outlined,
  type LogEntry,
  type LoggedChange,
  type LogOutline,
  type NetworkId,
  type RecordBody,
  type RecordId,
  type Revision,
} from '#data/store/port.ts';

/** Changes of one node; a larger change set has several, told apart by `part`. */
const changesOfNode = 100;
/** Nodes of one statement. */
const batch = 500;

interface ChangeNode {
  readonly revision: Revision;
  readonly part: number;
  /** Of the first part alone. */
  readonly operation?: string;
  readonly author?: string;
  readonly at?: string;
  readonly reason?: string;
  readonly changes?: number;
  /** Lists side by side, one place a change; −1: the record was new; an empty image: there was none. */
  readonly ids: readonly RecordId[];
  readonly kinds: readonly Kind[];
  readonly based: readonly number[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Writes entries as (:Change) nodes: the only ones that hold JSON, the images of records before and after. */
export async function writeLog(ask: Ask, network: NetworkId, entries: readonly LogEntry[]): Promise<void> {
  const nodes = entries.flatMap(nodesOf);
  for (let at = 0; at < nodes.length; at += batch) {
    await ask('UNWIND $nodes AS node CREATE (c:Change {network: $network}) SET c += node RETURN 0 LIMIT 0', {
      network,
      nodes: nodes.slice(at, at + batch),
    });
  }
}

function nodesOf({ revision, operation, author, at, reason, changes }: LogEntry): ChangeNode[] {
  const parts = Math.max(1, Math.ceil(changes.length / changesOfNode));
  return Array.from({ length: parts }, (_, part) => {
    const own = changes.slice(part * changesOfNode, (part + 1) * changesOfNode);
    return {
      revision,
      part,
      ...(part > 0 ? {} : { operation, author: author.name, at, changes: changes.length }),
      ...(part > 0 || reason === undefined ? {} : { reason }),
      ids: own.map(({ id }) => id),
      kinds: own.map(({ kind }) => kind),
      based: own.map(({ ifRevision }) => ifRevision ?? -1),
      before: own.map((change) => imageOf(change.before)),
      after: own.map((change) => imageOf(change.after)),
    };
  });
}

function imageOf(body: RecordBody | null): string {
  return body === null ? '' : JSON.stringify(body);
}

/** Entries of revisions in (after, upTo], oldest first. */
export async function readLog(
  ask: Ask,
  network: NetworkId,
  after: Revision,
  upTo: Revision,
): Promise<LogEntry[]> {
  if (upTo <= after) return [];
  const nodes = await ask<ChangeNode>(
    `MATCH (c:Change {network: $network}) WHERE c.revision > $after AND c.revision <= $upTo
     RETURN properties(c) ORDER BY c.revision, c.part`,
    { network, after, upTo },
  );
  const entries: LogEntry[] = [];
  for (const [revision, parts] of Map.groupBy(nodes, (node) => node.revision)) {
    const [first] = parts;
    const changes = parts.flatMap(changesOf);
    // Neo4j shows a commit part by part while it is being applied: an entry is there once all of it is, in its turn.
    if (
      revision !== after + entries.length + 1 ||
      first?.operation === undefined ||
      changes.length !== first.changes
    )
      break;
    const { operation, author = '', at = '', reason } = first;
    entries.push({
      revision,
      operation,
      author: { name: author },
      at,
      ...(reason === undefined ? {} : { reason }),
      changes,
    });
  }
  return entries;
}

/** What is read of an entry for its outline: its first node, and how many changes its nodes hold together. */
interface OutlineRow extends Pick<ChangeNode, 'revision' | 'operation' | 'author' | 'at' | 'changes'> {
  readonly reason: string | null;
  readonly there: number;
  readonly ids: readonly RecordId[];
  readonly kinds: readonly Kind[];
  readonly created: readonly boolean[];
  readonly removed: readonly boolean[];
}

/** Entries after a revision without images, at most `limit`, oldest first. */
export async function readOutline(
  ask: Ask,
  network: NetworkId,
  after: Revision,
  limit: number,
): Promise<LogOutline[]> {
  const rows = await ask<OutlineRow>(
    `MATCH (c:Change {network: $network}) WHERE c.revision > $after AND c.revision <= $upTo
     WITH c ORDER BY c.revision, c.part
     WITH c.revision AS revision, collect(c)[0] AS first, sum(size(c.ids)) AS there ORDER BY revision
     RETURN {revision: revision, there: there, operation: first.operation, author: first.author, at: first.at,
       reason: first.reason, changes: first.changes, ids: first.ids, kinds: first.kinds,
       created: [image IN first.before | image = ''], removed: [image IN first.after | image = '']}`,
    { network, after, upTo: after + limit },
  );
  const whole = rows.findIndex((row, at) => row.revision !== after + at + 1 || row.there !== row.changes);
  return (whole === -1 ? rows : rows.slice(0, whole)).map((row) => ({
    revision: row.revision,
    operation: row.operation ?? '',
    author: { name: row.author ?? '' },
    at: row.at ?? '',
    ...(row.reason === null ? {} : { reason: row.reason }),
    changed: row.there,
    changes: row.ids.slice(0, outlined).map((id, at) => ({
      kind: row.kinds[at] ?? 'network',
      id,
      change: row.removed[at] === true ? 'removed' : row.created[at] === true ? 'created' : 'changed',
    })),
  }));
}

function changesOf({ ids, kinds, based, before, after }: ChangeNode): LoggedChange[] {
  return ids.map((id, index) => {
    const ifRevision = based[index] ?? -1;
    return {
      kind: kinds[index] ?? 'network',
      id,
      ifRevision: ifRevision < 0 ? null : ifRevision,
      before: bodyOf(before[index]),
      after: bodyOf(after[index]),
    };
  });
}

function bodyOf(image: string | undefined): RecordBody | null {
  return image === undefined || image === '' ? null : (JSON.parse(image) as RecordBody);
}

/** Puts what is left of an erased person in place of every image of that person. */
export async function eraseImages(
  ask: Ask,
  network: NetworkId,
  person: RecordId,
  image: RecordBody,
): Promise<void> {
  const erased = (images: string): string =>
    `[i IN range(0, size(c.ids) - 1) | CASE WHEN c.ids[i] = $person AND c.${images}[i] <> '' THEN $image ELSE c.${images}[i] END]`;
  await ask(
    `MATCH (c:Change {network: $network}) WHERE $person IN c.ids
     SET c.before = ${erased('before')}, c.after = ${erased('after')} RETURN 0 LIMIT 0`,
    { network, person, image: JSON.stringify(image) },
  );
}
