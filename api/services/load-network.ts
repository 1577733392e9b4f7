import type { LoadedNetwork } from '#api/services/loaded-network.ts';
import type { LoadContext } from '#api/services/load-stored-network.ts';
import { readGivenLens, readGroupsFile } from '#api/services/look-files.ts';
import { readInputFile } from '#api/services/read-file.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import type { StepTimer } from '#api/services/step-timer.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';
import { inputHash } from '#data/ingest/input-hash.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';

export type { LoadedNetwork } from '#api/services/loaded-network.ts';

/**
 * Reads the files or the stored network of a request and applies its lens.
 *
 * Errors   INPUT_NOT_VALID, LENS_NOT_VALID, FILE_NOT_READABLE; NOT_FOUND and those of the store
 */
export async function loadNetwork(
  request: NetworkRequest,
  timer: StepTimer,
  context: LoadContext,
): Promise<LoadedNetwork> {
  if (request.stored) {
    // The drivers of the stores are loaded only where a store is read.
    const { loadStoredNetwork } = await import('#api/services/load-stored-network.ts');
    return await loadStoredNetwork(request, request.stored, timer, context);
  }
  const { signal } = context;
  const files = await Promise.all(request.files.map(readInputFile));
  const mapping = request.mapFile === undefined ? undefined : await readInputFile(request.mapFile);
  const { given, bytes: lensBytes } = await readGivenLens(request);
  const read = await timer.run('read', () =>
    readFiles(files, {
      format: request.format,
      skipBadRows: request.skipBadRows,
      signal,
      ...(request.source === undefined ? {} : { source: request.source }),
      ...(mapping === undefined ? {} : { mapping: parseMapping(mapping) }),
    }),
  );
  const lens = resolveLens({
    network: read.data.network?.defaultLens,
    given,
    asOf: request.asOf,
  });
  const lensed = await timer.run('graph', () => applyLens(read.data, lens, { weights: request.weights }));
  const groupsFile = await readGroupsFile(request, lensed);
  return {
    data: read.data,
    ...(read.title === undefined ? {} : { title: read.title }),
    lens,
    lensed,
    notes: [...read.notes, ...read.omitted, ...lensed.notes],
    inputHash: inputHash({
      files: files.map(({ bytes }) => bytes),
      mapping: mapping?.bytes,
      lens: lensBytes,
      groups: groupsFile?.bytes,
    }),
    network: null,
    revision: null,
    at: null,
    groupsFile,
  };
}
