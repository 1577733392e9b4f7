import type { ResultFiles } from '#api/host/result-files.ts';
import { erasuresIn, noteErasure, withdrawErasure } from '#api/services/erasures.ts';
import { findNetwork } from '#api/services/find-network.ts';
import { sweepUploads } from '#api/services/upload-folder.ts';
import type { RecordId, Store } from '#data/store/port.ts';

export interface ErasePlace {
  readonly store: Store;
  /** Where results, uploads and the notes of erasures are. */
  readonly dataFolder: string;
  readonly files: ResultFiles;
}

/**
 * Takes a person out of everything that Weft keeps: records, log, text index, the results made from the network (they
 * are made again without the person when somebody asks), and uploads that were left over. It is noted, so that
 * the restore of an older backup leaves the person out. The note comes first and results go in any case: whatever
 * fails, nobody is erased from the records alone, and the same again does the rest.
 *
 * Errors   NOT_FOUND, CHANGE_SET_NOT_VALID when there was never such a person, those of the store
 */
export async function erasePerson(
  { store, dataFolder, files }: ErasePlace,
  slug: string,
  person: RecordId,
): Promise<void> {
  const { id } = await findNetwork(store, slug);
  const noted = (await erasuresIn(dataFolder))(id, person);
  if (!noted) await noteErasure(dataFolder, id, person);
  try {
    await store.network(id).erase(person, { name: 'erase' });
  } catch (error) {
    const never = (error as { code?: string }).code === 'CHANGE_SET_NOT_VALID';
    if (never && !noted) await withdrawErasure(dataFolder, id, person);
    throw error;
  } finally {
    await files.removeAll(id);
    sweepUploads(dataFolder, { own: false });
  }
}
