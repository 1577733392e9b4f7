import { createHash } from 'node:crypto';
import helmet from 'helmet';
import { docsStyle } from '#api/services/docs-page.ts';
import { plainStyle } from '#api/services/plain-pages.ts';

/** The styles of the pages that are no files of their own; no other style stands inside a page. */
const ownStyles = [docsStyle, plainStyle].map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
);

/**
 * Headers that keep pages to themselves. Set by hand: helmet's own policy asks for HTTPS, which a server in a local
 * network does not have.
 */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", ...ownStyles],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  originAgentCluster: true,
  xFrameOptions: { action: 'deny' },
});
