import type { Command } from '#api/cli/define-command.ts';
import { dataFolderOf, needed, storeOf, storeOption, withStore } from '#api/cli/store-option.ts';
import { ResultFiles } from '#api/host/result-files.ts';
import { erasePerson } from '#api/services/erase-person.ts';
import { defaultLimits } from '#api/services/limits.ts';

/** `weft erase`: a person who wishes it goes from records, history and everything made from them. */
export const eraseCommand: Command = {
  name: 'erase',
  summary: 'take a person out of records, history, search and kept results, for good',
  usage: '--network NAME --person ID [options]',
  optionsOnly: true,
  options: {
    network: { type: 'string', value: 'NAME', describe: 'the network' },
    person: { type: 'string', value: 'ID', describe: 'the id of the person; it stays, and says nothing' },
    ...storeOption,
  },
  examples: ['weft erase --network harbour-county --person person-abena-mensah'],
  run: async ({ options, terminal }) => {
    const network = needed('network', options, 'which network the person is in');
    const person = needed('person', options, 'who is to be erased');
    const dataFolder = dataFolderOf(terminal);
    const { resultBytes: bytes, resultDays: days } = defaultLimits();
    const files = new ResultFiles(dataFolder, { bytes, days });
    await withStore(storeOf(options, terminal), terminal, 'change', (store) =>
      erasePerson({ store, dataFolder, files }, network, person),
    );
    await terminal.out(
      `${network}: the person ${person} is erased. Backups and exports that were made before still hold the person; ` +
        'a backup restored with this data folder leaves the person out.\n',
    );
  },
};
