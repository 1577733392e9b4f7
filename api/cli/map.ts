import type { Command } from '#api/cli/define-command.ts';
import { limitsFrom, networkOptions, networkRequest } from '#api/cli/network-options.ts';
import { outFile } from '#api/cli/out-file.ts';
import { wholeNumber } from '#api/cli/parse-command.ts';
import { noteLines } from '#api/cli/problem-lines.ts';
import { runJob } from '#api/host/run-job.ts';
import type { DrawOutput } from '#api/host/tasks/draw-network.ts';
import { writeWhole } from '#api/services/write-whole.ts';

/** `weft map`: the map as a picture, without a browser. */
export const mapCommand: Command = {
  name: 'map',
  summary: 'the map as a picture (SVG or PNG)',
  usage: '(FILE… | --network NAME) --out FILE.(svg|png) [options]',
  options: {
    ...networkOptions,
    out: { type: 'string', value: 'FILE', describe: 'where to; the ending says which: .svg or .png' },
    title: { type: 'string', value: 'TEXT', describe: 'the name of the network on the picture' },
    width: { type: 'string', value: 'PX', describe: 'width', default: '1600' },
    height: { type: 'string', value: 'PX', describe: 'height', default: '1000' },
    theme: {
      type: 'string',
      value: 'light|dark',
      describe: 'colours',
      default: 'light',
      choices: ['light', 'dark'],
    },
  },
  examples: [
    'weft map nodes.csv ties.csv --out map.svg',
    'weft map rio.gexf --out rio.png --theme dark --groups communities',
  ],
  run: async ({ positionals, options, terminal }) => {
    const { path, kind } = await outFile(options, ['svg', 'png'], terminal);
    const { bytes, notes } = await runJob<DrawOutput>(
      {
        task: 'map',
        input: {
          ...networkRequest(positionals, options, terminal),
          kind,
          title: options.title,
          width: wholeNumber('width', options.width, 200),
          height: wholeNumber('height', options.height, 200),
          theme: options.theme,
        },
      },
      { limits: limitsFrom(options), signal: terminal.signal, onProgress: terminal.progress },
    );
    await writeWhole(path, bytes);
    terminal.err(noteLines(notes));
  },
};
