import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const intervalMs = 200;

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
    // In kB, whatever the size of a page (statm counts pages, of 4 to 64 kB).
    const [, kb] = /^VmRSS:\s+(\d+) kB$/mu.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kb === undefined ? null : Number(kb) / 1024;
  } catch {
    return null;
  }
}
