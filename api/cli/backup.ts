import { counted } from '#analysis/words/counted.ts';
import type { Command } from '#api/cli/define-command.ts';
import { pathInFolder } from '#api/cli/out-file.ts';
import { needed, storeOf, storeOption, withStore } from '#api/cli/store-option.ts';
import { backup } from '#api/services/backup.ts';

/** `weft backup`: the whole store as one file, also while it is written to. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'every network of the store with its history, as one file; others may go on writing',
  usage: '--out FILE [options]',
  optionsOnly: true,
  options: { out: { type: 'string', value: 'FILE', describe: 'where to' }, ...storeOption },
  examples: ['weft backup --out monday.weft-backup'],
  run: async ({ options, terminal }) => {
    const out = await pathInFolder('--out', needed('out', options, 'where to'), terminal.directory);
    const manifest = await withStore(storeOf(options, terminal), terminal, 'read', (store) =>
      backup(store, out, { signal: terminal.signal }),
    );
    const entries = manifest.networks.reduce((sum, { head }) => sum + head, 0);
    await terminal.out(
      `${counted(manifest.networks.length, 'network')}, ${counted(entries, 'change set')}, sha256 ${manifest.sha256}\n`,
    );
  },
};
