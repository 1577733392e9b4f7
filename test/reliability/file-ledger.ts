import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { expect } from 'vitest';
import { replay } from '#data/history/replay.ts';
import type { LogEntry, Stored } from '#data/store/port.ts';
import { operationOf } from '#test/reliability/ledger-operations.ts';

export interface Answered {
  readonly revision: number;
  readonly repeated: boolean;
}

/**
 * What a client asked a service and what it was answered, in a file of the client's own: "ask N" before operation N is
 * sent, "ack N REVISION" after its answer, fsynced. The service can be killed at any moment; the client lives on.
 */
export class FileLedger {
  readonly #path: string;
  readonly #file: number;
  readonly #unknown = new Set<number>();
  readonly #noted: string[] = [];
  #next = 1;
  acknowledged = 0;
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'a');
  }

  /** Operations whose answer was cut off: they are asked for again, as any client does. */
  unknown(): readonly number[] {
    return [...this.#unknown];
  }

  /** A new operation, noted before it is sent. */
  ask(): number {
    const number = this.#next++;
    this.#unknown.add(number);
    appendFileSync(this.#path, `ask ${number}\n`);
    return number;
  }

  /** One fsync for all answers of a turn. */
  acknowledge(number: number, { revision }: Answered): void {
    this.#unknown.delete(number);
    this.acknowledged++;
    this.#noted.push(`ack ${number} ${revision}\n`);
    if (this.#noted.length > 1) return;
    setImmediate(() => {
      writeSync(this.#file, this.#noted.splice(0).join(''));
      fsyncSync(this.#file);
    });
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Sorts every operation of a ledger by what a store holds of it in the end. Zero is promised of the last four. */
export function sortOut(path: string, log: readonly LogEntry[], records: readonly Stored[]) {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const asked = lines.filter(([word]) => word === 'ask').map(([, number]) => Number(number));
  const acknowledged = new Map(
    lines
      .filter(([word]) => word === 'ack')
      .map(([, number, revision]) => [operationOf(Number(number)).operation, Number(revision)]),
  );
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => index + 1));
  expect(new Map(replay(log).map((one) => [one.id, one]))).toEqual(
    new Map(records.map((one) => [one.id, one])),
  );
  const times = Map.groupBy(log, ({ operation }) => operation);
  const sets = new Map(asked.map((number) => [operationOf(number).operation, operationOf(number)]));
  const ids = new Set(records.map(({ id }) => id));
  const isPartial = (operation: string): boolean => {
    const changes = sets.get(operation)?.changes ?? [];
    const there = changes.filter(({ id }) => ids.has(id)).length;
    return there !== (times.has(operation) ? changes.length : 0);
  };
  const unknown = [...sets.keys()].filter((operation) => !acknowledged.has(operation));
  return {
    acknowledgedPresent: [...acknowledged].filter(
      ([operation, revision]) => times.get(operation)?.[0]?.revision === revision,
    ).length,
    unknownPresentOnce: unknown.filter((operation) => times.get(operation)?.length === 1).length,
    unknownAbsent: unknown.filter((operation) => !times.has(operation)).length,
    acknowledgedAbsent: [...acknowledged].filter(
      ([operation, revision]) => times.get(operation)?.[0]?.revision !== revision,
    ).length,
    duplicated: [...times.values()].filter((entries) => entries.length > 1).length,
    partial: [...sets.keys()].filter(isPartial).length,
    ghosts: [...times.keys()].filter(
      (operation) => operation.startsWith('operation-') && !sets.has(operation),
    ).length,
  };
}

export const nothingWrong = { acknowledgedAbsent: 0, duplicated: 0, partial: 0, ghosts: 0 };

/** The verdict as one line. */
export function told(verdict: ReturnType<typeof sortOut>): string {
  return (
    `acknowledged and present ${verdict.acknowledgedPresent}, acknowledged and absent ${verdict.acknowledgedAbsent}, ` +
    `unknown and present once ${verdict.unknownPresentOnce}, unknown and absent ${verdict.unknownAbsent}, ` +
    `duplicated ${verdict.duplicated}, partial ${verdict.partial}, ghosts ${verdict.ghosts}`
  );
}
