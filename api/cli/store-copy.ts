import { counted } from '#analysis/words/counted.ts';
import type { Command } from '#api/cli/define-command.ts';
import { withStore } from '#api/cli/store-option.ts';
import { ApiError } from '#api/errors.ts';
import { copyStore } from '#api/services/copy-store.ts';

/** `weft store copy`: from one store into another, with the history. */
export const storeCommand: Command = {
  name: 'store',
  summary: 'copy a store into another (weft store copy FROM TO), with its history',
  usage: 'copy FROM TO',
  options: {},
  examples: ['weft store copy sqlite:weft-data/weft.db sqlite:copy.db'],
  run: async ({ positionals, terminal }) => {
    const [word, from, to, ...others] = positionals;
    if (word !== 'copy' || from === undefined || to === undefined || others.length > 0) {
      throw new ApiError(
        'USAGE',
        `The words are ${JSON.stringify(positionals.join(' '))}.`,
        'weft store copy FROM TO',
      );
    }
    const copied = await withStore(from, terminal, 'read', (source) =>
      withStore(to, terminal, 'write', (target) =>
        copyStore(source, target, {
          signal: terminal.signal,
          progress: (step, done) => {
            terminal.progress({ step, done });
          },
        }),
      ),
    );
    const lines = copied.map(
      ({ id, head, copied: entries, sha256 }) =>
        `  ${id}: revision ${head}, ${counted(entries, 'change set')} copied, verified ${sha256}\n`,
    );
    await terminal.out(`${counted(copied.length, 'network')}\n${lines.join('')}`);
  },
};
