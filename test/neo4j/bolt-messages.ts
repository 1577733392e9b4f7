/** One message as it stood on the wire, or bytes of the handshake (null). */
export interface BoltMessage {
  readonly bytes: Buffer;
  readonly name: string | null;
}

const names: Readonly<Record<number, string>> = {
  0x01: 'HELLO',
  0x02: 'GOODBYE',
  0x0f: 'RESET',
  0x10: 'RUN',
  0x11: 'BEGIN',
  0x12: 'COMMIT',
  0x13: 'ROLLBACK',
  0x3f: 'PULL',
  0x66: 'ROUTE',
  0x6a: 'LOGON',
  0x70: 'SUCCESS',
  0x71: 'RECORD',
  0x7e: 'IGNORED',
  0x7f: 'FAILURE',
};

/** The answer by which a server offers its versions as a list. */
const manifest = 0x000001ff;

/** What both directions of a connection know of its handshake. */
export interface Handshake {
  /** Whether the server offered a list, to which the client answers with its choice. */
  listed: boolean | null;
}

/**
 * Cuts one direction of a Bolt connection into messages: the handshake, then chunks of two bytes of length and their
 * bytes, each message ended by a chunk of length 0 (an empty one is a sign of life).
 */
export class BoltMessages {
  readonly #from: 'client' | 'server';
  readonly #handshake: Handshake;
  #waiting = Buffer.alloc(0);
  #greeted: 'no' | 'choosing' | 'yes' = 'no';

  constructor(from: 'client' | 'server', handshake: Handshake) {
    this.#from = from;
    this.#handshake = handshake;
  }

  take(bytes: Buffer): BoltMessage[] {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    const messages: BoltMessage[] = [];
    for (let length = this.#nextLength(); length > 0; length = this.#nextLength()) {
      const greeting = this.#greeted !== 'yes';
      const own = this.#waiting.subarray(0, length);
      this.#waiting = this.#waiting.subarray(length);
      messages.push({
        bytes: own,
        name: greeting || own.length < 6 ? null : (names[own[3] ?? 0] ?? 'OTHER'),
      });
      if (greeting) this.#greet(own);
    }
    return messages;
  }

  #greet(own: Buffer): void {
    if (this.#from === 'server') {
      this.#handshake.listed = own.readUInt32BE(0) === manifest;
      this.#greeted = 'yes';
    } else this.#greeted = this.#greeted === 'no' ? 'choosing' : 'yes';
  }

  /** 0: there is no whole one yet. */
  #nextLength(): number {
    if (this.#greeted === 'yes') return this.#messageLength();
    if (this.#from === 'server') return this.#offerLength();
    if (this.#greeted === 'no') return this.#waiting.length >= 20 ? 20 : 0;
    if (this.#handshake.listed === null) return 0;
    if (this.#handshake.listed) return this.#varintEnd(4);
    this.#greeted = 'yes';
    return this.#messageLength();
  }

  #offerLength(): number {
    if (this.#waiting.length < 4) return 0;
    if (this.#waiting.readUInt32BE(0) !== manifest) return 4;
    const countEnd = this.#varintEnd(4);
    if (countEnd === 0) return 0;
    return this.#varintEnd(countEnd + 4 * (this.#waiting[4] ?? 0));
  }

  #varintEnd(from: number): number {
    for (let at = from; at < this.#waiting.length; at++) if ((this.#waiting[at] ?? 0) < 0x80) return at + 1;
    return 0;
  }

  #messageLength(): number {
    let at = 0;
    while (at + 2 <= this.#waiting.length) {
      const chunk = this.#waiting.readUInt16BE(at);
      at += 2 + chunk;
      if (chunk === 0) return at;
    }
    return 0;
  }
}
