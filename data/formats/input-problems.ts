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
/** A file that is wrong all through is not read to its end. */
const errorsAtMost = 10_000;
const valueShown = 120;

/** Collects the problems of one file; repeated notes of one sort are counted, not repeated. */
export class InputProblems {
  readonly file: string;
  readonly #skipBadRows: boolean;
  readonly #problems: Problem[] = [];
  readonly #counted = new Map<string, { at: number; count: number; message: (count: number) => string }>();
  /** Errors beyond those listed, by their sort. */
  readonly #unlisted = new Map<string, number>();
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

  /** One row or element cannot be taken truthfully; with --skip-bad-rows a listed omission. Throws after 10,000. */
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
    const problem = this.#problem('error', code, place, message, value);
    if (this.#errors <= shownAtMost) this.#problems.push(problem);
    else this.#unlisted.set(sortOf(problem), (this.#unlisted.get(sortOf(problem)) ?? 0) + 1);
    if (this.#errors < errorsAtMost) return;
    this.fatal('MORE_ERRORS', {}, `After ${errorsAtMost} errors the file was read no further.`);
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
    const unlisted = new Map(this.#unlisted);
    for (const [at, problem] of problems.entries()) {
      const more = problem.severity === 'error' ? unlisted.get(sortOf(problem)) : undefined;
      if (more === undefined) continue;
      problems[at] = { ...problem, more };
      unlisted.delete(sortOf(problem));
    }
    const others = [...unlisted.values()].reduce((sum, count) => sum + count, 0);
    if (others > 0)
      problems.push(this.#problem('error', 'MORE_ERRORS', {}, `${others} more errors are not listed.`));
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

/** Errors of one sort are wrong in the same way at the same kind of place. */
export function sortOf({ code, file, sheet, column }: Problem): string {
  return JSON.stringify([code, file, sheet, column]);
}

/** A value as shown in a message: no longer than a line. */
export function shortened(value: string): string {
  return value.length <= valueShown ? value : `${value.slice(0, valueShown)}… (${value.length} characters)`;
}
