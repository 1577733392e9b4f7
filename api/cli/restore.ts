import { resolve } from 'node:path';
import type { Command } from '#api/cli/define-command.ts';
import { dataFolderOf, storeOf, storeOption, withStore } from '#api/cli/store-option.ts';
import { ApiError } from '#api/errors.ts';
import { erasuresIn } from '#api/services/erasures.ts';
import { verifyBackup } from '#api/services/read-backup.ts';
import { restore } from '#api/services/restore.ts';

/** `weft restore`: a backup into an empty store. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'a backup into an empty store, verified by its hashes',
  usage: 'FILE [options]',
  options: storeOption,
  examples: ['weft restore monday.weft-backup --store sqlite:restored.db'],
  run: async ({ positionals, options, terminal }) => {
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new ApiError(
        'USAGE',
        `${positionals.length} files are named; one backup is accepted.`,
        'weft restore FILE',
      );
    }
    const path = resolve(terminal.directory, file);
    // Before a store is made for it.
    await verifyBackup(path);
    const erased = await erasuresIn(dataFolderOf(terminal));
    const manifest = await withStore(storeOf(options, terminal), terminal, 'write', (store) =>
      restore(store, path, { signal: terminal.signal, erased }),
    );
    const heads = manifest.networks.map(({ id, head }) => `  ${id}: revision ${head}\n`);
    await terminal.out(`restored as of ${manifest.at}\n${heads.join('')}`);
  },
};
