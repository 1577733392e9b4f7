import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkId, RecordId } from '#data/store/port.ts';

const fileName = 'erasures.txt';

/** Notes an erasure in the data folder, so that an older backup does not bring the person back: a hash, which names nobody. */
export async function noteErasure(dataFolder: string, network: NetworkId, person: RecordId): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await appendFile(join(dataFolder, fileName), `${hashOf(network, person)}\n`, { flush: true });
}

/** Whether a person of a network has been erased, by the notes of a data folder. Nobody has where there are none. */
export async function erasuresIn(
  dataFolder: string,
): Promise<(network: NetworkId, person: RecordId) => boolean> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const known = new Set(text.split('\n'));
  return (network, person) => known.has(hashOf(network, person));
}

function hashOf(network: NetworkId, person: RecordId): string {
  return createHash('sha256')
    .update(JSON.stringify([network, person]))
    .digest('hex');
}
