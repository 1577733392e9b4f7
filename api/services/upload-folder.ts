import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const folderName = 'uploads';

/** No upload is worked on for so long: on another machine nobody can see whether its process is there. */
const foreignMs = 86_400_000;

/** The folder of one upload: it says which process of which machine takes care of it. */
export function uploadFolder(dataFolder: string, id: string): string {
  return join(dataFolder, folderName, `${process.pid}-${id}@${encodeURIComponent(hostname())}`);
}

/**
 * Removes the files of uploads whose process is gone, and at the start of a process those under its own number, which
 * can only be left over. Those of another server on the same folder stay; on another machine, for a day.
 */
export function sweepUploads(dataFolder: string, { own }: { readonly own: boolean }): void {
  const folder = join(dataFolder, folderName);
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (isLeft(name, path, own)) rmSync(path, { recursive: true, force: true });
  }
}

function isLeft(name: string, path: string, own: boolean): boolean {
  const [, number, machine] = /^(\d+)-[^@]*(?:@(.*))?$/u.exec(name) ?? [];
  if (machine !== undefined && machine !== encodeURIComponent(hostname()))
    return Date.now() - statSync(path).mtimeMs > foreignMs;
  const pid = Number(number);
  return pid === process.pid ? own : !isAlive(pid);
}

function isAlive(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
