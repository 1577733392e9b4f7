import { type Kind, kinds } from '#data/model/define-record.ts';
import { erasedPerson } from '#data/store/erased-person.ts';
import type { Change, ChangeSet, LogEntry, RecordBody, Stored } from '#data/store/port.ts';

export const at = '2026-01-02T03:04:05Z';

/** How often each outcome was drawn, so that a suite which draws nothing of a kind fails. */
export type Tally = Map<string, number>;

export const count = (tally: Tally, outcome: string): void => {
  tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
};

/** What a store promises, as plainly as it can be said: a list of states, one a revision. */
export class Model {
  readonly states: Map<string, Stored>[] = [new Map<string, Stored>()];
  readonly tally: Tally;
  readonly entries: LogEntry[] = [];
  /** Every id that ever was, in the order of its creation, and of what kind. */
  readonly kindOf = new Map<string, Kind>();

  constructor(tally: Tally) {
    this.tally = tally;
  }

  get now(): Map<string, Stored> {
    return this.states.at(-1) ?? new Map<string, Stored>();
  }

  get head(): number {
    return this.entries.length;
  }

  /** The code of the refusal, or null. */
  refusal(set: ChangeSet): string | null {
    const ids = set.changes.map(({ id }) => id);
    if (new Set(ids).size < ids.length) return 'CHANGE_SET_NOT_VALID';
    if (set.changes.some(({ after, ifRevision }) => after === null && ifRevision === null))
      return 'CHANGE_SET_NOT_VALID';
    for (const change of set.changes) {
      const refusal = this.refusalOf(change);
      if (refusal !== null) return refusal;
    }
    const next = this.after(set);
    for (const { kind, body } of next.values()) {
      const names = partiesOf(kind, body);
      if (names.some((id) => !['organization', 'person'].includes(next.get(id)?.kind ?? '')))
        return 'LINK_NOT_FOUND';
    }
    return null;
  }

  /** Of one change, whatever the others of its set are. */
  refusalOf({ id, kind, ifRevision }: Change): string | null {
    const there = this.now.get(id);
    if ((there?.revision ?? null) !== ifRevision || (there && there.kind !== kind)) return 'STALE';
    return (this.kindOf.get(id) ?? kind) === kind ? null : 'CHANGE_SET_NOT_VALID';
  }

  after(set: ChangeSet): Map<string, Stored> {
    const next = new Map(this.now);
    for (const { kind, id, after } of set.changes) {
      if (after) next.set(id, { kind, id, revision: this.head + 1, body: after });
      else next.delete(id);
    }
    return next;
  }

  commit(set: ChangeSet): void {
    const changes = set.changes.map((change) => ({
      ...change,
      before: this.now.get(change.id)?.body ?? null,
    }));
    for (const { id, kind } of set.changes) this.kindOf.set(id, kind);
    this.states.push(this.after(set));
    const { operation, author } = set;
    this.entries.push({ revision: this.head + 1, operation, author, at, changes });
  }

  erase(id: string): void {
    const body = erasedPerson(id);
    const clean = (image: RecordBody | null): RecordBody | null => image && body;
    for (const [index, entry] of this.entries.entries()) {
      const changes = entry.changes.map((change) =>
        change.id === id ? { ...change, before: clean(change.before), after: clean(change.after) } : change,
      );
      this.entries[index] = { ...entry, changes };
    }
    for (const state of this.states) {
      const stored = state.get(id);
      if (stored) state.set(id, { ...stored, body });
    }
  }

  /** As a scan gives them. */
  listed(state: ReadonlyMap<string, Stored> = this.now): Stored[] {
    const all = [...this.kindOf.keys()].flatMap((id) => state.get(id) ?? []);
    return kinds.flatMap((kind) => all.filter((stored) => stored.kind === kind));
  }
}

export function partiesOf(kind: Kind, body: RecordBody): string[] {
  if (kind === 'relationship') return [String(body.from), String(body.to)];
  if (kind !== 'collaboration') return [];
  return (body.participants as { party: string }[]).map(({ party }) => party);
}
