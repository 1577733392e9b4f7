import type { Command } from '#api/cli/define-command.ts';
import { limitsFrom, networkOptions, networkRequest } from '#api/cli/network-options.ts';
import { outFile } from '#api/cli/out-file.ts';
import { noteLines } from '#api/cli/problem-lines.ts';
import { runJob } from '#api/host/run-job.ts';
import type { DrawOutput } from '#api/host/tasks/draw-network.ts';
import { reportKinds } from '#api/contract/report-kinds.ts';
import { writeWhole } from '#api/services/write-whole.ts';

/** `weft report`: the partnership report that can be handed to a board. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'the partnership report (PDF, HTML, XLSX or JSON)',
  usage: '(FILE… | --network NAME) --out FILE.(pdf|html|xlsx|json) [options]',
  options: {
    ...networkOptions,
    out: {
      type: 'string',
      value: 'FILE',
      describe: 'where to; the ending says which: .pdf, .html, .xlsx or .json',
    },
    title: { type: 'string', value: 'TEXT', describe: 'the name of the network on the report' },
  },
  examples: [
    'weft report nodes.csv ties.csv --out report.pdf',
    'weft report data.xlsx --map mapping.json --title "Our county" --out report.html',
  ],
  run: async ({ positionals, options, terminal }) => {
    const { path, kind } = await outFile(options, reportKinds, terminal);
    const { bytes, notes } = await runJob<DrawOutput>(
      {
        task: 'report',
        input: { ...networkRequest(positionals, options, terminal), kind, title: options.title },
      },
      { limits: limitsFrom(options), signal: terminal.signal, onProgress: terminal.progress },
    );
    await writeWhole(path, bytes);
    terminal.err(noteLines(notes));
  },
};
