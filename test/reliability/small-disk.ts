import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system that is soon full. */
export interface SmallDisk {
  readonly folder: string;
  readonly remove: () => void;
}

const shared = '/dev/shm';
/** A container's shared memory is a file system of 64 MB; on a whole machine it is half of the memory. */
const sharedAtMostMb = 256;

/** A tmpfs of its own of so many megabytes; where none may be mounted, a container's shared memory filled up to that. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'weft-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    return sharedMemory(megabytes, (error as Error).message.trim());
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Errors: a plain one that says why a full disk cannot be shown here */
function sharedMemory(megabytes: number, refused: string): SmallDisk {
  const { bsize, blocks, bavail } = statfsSync(shared);
  const [whole, free] = [(bsize * blocks) / 2 ** 20, (bsize * bavail) / 2 ** 20];
  if (whole > sharedAtMostMb || free < megabytes) {
    throw new Error(
      `not run: a full disk (${refused}). A tmpfs must be mounted: run as root, or in a container with SYS_ADMIN or ` +
        `with ${megabytes} to ${sharedAtMostMb} MB of shared memory in ${shared} (here: ${free.toFixed(0)} of ${whole.toFixed(0)} MB are free).`,
    );
  }
  const folder = mkdtempSync(join(shared, 'weft-disk-'));
  const filler = `${folder}.filler`;
  writeFileSync(filler, Buffer.alloc(Math.floor(free - megabytes) * 2 ** 20));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
      rmSync(filler);
    },
  };
}

/** Files until the disk takes not one page more. */
export function fillUp(folder: string): string[] {
  const files: string[] = [];
  for (const bytes of [65_536, 4_096]) {
    for (let isFull = false; !isFull;) {
      const file = join(folder, `rest-${files.length}`);
      files.push(file);
      try {
        writeFileSync(file, Buffer.alloc(bytes));
      } catch {
        isFull = true;
      }
    }
  }
  return files;
}
