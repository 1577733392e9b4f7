import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Response } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStreams } from '#api/routes/event-streams.ts';

const limits = { streams: 2, streamBufferBytes: 65_536, streamSeconds: 1 };
const data = 'x'.repeat(10_000);

let streams: EventStreams;
let sent = 0;
let told: Response | undefined;
const app = express().get('/', async (_, response) => {
  const stream = streams.open(response);
  told = response;
  while (!response.destroyed) {
    stream.send({ id: ++sent, event: 'change', data });
    await stream.room();
  }
});
app.use(((error: { code?: string }, _, response, next) => {
  if (response.headersSent) next(error);
  else response.status(503).end(String(error.code));
}) satisfies ErrorRequestHandler);
const server = createServer(app);
let url = '';
/** A reader that takes only what it is made to. */
let reader: Socket;
beforeEach(async () => {
  [streams, sent] = [new EventStreams(limits), 0];
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/`;
  reader = connect(port, '127.0.0.1');
  reader.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  reader.pause();
  await expect.poll(() => streams.count).toBe(1);
});
afterEach(() => {
  reader.destroy();
  server.closeAllConnections();
  server.close();
});

describe('EventStreams', () => {
  it('keep no more for a reader that takes nothing than the limit and one event, and let it go', async () => {
    // What the kernel holds for both ends fills up first.
    let before = -1;
    while (before !== sent) {
      before = sent;
      await setTimeout(100);
    }
    expect(told?.writableLength).toBeGreaterThan(limits.streamBufferBytes);
    expect(told?.writableLength).toBeLessThan(limits.streamBufferBytes + 2 * data.length);
    await expect.poll(() => streams.count, { timeout: 5_000 }).toBe(0);
    expect(sent).toBe(before);
  });

  it('stay open for a reader that takes what comes, and open no more once they are closed', async () => {
    reader.resume();
    for (let turn = 0; turn < 15; turn++) {
      await setTimeout(100);
      expect(streams.count).toBe(1);
    }
    streams.closeAll();
    expect(await (await fetch(url)).text()).toBe('STOPPING');
  });
});
