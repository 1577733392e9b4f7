import { numberWords } from '#analysis/words/number-words.ts';
import { recordFields } from '#viz/panels/edit/record-fields.ts';
import { recordTitle, wordsOfKind } from '#viz/panels/records/record-kind.ts';
import { valueText } from '#viz/panels/records/value-text.ts';
import { networkFields } from '#viz/panels/settings/network-fields.ts';
import type { RecordKind } from '#viz/client/stored.ts';

type Body = Readonly<Record<string, unknown>> | null;

/** One record of a log entry or of a difference. */
export interface Changed {
  readonly kind: string;
  readonly id: string;
  readonly before: Body;
  readonly after: Body;
}

type NameOf = (id: string) => string;

/** "Added", "Changed", "Removed" */
export function deedOf({ before, after }: Changed): 'Added' | 'Changed' | 'Removed' {
  return before === null ? 'Added' : after === null ? 'Removed' : 'Changed';
}

/** What a changed record is called. */
export function changedTitle(changed: Changed, nameOf: NameOf): string {
  const { kind, before, after, id } = changed;
  if (kind === 'network') return 'the network’s settings';
  return recordTitle(kind, after ?? before ?? {}, nameOf) || id;
}

/** A log entry in one line: "Changed Valley Homes", "Added 62 people and 12 needs". */
export function entryWords(changes: readonly Changed[], nameOf: NameOf): string {
  const [first] = changes;
  if (first !== undefined && changes.length === 1) return `${deedOf(first)} ${changedTitle(first, nameOf)}`;
  const deeds = new Map<string, Map<string, number>>();
  for (const change of changes) {
    const counts = deeds.get(deedOf(change)) ?? new Map<string, number>();
    counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
    deeds.set(deedOf(change), counts);
  }
  return [...deeds].map(([deed, counts]) => `${deed} ${listed([...counts].map(countedKind))}`).join('; ');
}

/** "two people" */
function countedKind([kind, count]: readonly [string, number]): string {
  if (kind === 'network') return 'the network’s settings';
  const words = wordsOfKind(kind);
  return `${numberWords(count)} ${count === 1 ? (words?.one ?? kind) : (words?.many ?? kind)}`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** One field that differs, in words. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions of a record, field by field. */
export function fieldChanges({ kind, before, after }: Changed, nameOf: NameOf): readonly FieldChange[] {
  const fields = kind === 'network' ? networkFields : recordFields[kind as RecordKind];
  const known = new Set(fields.map(({ name }) => name));
  const others = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (name) => !known.has(name) && name !== 'id',
  );
  return [
    ...fields.map((field) => ({
      label: field.label,
      before: valueText(field, before?.[field.name], nameOf),
      after: valueText(field, after?.[field.name], nameOf),
    })),
    ...others.map((name) => ({ label: name, before: json(before?.[name]), after: json(after?.[name]) })),
  ].filter((one) => one.before !== one.after);
}

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));
