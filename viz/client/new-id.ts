/** 32 random hexadecimal digits: a word of our own for a request (pages without HTTPS have no randomUUID). */
export function newWord(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** A new record's id: UUID version 7 (RFC 9562), which sorts by the time it was made. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now();
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(time / 256 ** (5 - at)) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const text = hex(bytes);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
