import { ApiError } from '#api/errors.ts';
import { checkJsonText } from '#api/services/check-json-text.ts';

/**
 * JSON of a stranger: UTF-8, nested no deeper than the limit (seen before it is parsed), and nothing in it that a parser
 * would drop or round in silence.
 *
 * Errors   JSON_NOT_VALID; VALUE_NOT_VALID for a name or a number that a schema of JSON cannot exclude
 */
export function parseJsonBody(bytes: Uint8Array, depthLimit: number): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    checkJsonText(text, depthLimit);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('JSON_NOT_VALID', `The body is not JSON in UTF-8: ${(error as Error).message}.`);
  }
}
