import { setTimeout as delay } from 'node:timers/promises';
import type { Response } from 'express';
import { ApiError } from '#api/errors.ts';
import type { Limits } from '#api/services/limits.ts';

export interface StreamEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

export interface EventStream {
  readonly send: (event: StreamEvent) => void;
  /** Resolves when the reader has left no more unread than the limit, or has gone. */
  readonly room: () => Promise<void>;
  /** After the last event. */
  readonly end: () => void;
}

const roomMs = 10;

type StreamLimits = Pick<Limits, 'streams' | 'streamBufferBytes' | 'streamSeconds'>;

/**
 * Event streams that are open: so many at most. Who has much to tell waits for the reader, so that little is kept for
 * each; a reader that takes nothing for some time is let go.
 */
export class EventStreams {
  readonly #limits: StreamLimits;
  readonly #open = new Set<Response>();
  #closed = false;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Errors: STREAMS_FULL, STOPPING */
  open(response: Response): EventStream {
    if (this.#closed) throw new ApiError('STOPPING', 'The server is stopping.');
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
      if (!response.writableEnded && !response.destroyed) response.write(text);
    };
    // A reader reconnects by itself; the first comment makes proxies pass the headers on.
    write('retry: 1000\n: weft\n\n');
    let unread = 0;
    const heartbeat = setInterval(() => {
      if (unread > 0 && response.writableLength >= unread) response.destroy();
      unread = response.writableLength;
      write(': still here\n\n');
    }, this.#limits.streamSeconds * 1000);
    response.once('close', () => {
      clearInterval(heartbeat);
      this.#open.delete(response);
    });
    return {
      send: ({ id, event, data }) => {
        write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      },
      room: async () => {
        while (response.writableLength > this.#limits.streamBufferBytes && !response.destroyed)
          await delay(roomMs);
      },
      end: () => response.end(),
    };
  }

  /** Ends every stream, and opens no more: the server stops. */
  closeAll(): void {
    this.#closed = true;
    for (const response of this.#open) response.end();
  }
}
