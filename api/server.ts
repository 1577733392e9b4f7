import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { answerClientError } from '#api/services/client-error.ts';
import type { Limits } from '#api/services/limits.ts';

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

async function close(server: Server, graceMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
