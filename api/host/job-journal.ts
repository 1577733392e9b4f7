import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rememberedJobs, type HostMark } from '#data/store/job-port.ts';

/** What of a job outlives the process: no part of what was asked or answered, which may name people. */
export interface JournalEntry {
  readonly id: string;
  readonly kind: string;
  /** The slug of its network. */
  readonly network: string;
  readonly state: string;
  /** The address of its result. */
  readonly result: string | null;
  /** The code of what it failed with. */
  readonly code: string | null;
  readonly version: number;
  /** The process that works on it. */
  readonly host: HostMark | null;
}

const entrySchema: z.ZodType<JournalEntry> = z.strictObject({
  id: z.string(),
  kind: z.string(),
  network: z.string(),
  state: z.string(),
  result: z.string().nullable(),
  code: z.string().nullable(),
  version: z.number(),
  // Lines of earlier versions have none.
  host: z
    .strictObject({ pid: z.number().int().min(2), started: z.string(), parent: z.number() })
    .nullable()
    .default(null),
});

/** The file is written anew when so many lines a job that is still of interest have come together. */
const linesPerJob = 10;

/**
 * What became of jobs, a line a change in jobs.ndjson of the data folder: after a restart a client can still ask. A
 * journal that cannot be written holds up no job.
 */
export class JobJournal {
  /** As the process before left them, oldest first. */
  readonly earlier: readonly JournalEntry[];
  readonly #path: string;
  readonly #remembered: number;
  readonly #entries = new Map<string, JournalEntry>();
  #lines = 0;
  /** A line may have been written in part: the next one must not be joined to it. */
  #torn = false;

  constructor(dataFolder: string, remembered = rememberedJobs) {
    this.#path = join(dataFolder, 'jobs.ndjson');
    this.#remembered = remembered;
    for (const entry of entriesOf(this.#path)) this.#keep(entry);
    this.earlier = [...this.#entries.values()];
    if (this.earlier.length > 0) this.#writeAnew();
  }

  write(entry: JournalEntry): void {
    this.#keep(entry);
    if (this.#torn || ++this.#lines > linesPerJob * this.#remembered) {
      this.#writeAnew();
      return;
    }
    this.#torn = !couldWrite(() => {
      appendFileSync(this.#path, lineOf(entry));
    });
  }

  #keep(entry: JournalEntry): void {
    this.#entries.set(entry.id, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#remembered && oldest !== undefined) this.#entries.delete(oldest);
  }

  #writeAnew(): void {
    const entries = [...this.#entries.values()];
    this.#lines = entries.length;
    const part = `${this.#path}.part`;
    this.#torn = !couldWrite(() => {
      writeFileSync(part, entries.map(lineOf).join(''));
      renameSync(part, this.#path);
    });
    if (this.#torn) couldWrite(() => rmSync(part, { force: true }));
  }
}

function lineOf(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** The last line may be cut short by a crash; what is no entry is passed over. */
function entriesOf(path: string): JournalEntry[] {
  let text: string;
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      return [entrySchema.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** A full disk ends nothing but the journal's own line: the state of the jobs is in memory. */
function couldWrite(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
