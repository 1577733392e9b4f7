import { Router, static as files, urlencoded, type Request, type RequestHandler } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accessCookie, tokenOf } from '#api/middleware/access-token.ts';
import { otherMethod } from '#api/middleware/other-method.ts';
import type { AccessTokens } from '#api/services/access-tokens.ts';
import { exampleServer } from '#api/services/docs-operation.ts';
import { accessPage, notBuiltPage } from '#api/services/plain-pages.ts';

export interface PageDeps {
  readonly tokens: AccessTokens | null;
  /** The folder of the built screen. */
  readonly screen: string;
  readonly docs: string;
}

/** Addresses on screen: all of them are one page. */
const screenAddresses = ['/', '/n/*rest', '/n/:network'];

/** What a browser is shown: the screen where it is built, the documentation, the page that asks for a token. */
export function pageRoutes({ tokens, screen, docs }: PageDeps): Router {
  const router = Router();
  router
    .route('/api/docs')
    .get((request, response) => {
      response.type('html').send(docs.replaceAll(exampleServer, addressOf(request)));
    })
    .all(otherMethod(['GET']));
  // Browsers ask for it beside every page that names no icon of its own.
  router.use('/favicon.ico', (_, response) => {
    response.status(204).end();
  });
  if (tokens) accessRoutes(router, tokens);
  router.use(files(screen, { index: false, fallthrough: true, redirect: false }));
  router.get(screenAddresses, signedIn(tokens), (_, response, next) => {
    response.set('Cache-Control', 'no-cache');
    const index = join(screen, 'index.html');
    if (!existsSync(index)) response.type('html').send(notBuiltPage());
    else
      response.sendFile(index, (error) => {
        if (error && !response.headersSent) next(error);
      });
  });
  router.all(screenAddresses, otherMethod(['GET']));
  return router;
}

/** Where the page was asked for; nothing of a Host that is no address gets into it. */
function addressOf(request: Request): string {
  const host = request.get('Host') ?? '';
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/iu.test(host)
    ? `${request.protocol}://${host}`
    : exampleServer;
}

function signedIn(tokens: AccessTokens | null): RequestHandler {
  return (request, response, next) => {
    if (tokens === null || tokens.rightOf(tokenOf(request)) !== null) next();
    else response.redirect(303, '/access');
  };
}

function accessRoutes(router: Router, tokens: AccessTokens): void {
  router.get('/access', (_, response) => {
    response.type('html').send(accessPage(false));
  });
  router.post(
    '/access',
    urlencoded({ extended: false, limit: 2_000, parameterLimit: 1 }),
    (request, response) => {
      const { token } = (request.body ?? {}) as { token?: unknown };
      if (typeof token !== 'string' || tokens.rightOf(token) === null) {
        response.status(401).type('html').send(accessPage(true));
        return;
      }
      response.cookie(accessCookie, token, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: request.secure,
      });
      response.redirect(303, '/');
    },
  );
  router.all('/access', otherMethod(['GET', 'POST']));
}
