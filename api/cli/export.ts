import { extname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { checkAborted } from '#analysis/errors.ts';
import type { Command } from '#api/cli/define-command.ts';
import { pathInFolder } from '#api/cli/out-file.ts';
import { needed, storeOf, storeOption, withStore } from '#api/cli/store-option.ts';
import { exportNetwork } from '#api/services/export-network.ts';
import { findNetwork } from '#api/services/find-network.ts';
import { writtenIds } from '#data/formats/written-ids.ts';
import { writeWhole } from '#api/services/write-whole.ts';

/** `weft export`: a network of the store as files, with what is lost on standard error. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'a network of the store as files, saying what is lost',
  usage: '--network NAME --format F --out FILE [options]',
  optionsOnly: true,
  options: {
    network: { type: 'string', value: 'NAME', describe: 'the slug of the network' },
    format: {
      type: 'string',
      value: writtenIds.join('|'),
      describe: 'weft holds everything, the history too; csv writes several files, FILE-nodes.csv and so on',
      default: 'weft',
      choices: writtenIds,
    },
    out: { type: 'string', value: 'FILE', describe: 'where to' },
    ...storeOption,
  },
  examples: [
    'weft export --network harbour-county --out harbour-county.weft.json',
    'weft export --network harbour-county --format gexf --out harbour-county.gexf',
  ],
  run: async ({ options, terminal }) => {
    const slug = needed('network', options, 'which network');
    const out = needed('out', options, 'where to');
    await pathInFolder('--out', out, terminal.directory);
    const { files, losses } = await withStore(storeOf(options, terminal), terminal, 'read', async (store) =>
      exportNetwork(store, await findNetwork(store, slug), String(options.format), terminal.signal),
    );
    const ending = extname(out);
    const stem = out.slice(0, out.length - ending.length);
    // Reading and writing a large network leave no moment in which a Ctrl-C could be heard.
    await setImmediate();
    checkAborted(terminal.signal);
    for (const { suffix, bytes } of files) {
      const name = suffix === '' ? out : `${stem}${suffix}`;
      await writeWhole(resolve(terminal.directory, name), bytes);
      if (suffix !== '') await terminal.out(`${name}\n`);
    }
    for (const loss of losses) terminal.err(`lost: ${loss.what}: ${loss.count}\n`);
  },
};
