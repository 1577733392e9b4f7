import { createServer, type Server } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import type { Express } from 'express';
import { answerClientError } from '#api/services/client-error.ts';
import type { Limits } from '#api/services/limits.ts';

/** How long connections that seem idle are left, for requests that are on their way. */
const idleMs = 200;

/** A server that listens. */
export interface Listening {
  /** As a browser takes it: "http://127.0.0.1:4870". */
  readonly address: string;
  /** Takes nothing new, lets what is under way end, and cuts what has not ended in time. */
  readonly close: (graceMs: number) => Promise<void>;
}

/** Listens with the limits that keep slow and numerous clients from the others. Errors: those of listen (EADDRINUSE) */
export async function listen(
  app: Express,
  { host, port, limits }: { readonly host: string; readonly port: number; readonly limits: Limits },
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: limits.headerBytes, connectionsCheckingInterval: 5_000 }, app);
  server.headersTimeout = limits.headersSeconds * 1000;
  server.requestTimeout = limits.requestSeconds * 1000;
  server.maxConnections = limits.connections;
  server.on('clientError', answerClientError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { address: addressOf(server), close: (graceMs) => close(server, graceMs) };
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * Connections that are kept end with their next answer, which says so, and idle ones after a moment: whoever is in the
 * middle of asking is answered first.
 */
async function close(server: Server, graceMs: number): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.setHeader('Connection', 'close');
  });
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, idleMs);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await new Promise<void>((resolve) => {
    // That of HTTP would cut idle connections at once, and one whose request has come and is not yet read seems idle.
    NetServer.prototype.close.call(server, () => resolve());
  });
  clearInterval(idle);
  clearTimeout(cut);
}
