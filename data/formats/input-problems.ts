import { InputError } from '#data/errors.ts';
import type { Problem } from '#data/model/problem.ts';

/** Where in a file something stands. */
export interface InputPlace {
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: string;
  readonly record?: string;
}

const shownAtMost = 200;
const valueShown = 120;

/** Collects the problems of one file; repeated notes of one sort are counted, not repeated. */
export class InputProblems {
  readonly file: string;
  readonly #skipBadRows: boolean;
  readonly #problems: Problem[] = [];
  readonly #counted = new Map<string, { at: number; count: number; message: (count: number) => string }>();
  #errors = 0;
  #omitted = 0;

  constructor(file: string, skipBadRows = false) {
    this.file = file;
    this.#skipBadRows = skipBadRows;
  }

  /** The file as a whole cannot be read: throws everything found so far. */
  fatal(code: string, place: InputPlace, message: string, value?: string): never {
    this.#problems.push(this.#problem('error', code, place, message, value));
    throw new InputError(this.list());
  }

  /** One row or element cannot be taken truthfully; with --skip-bad-rows a listed omission. */
  row(code: string, place: InputPlace, message: string, value?: string): void {
    if (this.#skipBadRows) {
      this.#omitted += 1;
      if (this.#omitted <= shownAtMost) {
        this.#problems.push({
          ...this.#problem('note', code, place, `Left out: ${message}`, value),
          omitted: true,
        });
      }
      return;
    }
    this.#errors += 1;
    if (this.#errors <= shownAtMost) this.#problems.push(this.#problem('error', code, place, message, value));
  }

  note(code: string, place: InputPlace, message: string, value?: string): void {
    this.#problems.push(this.#problem('note', code, place, message, value));
  }

  /** A note that may come thousands of times: its first place is kept, its message is told the count. */
  count(code: string, key: string, place: InputPlace, message: (count: number) => string): void {
    const known = this.#counted.get(`${code}\n${key}`);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    this.#problems.push(this.#problem('note', code, place, message(1)));
    this.#counted.set(`${code}\n${key}`, { at: this.#problems.length - 1, count: 1, message });
  }

  /** Throws if a row could not be taken. */
  throwIfAny(): void {
    if (this.#errors > 0) throw new InputError(this.list());
  }

  list(): Problem[] {
    const problems = [...this.#problems];
    for (const { at, count, message } of this.#counted.values()) {
      const first = problems[at];
      if (first !== undefined) problems[at] = { ...first, message: message(count) };
    }
    const unlisted = Math.max(0, this.#errors - shownAtMost);
    if (unlisted > 0)
      problems.push(this.#problem('error', 'MORE_ERRORS', {}, `${unlisted} more errors are not listed.`));
    const unlistedOmissions = Math.max(0, this.#omitted - shownAtMost);
    if (unlistedOmissions > 0) {
      problems.push(
        this.#problem('note', 'MORE_ERRORS', {}, `${unlistedOmissions} more omissions are not listed.`),
      );
    }
    return problems;
  }

  #problem(
    severity: Problem['severity'],
    code: string,
    place: InputPlace,
    message: string,
    value?: string,
  ): Problem {
    return {
      severity,
      code,
      file: this.file,
      ...place,
      ...(value === undefined ? {} : { value: shortened(value) }),
      message,
    };
  }
}

/** A value as shown in a message: no longer than a line. */
export function shortened(value: string): string {
  return value.length <= valueShown ? value : `${value.slice(0, valueShown)}… (${value.length} characters)`;
}
