import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepUploads, uploadFolder } from '#api/services/upload-folder.ts';

let data = '';
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'weft-uploads-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const dead = 4_194_305;

it('sweeps what processes of this machine have left, and of other machines what is a day old', async () => {
  const own = uploadFolder(data, 'own');
  const name = (text: string) => join(data, 'uploads', text);
  const left = own.replace(`${process.pid}-own`, `${dead}-left`);
  const [elsewhere, old] = [name(`${dead}-one@elsewhere`), name(`${process.pid}-two@elsewhere`)];
  const earlier = name(`${dead}-left-before-machines-were-named`);
  for (const folder of [own, left, elsewhere, old, earlier]) await mkdir(folder, { recursive: true });
  const yesterday = new Date(Date.now() - 90_000_000);
  await utimes(old, yesterday, yesterday);
  const there = () => [own, left, elsewhere, old, earlier].map((folder) => existsSync(folder));
  sweepUploads(data, { own: false });
  expect(there()).toEqual([true, false, true, false, false]);
  sweepUploads(data, { own: true });
  expect(there()).toEqual([false, false, true, false, false]);
});
