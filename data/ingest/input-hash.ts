import { createHash } from 'node:crypto';

/** The files whose bytes decide a result, in the order of the arguments; then the mapping, lens and groups files. */
export interface HashedInput {
  readonly files: readonly Uint8Array[];
  readonly mapping?: Uint8Array | undefined;
  readonly lens?: Uint8Array | undefined;
  readonly groups?: Uint8Array | undefined;
}

/**
 * The receipt's inputHash: SHA-256 over the raw SHA-256 digests (32 bytes each, one after the other) of the files in
 * argument order, then of those of mapping, lens and groups that came as files.
 *
 * Output   "sha256:" and 64 hexadecimal digits; the same on every machine
 * Cost     O(bytes)
 */
export function inputHash({ files, mapping, lens, groups }: HashedInput): string {
  const outer = createHash('sha256');
  for (const bytes of [...files, mapping, lens, groups]) {
    if (bytes !== undefined) outer.update(createHash('sha256').update(bytes).digest());
  }
  return `sha256:${outer.digest('hex')}`;
}
