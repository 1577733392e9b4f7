/** Every code that analysis can raise, with the sentence that explains it in docs/errors.md. */
export const analysisErrors = {
  ABORTED: 'The work was cancelled, or its deadline passed.',
  STRENGTH_NOT_VALID:
    'A strength is NaN, infinite or negative. Accepted: a finite number of 0 or more (0 is no tie).',
  TIE_END_UNKNOWN: 'A tie names a node that the graph does not have.',
  MEASURE_UNKNOWN: 'No measure or finding has this id.',
  MEASURE_NOT_AVAILABLE:
    'The engine that was asked for does not compute this measure, or not of a network that is looked at in this way.',
  PARAMETER_NOT_VALID: 'A parameter of a measure has a value that it does not accept.',
  PATHS_NOT_COUNTABLE:
    'Two organizations have more than 1.8e308 equally short paths between them; betweenness cannot be computed.',
  GROUPS_NOT_VALID: 'The partition given does not fit the graph.',
} as const;

/** What every error of Weft carries: a stable code, what is wrong with which value, what is accepted. */
export class AppError<Code extends string = string> extends Error {
  readonly code: Code;
  /** What would be accepted, or how to go on. */
  readonly hint: string | undefined;

  constructor(code: Code, detail: string, hint?: string) {
    super(detail);
    this.name = 'AppError';
    this.code = code;
    this.hint = hint;
  }
}

export class AnalysisError extends AppError<keyof typeof analysisErrors> {}

/** Throws ABORTED when the signal says so; called in outer loops. */
export function checkAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AnalysisError('ABORTED', 'The work was cancelled.');
}
