import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkId, RecordId } from '#data/store/port.ts';

const fileName = 'erasures.txt';
const withdrawn = '-';

/** Notes an erasure in the data folder, so that an older backup does not bring the person back: a hash, which names nobody. */
export async function noteErasure(dataFolder: string, network: NetworkId, person: RecordId): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await appendFile(join(dataFolder, fileName), `${hashOf(network, person)}\n`, { flush: true });
}

/** Takes a note back, by a line more: nothing that another process notes meanwhile is lost. */
export async function withdrawErasure(
  dataFolder: string,
  network: NetworkId,
  person: RecordId,
): Promise<void> {
  await appendFile(join(dataFolder, fileName), `${withdrawn}${hashOf(network, person)}\n`, { flush: true });
}

/** Whether a person of a network has been erased, by the notes of a data folder. Nobody has where there are none. */
export async function erasuresIn(
  dataFolder: string,
): Promise<(network: NetworkId, person: RecordId) => boolean> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const known = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.startsWith(withdrawn)) known.delete(line.slice(withdrawn.length));
    else known.add(line);
  }
  return (network, person) => known.has(hashOf(network, person));
}

function hashOf(network: NetworkId, person: RecordId): string {
  return createHash('sha256')
    .update(JSON.stringify([network, person]))
    .digest('hex');
}
