import { resolve } from 'node:path';
import { ApiError } from '#api/errors.ts';
import type { OptionDefinition, OptionValues, Terminal } from '#api/cli/define-command.ts';
import { wholeNumber } from '#api/cli/parse-command.ts';
import type { NetworkRequest, StoredNetworkName } from '#api/services/network-request.ts';
import { storeUrl } from '#data/store/store-url.ts';

/** The options that say which network is meant and how it is looked at: the same words in every command. */
export const networkOptions = {
  network: { type: 'string', value: 'NAME', describe: 'a network of the store, in place of files' },
  store: { type: 'string', value: 'URL', describe: 'the store (WEFT_STORE, else sqlite:weft-data/weft.db)' },
  format: {
    type: 'string',
    value: 'F',
    describe: 'the format of the files, where their content should not decide',
  },
  map: { type: 'string', value: 'FILE', describe: 'a mapping (JSON): which tables and columns hold what' },
  lens: {
    type: 'string',
    value: 'JSON|FILE',
    describe: 'how records become a graph, merged into the default lens',
  },
  'as-of': { type: 'string', value: 'DATE', describe: 'only what held on that day, month or year' },
  weights: {
    type: 'string',
    value: 'strength|ignore',
    describe: 'ignore: every tie counts 1 in every measure',
    default: 'strength',
    choices: ['strength', 'ignore'],
  },
  groups: {
    type: 'string',
    value: 'communities|certified|ATTRIBUTE|FILE',
    describe: 'the partition that roles, loss and E-I use',
    default: 'communities',
  },
  seed: { type: 'string', value: 'N', describe: 'the seed of everything drawn at random', default: '1' },
  top: { type: 'string', value: 'N', describe: 'how many bridge-builders', default: '10' },
  source: { type: 'string', value: 'NAME', describe: "under which name the files' own ids are kept (file)" },
  'skip-bad-rows': { type: 'boolean', describe: 'rows with errors become listed omissions' },
  memory: { type: 'string', value: 'MIB', describe: 'the memory limit of the work', default: '4096' },
  deadline: { type: 'string', value: 'SECONDS', describe: 'the time limit of the work', default: '3600' },
} as const satisfies Record<string, OptionDefinition>;

/** Errors: USAGE */
export function networkRequest(
  files: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): NetworkRequest {
  const stored = storedNetwork(files, options, terminal);
  const text = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    ...(stored === null ? {} : { stored }),
    files: inputFiles(files, terminal),
    directory: terminal.directory,
    format: text('format'),
    mapFile: text('map') === undefined ? undefined : resolve(terminal.directory, text('map') ?? ''),
    lens: text('lens'),
    asOf: text('as-of'),
    weights: text('weights') === 'ignore' ? 'ignore' : 'strength',
    groups: text('groups') ?? 'communities',
    seed: wholeNumber('seed', options.seed, 0),
    top: wholeNumber('top', options.top, 0),
    source: text('source'),
    skipBadRows: options['skip-bad-rows'] === true,
  };
}

/** Files or a network of a store, never both. */
function storedNetwork(
  files: readonly string[],
  { network, store }: OptionValues,
  terminal: Terminal,
): StoredNetworkName | null {
  if (typeof network === 'string' && files.length === 0) {
    return {
      store: storeUrl(typeof store === 'string' ? store : undefined, terminal),
      storeDirectory: terminal.directory,
      slug: network,
    };
  }
  if (network === undefined && store === undefined && files.length > 0) return null;
  const what =
    files.length === 0
      ? 'Neither a file nor --network is given.'
      : 'Files are given beside --network or --store.';
  throw new ApiError(
    'USAGE',
    what,
    'One file or several of one network (weft COMMAND FILE…), or --network NAME [--store URL].',
  );
}

/** The limits of the process that does the work. Errors: USAGE */
export function limitsFrom(options: OptionValues) {
  return {
    memoryMb: wholeNumber('memory', options.memory, 64),
    deadlineMs: wholeNumber('deadline', options.deadline, 1) * 1000,
  };
}

/** The files that are named, absolute. Errors: USAGE where one is named twice: its ties would count twice. */
export function inputFiles(names: readonly string[], { directory }: Pick<Terminal, 'directory'>): string[] {
  const paths = names.map((name) => resolve(directory, name));
  const twice = paths.findIndex((path, at) => paths.indexOf(path) < at);
  if (twice < 0) return paths;
  throw new ApiError('USAGE', `${names[twice] ?? ''} is named twice; each file once is accepted.`);
}
