import { AppError } from '#analysis/errors.ts';
import type { Problem } from '#data/model/problem.ts';

/** Every code that reading, lensing and storing can raise, with the sentence that explains it in docs/errors.md. */
export const dataErrors = {
  INPUT_NOT_VALID: 'A file cannot be taken as it stands; its problems say where and why.',
  LENS_NOT_VALID: 'The lens has a part that does not exist or a value that it does not accept.',
} as const;

export class DataError extends AppError<keyof typeof dataErrors> {}

/** A refused input with every problem found (at least one of severity error). */
export class InputError extends DataError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      'INPUT_NOT_VALID',
      problems.find((problem) => problem.severity === 'error')?.message ?? 'The input is not valid.',
    );
    this.problems = problems;
  }
}
