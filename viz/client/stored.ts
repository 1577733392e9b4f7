import type { RecordKind } from '#api/contract/records.ts';
import type { Network } from '#data/model/network.ts';

export type { RecordKind };

/** A record as the API gives it, whatever its kind. */
export type StoredRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly revision: number;
};

/** A network's own record; head: the present revision. */
export type StoredNetwork = Network & { readonly revision: number; readonly head: number };

/** A text field of a record; '' where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A list field of a record, its items as records of fields. */
export function itemsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value)
    ? value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null)
    : [];
}

/** A list field of texts. */
export function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
