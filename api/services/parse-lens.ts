import { DataError } from '#data/errors.ts';

/** A lens as somebody wrote it. Errors: LENS_NOT_VALID for text that is no JSON. */
export function parseLens(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DataError(
      'LENS_NOT_VALID',
      `The lens is not JSON: ${(error as Error).message}.`,
      'An example: {"include": {"relationships": null}}.',
    );
  }
}
