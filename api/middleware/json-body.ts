import { raw, type RequestHandler } from 'express';
import type { RequestBody } from '#api/contract/define-operation.ts';
import { ApiError } from '#api/errors.ts';
import { parseJsonBody } from '#api/services/parse-json-body.ts';
import type { Limits } from '#api/services/limits.ts';

/** Reads the JSON body of an operation, within the limits. Errors: MEDIA_TYPE_NOT_ACCEPTED, BODY_TOO_LARGE, JSON_NOT_VALID */
export function jsonBody({ types }: RequestBody, limits: Limits): readonly RequestHandler[] {
  return [
    (request, _, next) => {
      if (request.is([...types]) === false || !isUtf8(request.get('Content-Type'))) {
        throw new ApiError(
          'MEDIA_TYPE_NOT_ACCEPTED',
          `The Content-Type is ${JSON.stringify(request.get('Content-Type') ?? '')}.`,
          `${types.join(' or ')}, in UTF-8.`,
        );
      }
      next();
    },
    raw({ type: () => true, limit: limits.bodyBytes }),
    (request, _, next) => {
      const bytes: unknown = request.body;
      request.body = parseJsonBody(Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0), limits.jsonDepth);
      next();
    },
  ];
}

/** Whether there is a media type, which may name the one character set that JSON has. */
function isUtf8(type: string | undefined): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]*)/iu.exec(type ?? '') ?? [];
  return type !== undefined && charset.toLowerCase() === 'utf-8';
}
