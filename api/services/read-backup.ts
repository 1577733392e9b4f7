import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { AppError } from '#analysis/errors.ts';
import { ApiError } from '#api/errors.ts';
import {
  type BackupManifest,
  backupHeadSchema,
  backupManifestSchema,
  backupVersion,
} from '#api/services/backup-manifest.ts';
import { DataError } from '#data/errors.ts';

/** The lines of a backup. Errors: FILE_NOT_READABLE, BACKUP_NOT_VALID */
export async function* backupLines(path: string): AsyncIterable<string> {
  const gunzip = createGunzip();
  const bytes = createReadStream(path).on('error', (error) => gunzip.destroy(error));
  try {
    yield* linesOf(bytes.pipe(gunzip));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_') === true) throw notValid(path, `it is not whole gzip (${message})`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw notValid(path, 'it is not UTF-8');
    throw new ApiError('FILE_NOT_READABLE', `${path} could not be read: ${message}.`);
  } finally {
    bytes.destroy();
    gunzip.destroy();
  }
}

/** Split at line feeds only: a line separator (U+2028) is a character of a text like others. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Reads a backup through and checks that it is whole and unchanged. Cost O(bytes), memory O(a line)
 * Errors   FILE_NOT_READABLE, BACKUP_NOT_VALID
 */
export async function verifyBackup(path: string): Promise<BackupManifest> {
  const all = createHash('sha256');
  let first: string | undefined;
  let last: string | undefined;
  for await (const line of backupLines(path)) {
    if (first === undefined) {
      first = line;
      checkHead(path, line);
    }
    if (last !== undefined) all.update(`${last}\n`);
    last = line;
  }
  const manifest = manifestOf(last);
  if (!manifest) throw notValid(path, 'its last line is not the manifest, so it was cut short');
  if (manifest.sha256 !== all.digest('hex')) throw notValid(path, 'its hash is not the one in its manifest');
  return manifest;
}

function checkHead(path: string, line: string): void {
  const head = backupHeadSchema.safeParse(jsonOf(line));
  if (!head.success) throw notValid(path, 'its first line does not say {"format":"weft-backup",…}');
  if (head.data.version > backupVersion) {
    throw notValid(path, `its version is ${head.data.version}, and this Weft reads ${backupVersion}`);
  }
}

function manifestOf(line: string | undefined): BackupManifest | null {
  const parsed = backupManifestSchema.safeParse(jsonOf(line ?? ''));
  return parsed.success ? parsed.data.manifest : null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function notValid(path: string, why: string): DataError {
  return new DataError(
    'BACKUP_NOT_VALID',
    `${path} is not a whole backup of Weft: ${why}.`,
    'Nothing was restored.',
  );
}
