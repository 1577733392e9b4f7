import { readFileSync, statSync } from 'node:fs';

/** Where SQLite locks the index of the write-ahead log for its one writer (walformat: WAL_WRITE_LOCK). */
const writeLockByte = 120;

/** The process that is writing to a database, as far as the system tells (Linux); null: nobody, or not known. */
export function lockHolder(path: string): number | null {
  try {
    const { ino } = statSync(`${path}-shm`);
    for (const line of readFileSync('/proc/locks', 'utf8').split('\n')) {
      const [, , , mode, pid, file = '', first, last] = line.trim().split(/\s+/u);
      const locked = Number(first) <= writeLockByte && (last === 'EOF' || Number(last) >= writeLockByte);
      if (mode === 'WRITE' && locked && file.endsWith(`:${ino}`) && Number(pid) > 0) return Number(pid);
    }
  } catch {
    // No /proc here, or the file is just being made: then nobody can be named.
  }
  return null;
}
