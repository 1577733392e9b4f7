import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWhole } from '#api/services/write-whole.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-write-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a file written whole', () => {
  it('replaces what was there', async () => {
    const path = join(folder, 'there.txt');
    await writeFile(path, 'old and longer');
    await writeWhole(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('keeps a link a link, and writes into a pipe instead of taking its place', async () => {
    const [path, link, pipe] = [join(folder, 'led-to.txt'), join(folder, 'link'), join(folder, 'pipe')];
    await writeFile(path, 'old');
    await symlink(path, link);
    await writeWhole(link, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([readFile(pipe, 'utf8'), writeWhole(pipe, 'through')]);
    expect(read).toBe('through');
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it('leaves what was there as it was until all is written, and for good where that fails', async () => {
    const path = join(folder, 'kept.txt');
    await writeFile(path, 'old');
    const seen: string[] = [];
    async function* parts(): AsyncIterable<Uint8Array> {
      yield new Uint8Array(100_000);
      seen.push(await readFile(path, 'utf8'));
      yield new Uint8Array(1);
      throw new Error('half of it');
    }
    await expect(writeWhole(path, parts())).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
    seen.push(await readFile(path, 'utf8'));
    expect(seen).toEqual(['old', 'old']);
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('says that the folder does not exist, and not the name of the temporary file', async () => {
    const path = join(folder, 'nowhere', 'report.pdf');
    await expect(writeWhole(path, 'x')).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
      message: `${path} could not be written: the folder ${join(folder, 'nowhere')} does not exist; a folder that exists is accepted.`,
    });
  });

  it('says that the folder is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(writeWhole(join(folder, 'file', 'a.txt'), 'x')).rejects.toThrow(
      `${join(folder, 'file')} is no folder`,
    );
  });

  it('says that the target is a folder, and leaves nothing behind', async () => {
    const path = join(folder, 'taken');
    await mkdir(path);
    const before = await readdir(folder);
    await expect(writeWhole(path, 'x')).rejects.toMatchObject({
      message: `${path} could not be written: it is a folder; the name of a file is accepted.`,
    });
    expect(await readdir(folder)).toEqual(before);
  });
});
