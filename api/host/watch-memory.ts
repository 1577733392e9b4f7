import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const intervalMs = 200;
const pageBytes = 4096;

/**
 * Calls back once when the process holds more resident memory than the limit. A heap limit alone does not count typed
 * arrays. Where /proc is not there (macOS, Windows) only the heap limit holds.
 */
export function watchMemory(host: ChildProcess, limitMb: number, exceeded: () => void): () => void {
  const timer = setInterval(() => {
    void residentMb(host.pid).then((mb) => {
      if (mb !== null && mb > limitMb) {
        clearInterval(timer);
        exceeded();
      }
    });
  }, intervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

async function residentMb(pid: number | undefined): Promise<number | null> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
    return (Number(pages) * pageBytes) / 2 ** 20;
  } catch {
    return null;
  }
}
