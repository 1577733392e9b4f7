import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError } from '#data/errors.ts';
import type { Format, InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { recognize } from '#data/ingest/recognize.ts';
import type { Problem } from '#data/model/problem.ts';

const options: ReadOptions = { skipBadRows: false, source: 'file', signal: new AbortController().signal };

/** Everything that holds for a format that can be read, given one small file of it. */
export function describeFormat(format: Format, golden: InputFile): void {
  const read = (bytes: Uint8Array): Promise<ReadResult> | undefined =>
    format.read?.([{ name: golden.name, bytes }], options);

  /** What a reading is refused with; undefined if it was taken. */
  const refused = async (bytes: Uint8Array): Promise<readonly Problem[] | undefined> => {
    const start = performance.now();
    const outcome: unknown = await Promise.resolve()
      .then(() => read(bytes))
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(performance.now() - start).toBeLessThan(2_000);
    if (outcome === undefined) return undefined;
    expect(outcome).toBeInstanceOf(InputError);
    return (outcome as InputError).problems;
  };

  describe(`format ${format.id}`, () => {
    it('is recognised by its content alone', () => {
      expect(recognize({ name: 'x', bytes: golden.bytes })).toBe(format);
    });

    it('reads two organizations and one tie, the same each time, and leaves the bytes alone', async () => {
      const before = golden.bytes.slice();
      const first = await read(golden.bytes);
      expect(first?.data.organizations.map(({ id }) => id)).toHaveLength(2);
      expect(first?.data.relationships).toHaveLength(1);
      expect(first?.data.relationships[0]?.direction).toBe('directed');
      expect(await read(golden.bytes)).toEqual(first);
      expect(golden.bytes).toEqual(before);
    });

    it('keeps its word about notes: severity, code, file and a whole sentence', async () => {
      for (const problem of (await read(golden.bytes))?.problems ?? []) {
        expect(problem).toMatchObject({ severity: 'note', file: golden.name });
        expect(problem.message).toMatch(/[.!]$/u);
      }
    });

    it.each([
      ['nothing', new Uint8Array(0)],
      ['zero bytes', new Uint8Array(1_000)],
      ['noise', Uint8Array.from({ length: 4_096 }, (_, at) => (at * 7_919 + (at >> 3)) & 255)],
    ])('refuses %s in words, naming the file', async (_, bytes) => {
      const problems = await refused(bytes);
      expect(problems?.some(({ severity, file }) => severity === 'error' && file === golden.name)).toBe(true);
    });

    it('takes or refuses every truncation, and throws nothing else', async () => {
      const { bytes } = golden;
      const step = Math.max(1, Math.floor(bytes.length / 40));
      for (let length = 1; length < bytes.length; length += step) await refused(bytes.subarray(0, length));
    });

    it('takes or refuses every single changed byte, and throws nothing else', async () => {
      const { bytes } = golden;
      const step = Math.max(1, Math.floor(bytes.length / 60));
      for (let at = 0; at < bytes.length; at += step) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 0x15;
        await refused(changed);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    });

    it('never throws while it looks whether a file is its own', () => {
      for (const bytes of [
        new Uint8Array(0),
        Uint8Array.of(0x50, 0x4b, 3, 4),
        Uint8Array.of(0xff, 0xfe),
        new Uint8Array(100),
      ]) {
        expect(() => format.recognizes(bytes)).not.toThrow();
      }
    });

    it('has a page that names it', () => {
      const page = `docs/formats/${format.id}.md`;
      expect(existsSync(page)).toBe(true);
      expect(readFileSync('docs/formats/README.md', 'utf8')).toContain(`\`${format.id}\``);
    });

    const { write } = format;
    if (write === undefined) return;
    it('reads what it writes as what was written', async () => {
      const first = await read(golden.bytes);
      if (first === undefined) throw new Error('not readable');
      const { files } = await write(first.data);
      const again = await format.read?.(
        files.map(({ suffix, bytes }) => ({ name: `${golden.name}${suffix}`, bytes })),
        options,
      );
      expect(withoutExternal(again?.data)).toEqual(withoutExternal(first.data));
    });
  });
}

/** A written file's ids may become its external ids when it is read: what the record says stays the same. */
function withoutExternal(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'external' ? undefined : value)));
}
