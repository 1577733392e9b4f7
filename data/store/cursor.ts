import { DataError } from '#data/errors.ts';

/** Two whole numbers as an opaque word. */
export function writeCursor(a: number, b: number): string {
  return Buffer.from(`${a}.${b}`).toString('base64url');
}

/** Errors: CURSOR_NOT_VALID */
export function readCursor(cursor: string): readonly [number, number] {
  const match = /^(\d{1,15})\.(\d{1,15})$/u.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match)
    throw new DataError(
      'CURSOR_NOT_VALID',
      `The cursor ${JSON.stringify(cursor)} is not one that a page gave.`,
    );
  return [Number(match[1]), Number(match[2])];
}
