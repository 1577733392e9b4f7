import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError } from '#api/errors.ts';

export type Right = 'view' | 'edit';

/** The tokens of a server that is not on loopback: one to look, one to change. Compared by hash, in constant time. */
export class AccessTokens {
  readonly #hashes: ReadonlyMap<Right, Buffer>;

  private constructor(hashes: ReadonlyMap<Right, Buffer>) {
    this.#hashes = hashes;
  }

  /**
   * Reads "view TOKEN" and "edit TOKEN", a line each.
   *
   * Errors   USAGE
   */
  static parse(text: string, file: string): AccessTokens {
    const hashes = new Map<Right, Buffer>();
    const seen = new Set<string>();
    for (const line of text.split('\n').map((row) => row.trim())) {
      if (line === '' || line.startsWith('#')) continue;
      const [, right, token] = /^(view|edit)\s+([\w.~-]{20,500})$/u.exec(line) ?? [];
      if (right === undefined || token === undefined || seen.has(token) || hashes.has(right as Right)) {
        throw notValid(file);
      }
      seen.add(token);
      hashes.set(right as Right, hash(token));
    }
    if (hashes.size !== 2) throw notValid(file);
    return new AccessTokens(hashes);
  }

  rightOf(token: string): Right | null {
    const given = hash(token);
    let found: Right | null = null;
    for (const [right, known] of this.#hashes) if (timingSafeEqual(known, given)) found = right;
    return found;
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function notValid(file: string): ApiError {
  return new ApiError(
    'USAGE',
    `The access token file ${file} is not what is accepted.`,
    'Two lines, "view TOKEN" and "edit TOKEN": different tokens of 20 to 500 letters, digits, - . _ ~.',
  );
}
