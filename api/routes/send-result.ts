import { extname } from 'node:path';
import { ApiError } from '#api/errors.ts';
import type { Exchange } from '#api/routes/define-route.ts';

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.html': 'text/html; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.gexf': 'application/gexf+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.zip': 'application/zip',
};

/** Sends the file of a result. A file of a name is for keeping; HTML of ours that holds users' words runs nothing. */
export async function sendResult(
  { key, path, name }: { readonly key: string; readonly path: string; readonly name?: string },
  { response }: Exchange,
): Promise<void> {
  response.set({
    'Content-Type': types[extname(name ?? path)] ?? 'application/octet-stream',
    'Cache-Control': 'private, no-cache',
    ETag: `"${key}"`,
    ...(name === undefined
      ? {}
      : {
          'Content-Disposition': `attachment; filename="${name}"`,
          'Content-Security-Policy':
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
        }),
  });
  await new Promise<void>((resolve, reject) => {
    response.sendFile(
      path,
      { etag: false, lastModified: false, cacheControl: false, dotfiles: 'allow' },
      (error) => {
        // A client that went away is no failure.
        if (error && !response.headersSent) reject(asGone(error));
        else resolve();
      },
    );
  });
}

/** A file that made room for others between two looks at it. */
function asGone(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return error;
  return new ApiError('NOT_FOUND', 'The result is not kept any more.', 'Ask for it again.');
}
