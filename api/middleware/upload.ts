import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { ApiError } from '#api/errors.ts';
import type { Limits } from '#api/services/limits.ts';
import { diskFull } from '#api/services/disk-full.ts';
import { uploadFolder } from '#api/services/upload-folder.ts';

/** Where the files of one upload are, until whoever takes them over removes the folder. */
export interface Upload {
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly name: string }[];
}

/** Hands the request's upload over: from now on its folder is the taker's to remove. */
export function takeUpload(locals: Record<string, unknown>): Upload {
  const upload = locals['upload'] as Upload;
  delete locals['upload'];
  return upload;
}

/**
 * Takes the files of a form into a folder of their own under random names; request.body gets the other fields. The
 * folder goes when the upload fails or is cut off.
 *
 * Errors   MEDIA_TYPE_NOT_ACCEPTED, BODY_TOO_LARGE, REQUEST_NOT_VALID by way of the problem middleware
 */
export function upload(dataFolder: string, limits: Limits): RequestHandler {
  return async (request, response, next) => {
    if (request.is('multipart/form-data') === false || request.get('Content-Type') === undefined) {
      throw new ApiError(
        'MEDIA_TYPE_NOT_ACCEPTED',
        `The Content-Type is ${JSON.stringify(request.get('Content-Type') ?? '')}.`,
        'multipart/form-data.',
      );
    }
    const folder = uploadFolder(dataFolder, randomUUID());
    response.locals['upload'] = { folder, files: [] } satisfies Upload;
    response.once('close', () => {
      if ('upload' in response.locals) void remove(folder);
    });
    await mkdir(folder, { recursive: true });
    // A client that has gone meanwhile is told of by no event any more.
    if (request.destroyed) {
      await remove(folder);
      return;
    }
    const take = multer({
      storage: multer.diskStorage({
        destination: folder,
        filename: (_, __, named) => {
          named(null, randomUUID());
        },
      }),
      limits: {
        fileSize: limits.uploadBytes,
        files: limits.uploadFiles,
        fields: 10,
        parts: limits.uploadFiles + 10,
        fieldNameSize: 100,
        fieldSize: 1_000_000,
        headerPairs: 20,
      },
      defParamCharset: 'utf8',
    }).array('file');
    take(request, response, (error: unknown) => {
      if (error === undefined || error === null) {
        const files = (request.files ?? []) as Express.Multer.File[];
        response.locals['upload'] = {
          folder,
          files: files.map(({ path, originalname }) => ({ path, name: originalname })),
        } satisfies Upload;
        const fields = request.body as Readonly<Record<string, unknown>>;
        request.body = { ...fields, file: files.map(({ originalname }) => originalname) };
        next();
        return;
      }
      void remove(folder).then(() => {
        next(asProblem(error));
      });
    });
  };
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof MulterError)) {
    const full = diskFull(error);
    if (full) return full;
    return new ApiError(
      'REQUEST_NOT_VALID',
      `The form could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const unexpected = error.code === 'LIMIT_UNEXPECTED_FILE';
  return new ApiError(
    unexpected ? 'REQUEST_NOT_VALID' : 'BODY_TOO_LARGE',
    `${error.message}${error.field === undefined ? '' : ` (${error.field})`}.`,
    unexpected ? 'Files in the field "file".' : 'uploadBytes and uploadFiles of /api/v1/limits.',
  );
}
