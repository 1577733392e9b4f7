import type { Response } from 'express';
import { ApiError } from '#api/errors.ts';

export interface StreamEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

export interface EventStream {
  readonly send: (event: StreamEvent) => void;
  /** After the last event. */
  readonly end: () => void;
}

const heartbeatMs = 15_000;

/** Event streams that are open: so many at most, and a reader that leaves too much unread is let go. */
export class EventStreams {
  readonly #limits: { readonly streams: number; readonly streamBufferBytes: number };
  readonly #open = new Set<Response>();

  constructor(limits: { readonly streams: number; readonly streamBufferBytes: number }) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Errors: STREAMS_FULL */
  open(response: Response): EventStream {
    if (this.#open.size >= this.#limits.streams) {
      throw new ApiError(
        'STREAMS_FULL',
        `${this.#open.size} event streams are open already.`,
        'Ask again later.',
      );
    }
    this.#open.add(response);
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    if (response.req.method === 'HEAD') response.end();
    const write = (text: string): void => {
      if (response.writableEnded || response.destroyed) return;
      response.write(text);
      if (response.writableLength > this.#limits.streamBufferBytes) response.destroy();
    };
    // A reader reconnects by itself; the first comment makes proxies pass the headers on.
    write('retry: 1000\n: weft\n\n');
    const heartbeat = setInterval(() => {
      write(': still here\n\n');
    }, heartbeatMs);
    response.once('close', () => {
      clearInterval(heartbeat);
      this.#open.delete(response);
    });
    return {
      send: ({ id, event, data }) => {
        write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      },
      end: () => response.end(),
    };
  }

  /** Ends every stream: the server stops. */
  closeAll(): void {
    for (const response of this.#open) response.end();
  }
}
