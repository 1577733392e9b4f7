import { useEffect, useRef, useState } from 'react';
import { commitChanges } from '#viz/client/commit.ts';
import { newId } from '#viz/client/new-id.ts';
import { asFailure, type RequestFailed } from '#viz/client/request.ts';
import type { StoredRecord } from '#viz/client/stored.ts';
import { type Draft, type FieldProblem, toDraft, toRecord } from '#viz/panels/edit/draft.ts';
import type { Field } from '#viz/panels/edit/field.ts';
import { dropDraft, keepDraft, type KeptDraft, keptDraft } from '#viz/panels/edit/kept-draft.ts';

type Kind = Parameters<typeof commitChanges>[1][number]['kind'];

/** A record as others store it now, and as this form would. */
export interface Clash {
  readonly theirs: Draft | null;
  readonly theirRevision: number | null;
  readonly mine: Draft;
}

export interface FormAsked {
  readonly network: string;
  readonly kind: Kind;
  readonly fields: readonly Field[];
  /** null: a new record. */
  readonly record: StoredRecord | null;
  /** What a new record begins with. */
  readonly begin?: Draft;
  readonly onSaved: (id: string, revision: number, record: Draft) => void;
}

/** A form's state: the draft (kept by the browser until it is saved), what is wrong, and another's version. */
export function useRecordForm(asked: FormAsked) {
  const { network, kind, fields, record } = asked;
  const place = record?.id ?? 'new';
  const [kept] = useState(() => keptDraft(network, kind, place));
  const fresh = (): Begun => ({
    base: withoutRevision(record),
    revision: record?.revision ?? null,
    draft: toDraft(fields, record ?? asked.begin ?? {}),
  });
  const [{ base, revision, draft }, setBegun] = useState<Begun>(() => kept ?? fresh());
  const changed = useKeeping({ network, kind, place, draft, base, revision, begun: kept !== null });
  const storing = useStoring(asked, place);
  const drop = () => {
    changed.current = false;
    dropDraft(network, kind, place);
  };
  return {
    ...storing,
    base,
    draft,
    kept,
    drop,
    change: (next: Draft) => {
      changed.current = true;
      setBegun({ base, revision, draft: next });
    },
    save: () => {
      const made = toRecord(fields, draft);
      storing.say(made.problems);
      if (made.problems.length === 0) void storing.store(made.record, revision);
    },
    saveMerged: (whole: Draft) => {
      const { clash } = storing;
      if (clash === null) return;
      setBegun({ base: clash.theirs, revision: clash.theirRevision, draft: toDraft(fields, whole) });
      void storing.store(whole, clash.theirRevision);
    },
    startOver: () => {
      drop();
      setBegun(fresh());
      storing.say([]);
    },
  };
}

/** A draft, and what it was begun from. */
type Begun = Pick<KeptDraft, 'base' | 'revision' | 'draft'>;

/** Stores a record, and says what came of it. */
function useStoring({ network, kind, record, onSaved }: FormAsked, place: string) {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failed, setFailed] = useState<RequestFailed | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useRef(record?.id ?? newId());
  const say = (found: readonly FieldProblem[]) => {
    setProblems(found);
    setFailed(null);
  };
  const store = async (whole: Draft, on: number | null) => {
    setBusy(true);
    setFailed(null);
    setClash(null);
    const after = { ...whole, id: id.current };
    Reflect.deleteProperty(after, 'revision');
    try {
      const made = await commitChanges(network, [{ kind, id: id.current, ifRevision: on, after }]);
      dropDraft(network, kind, place);
      onSaved(id.current, made, after);
    } catch (error) {
      const failure = asFailure(error);
      const { problem } = failure;
      if (failure.code === 'STALE') setClash(clashOf(problem?.theirs, after));
      else {
        setProblems((problem?.errors ?? []).map(({ path = '', message }) => ({ path, message })));
        setFailed(failure);
      }
    } finally {
      setBusy(false);
    }
  };
  return { problems, failed, clash, busy, say, store };
}

interface Keeping {
  readonly network: string;
  readonly kind: string;
  readonly place: string;
  readonly draft: Draft;
  readonly base: Draft | null;
  readonly revision: number | null;
  readonly begun: boolean;
}

/** Keeps the draft at every change, so that a closed tab loses nothing. */
function useKeeping({ network, kind, place, draft, base, revision, begun }: Keeping) {
  const changed = useRef(begun);
  useEffect(() => {
    if (!changed.current) return;
    keepDraft(network, kind, place, { draft, base, revision, at: new Date().toISOString() });
  }, [network, kind, place, draft, base, revision]);
  return changed;
}

function clashOf(theirs: unknown, mine: Draft): Clash {
  const stored = typeof theirs === 'object' && theirs !== null ? (theirs as StoredRecord) : null;
  return { theirs: withoutRevision(stored), theirRevision: stored?.revision ?? null, mine };
}

function withoutRevision(record: StoredRecord | null): Draft | null {
  if (record === null) return null;
  const { revision, ...rest } = record;
  return rest;
}
