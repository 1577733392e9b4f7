import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { BoltMessages, type Handshake } from './bolt-messages.ts';

/**
 * What happens to the connection at a message of the client.
 *
 * before     cut, and the message never arrives         half    half of the message arrives, then cut
 * after      the message arrives, its answer is lost    gap     cut as soon as it is sent: nobody knows
 * delay      it arrives late                            drip    it arrives byte by byte
 * reset      as before, with a TCP reset                hole    from here on nothing passes, and nothing is closed
 */
export type Fault = 'before' | 'half' | 'after' | 'gap' | 'delay' | 'drip' | 'reset' | 'hole';

/** The whole link: open; away, as a server that has ended; hole, as a cable that is pulled: nothing passes, nothing ends. */
export type Link = 'open' | 'away' | 'hole';

interface Armed {
  readonly message: string;
  /** The how many-th such message from now on. */
  count: number;
  readonly fault: Fault;
}

const delayMs = 300;
const dripMs = 5;
/** After so long the hole's other end notices, as TCP does in the end. */
const holeMs = 5_000;

/** Stands between a store and Neo4j and does one harm at a time, at a chosen message. */
export class FaultProxy {
  readonly #server: Server;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #armed: Armed | null = null;
  #link: Link = 'open';
  /** How often a fault struck. */
  struck = 0;

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (client) => this.#carry(client));
  }

  static async to(target: number): Promise<FaultProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultProxy(server, target);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  arm(message: string, count: number, fault: Fault): void {
    this.#armed = { message, count, fault };
  }

  /** For every connection, those that are there and those to come. What fell into the hole ends with it. */
  set(link: Link): void {
    const ends = link === 'away' || this.#link === 'hole';
    this.#link = link;
    if (ends) for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(client: Socket): void {
    const server = connect(this.#target, '127.0.0.1');
    const ends = [client, server];
    if (this.#link === 'away') client.destroy();
    for (const socket of ends) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        for (const end of ends) end.destroy();
      });
    }
    const handshake: Handshake = { listed: null };
    const state = { silent: false, loseAnswer: false };
    const [asked, answered] = [new BoltMessages('client', handshake), new BoltMessages('server', handshake)];
    let turn = Promise.resolve();
    client.on('data', (bytes: Buffer) => {
      turn = turn.then(async () => {
        for (const { bytes: message, name } of asked.take(bytes))
          await this.#pass(message, name, client, server, state);
      });
    });
    server.on('data', (bytes: Buffer) => {
      for (const { bytes: message, name } of answered.take(bytes)) {
        if (this.#isSilent(state)) return;
        if (state.loseAnswer && name !== null) {
          for (const end of ends) end.destroy();
          return;
        }
        client.write(message);
      }
      // The client's choice waits for what the server has offered.
      client.emit('data', Buffer.alloc(0));
    });
  }

  async #pass(
    message: Buffer,
    name: string | null,
    client: Socket,
    server: Socket,
    state: { silent: boolean; loseAnswer: boolean },
  ): Promise<void> {
    if (this.#isSilent(state) || server.destroyed) return;
    const fault = this.#strikes(name);
    if (fault === null) {
      server.write(message);
      return;
    }
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    if (fault === 'before') cut();
    else if (fault === 'reset') {
      client.resetAndDestroy();
      server.resetAndDestroy();
    } else if (fault === 'half') server.write(message.subarray(0, message.length >> 1), cut);
    else if (fault === 'gap') server.write(message, cut);
    else if (fault === 'after') {
      state.loseAnswer = true;
      server.write(message);
    } else if (fault === 'hole') {
      state.silent = true;
      setTimeout(cut, holeMs).unref();
    } else if (fault === 'delay') {
      await delay(delayMs);
      server.write(message);
    } else {
      for (const byte of message) {
        server.write(Buffer.of(byte));
        await delay(dripMs);
      }
    }
  }

  #isSilent({ silent }: { readonly silent: boolean }): boolean {
    return silent || this.#link === 'hole';
  }

  #strikes(name: string | null): Fault | null {
    const armed = this.#armed;
    if (!armed || name !== armed.message || --armed.count > 0) return null;
    this.#armed = null;
    this.struck++;
    return armed.fault;
  }
}
