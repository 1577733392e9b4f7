import type { Request, RequestHandler, Response } from 'express';
import type { Operation } from '#api/contract/define-operation.ts';
import { ApiError } from '#api/errors.ts';
import type { AccessTokens } from '#api/services/access-tokens.ts';

export const accessCookie = 'weft_access';

/** Who may look and who may change, where the server has tokens. Errors: TOKEN_MISSING, TOKEN_NOT_ENOUGH */
export function accessToken(
  tokens: AccessTokens | null,
  operation: Pick<Operation, 'edits'>,
): RequestHandler {
  return (request, response, next) => {
    if (tokens === null) {
      next();
      return;
    }
    const right = tokens.rightOf(tokenOf(request));
    if (right === null) {
      response.set('WWW-Authenticate', 'Bearer realm="Weft"');
      throw new ApiError(
        'TOKEN_MISSING',
        'The request has no access token that this server knows.',
        'Authorization: Bearer TOKEN, or the page /access in a browser.',
      );
    }
    response.locals['right'] = right;
    if (operation.edits) checkEdits(response);
    next();
  };
}

/** Errors: TOKEN_NOT_ENOUGH */
export function checkEdits(response: Response): void {
  if (response.locals['right'] !== 'view') return;
  throw new ApiError('TOKEN_NOT_ENOUGH', 'This access token lets its holder look.', 'The edit token.');
}

export function tokenOf(request: Request): string {
  const [, bearer] = /^Bearer (\S+)$/iu.exec(request.get('Authorization') ?? '') ?? [];
  if (bearer !== undefined) return bearer;
  for (const pair of (request.get('Cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === accessCookie && value !== undefined) return value;
  }
  return '';
}
