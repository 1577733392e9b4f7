import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folderName = 'uploads';

/** The folder of one upload: it says which process takes care of it. */
export function uploadFolder(dataFolder: string, id: string): string {
  return join(dataFolder, folderName, `${process.pid}-${id}`);
}

/**
 * Removes the files of uploads whose process is gone, and at the start of a process those under its own number, which
 * can only be left over. Those of another server on the same folder stay.
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
    const pid = Number(/^(\d+)-/u.exec(name)?.[1] ?? Number.NaN);
    if (pid === process.pid ? own : !isAlive(pid))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
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
