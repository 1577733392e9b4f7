import { ApiError } from '#api/errors.ts';

const quote = 0x22;
const backslash = 0x5c;

/**
 * JSON of a stranger: UTF-8, nested no deeper than the limit (seen before it is parsed), without the key __proto__.
 *
 * Errors   JSON_NOT_VALID; VALUE_NOT_VALID for the key, which a schema of JSON does not exclude at every depth
 */
export function parseJsonBody(bytes: Uint8Array, depthLimit: number): unknown {
  if (depthOf(bytes) > depthLimit) {
    throw new ApiError('JSON_NOT_VALID', `The body is nested deeper than ${depthLimit} levels.`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__')
        throw new ApiError('VALUE_NOT_VALID', 'A field is named __proto__; any other name is accepted.');
      return value;
    });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('JSON_NOT_VALID', `The body is not JSON in UTF-8: ${(error as Error).message}.`);
  }
}

function depthOf(bytes: Uint8Array): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) inText = !inText;
    else if (inText) {
      if (byte === backslash) at++;
    } else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return deepest;
}
