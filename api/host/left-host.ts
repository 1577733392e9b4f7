import { readFileSync } from 'node:fs';
import type { HostMark } from '#data/store/job-port.ts';

/** null where the system does not say when a process began (other than Linux), or there is none. */
export function markHost(pid: number): HostMark | null {
  const now = lookAt(pid);
  return now && { pid, ...now };
}

/**
 * Ends the process of a mark when whoever started it is gone. One of the same number that began at another moment, and
 * one whose server is still there, are let alone.
 *
 * Output   whether there was one to end
 */
export function endLeftHost(mark: HostMark): boolean {
  const now = lookAt(mark.pid);
  if (now?.started !== mark.started || now.parent === mark.parent) return false;
  try {
    process.kill(mark.pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/**
 * Fields 3, 4 and 22 of /proc/PID/stat; the second field is a name that may hold anything. One that has ended and whose
 * status nobody has asked for (Z) is there no more.
 */
function lookAt(pid: number): Omit<HostMark, 'pid'> | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { parent: Number(fields[1]), started: `${boot} ${fields[19] ?? ''}` };
  } catch {
    return null;
  }
}
