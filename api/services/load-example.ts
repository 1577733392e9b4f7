import { runJob } from '#api/host/run-job.ts';
import type { ImportInput } from '#api/host/tasks/import-task.ts';
import type { ImportResult } from '#api/services/import-network.ts';
import { exampleFiles, examples } from '#data/examples/examples.ts';
import type { Store } from '#data/store/port.ts';

/**
 * Fills an empty store with a network that ships with Weft; one that ever held a network stays as it is: whoever
 * removed the example does not want it back.
 *
 * Output   null where there was something in the store
 * Errors   INPUT_NOT_VALID for a name that is no example's, FILE_NOT_READABLE, those of the store
 */
export async function loadExample(
  store: Store,
  place: { readonly url: string; readonly directory: string },
  name: string,
  signal: AbortSignal,
): Promise<ImportResult['network'] | null> {
  const files = exampleFiles(name);
  if ((await store.networkIds()).length > 0) return null;
  const input: ImportInput = {
    files,
    mapFile: undefined,
    format: undefined,
    source: undefined,
    skipBadRows: false,
    store: place.url,
    directory: place.directory,
    network: examples.find((example) => example.name === name)?.title,
    dryRun: false,
    author: 'weft',
  };
  const { network } = await runJob<ImportResult>({ task: 'import', input }, { signal });
  return network;
}
