import { resolve } from 'node:path';
import type { Command } from '#api/cli/define-command.ts';
import { analysisTable } from '#api/cli/analysis-table.ts';
import { limitsFrom, networkOptions, networkRequest } from '#api/cli/network-options.ts';
import { noteLines } from '#api/cli/problem-lines.ts';
import { analysisCsv } from '#api/services/analysis-csv.ts';
import { writeWhole } from '#api/services/write-whole.ts';
import { runJob } from '#api/host/run-job.ts';
import type { AnalyzeOutput } from '#api/host/tasks/analyze-task.ts';
import type { Analysis } from '#api/contract/analysis.ts';

/** `weft analyze`: files to findings, without a server. */
export const analyzeCommand: Command = {
  name: 'analyze',
  summary: 'measures and findings of a network in files',
  usage: 'FILE… [options]',
  options: {
    ...networkOptions,
    measures: {
      type: 'string',
      value: 'a,b|all',
      describe: 'measure and finding ids; computes no others',
      default: 'all',
    },
    seats: { type: 'string', value: 'K', describe: 'seats of the convening (with --measures convening)' },
    must: { type: 'string', value: 'a,b', describe: 'who must be invited to the convening' },
    apart: { type: 'string', value: 'a:b', describe: 'a pair not to be seated together; several by commas' },
    output: {
      type: 'string',
      value: 'json|csv|table',
      describe: 'json: one document; csv: a row an organization; table: for people',
      default: 'table',
      choices: ['json', 'csv', 'table'],
    },
    out: { type: 'string', value: 'FILE', describe: 'write there instead of to standard output' },
    timings: { type: 'string', value: 'FILE', describe: 'write one JSON line a step: what it took' },
  },
  examples: [
    'weft analyze nodes.csv ties.csv',
    'weft analyze interlocks.net --weights ignore --output json --out findings.json',
    'weft analyze people.csv projects.csv --map mapping.json --groups sector --measures silos,bridgeBuilders',
    'weft analyze grants.xlsx --lens \'{"include":{"collaborations":{"projection":"count"}}}\'',
  ],
  run: async ({ positionals, options, terminal }) => {
    const request = {
      ...networkRequest(positionals, options, terminal),
      measures: String(options.measures),
      seats: options.seats,
      must: options.must,
      apart: options.apart,
    };
    const { analysis, times } = await runJob<AnalyzeOutput>(
      { task: 'analyze', input: request },
      { limits: limitsFrom(options), signal: terminal.signal, onProgress: terminal.progress },
    );
    const text = render(analysis, String(options.output));
    if (typeof options.timings === 'string') {
      const lines = times.map((time) => `${JSON.stringify(time)}\n`).join('');
      await writeWhole(resolve(terminal.directory, options.timings), lines);
    }
    if (options.output !== 'json') terminal.err(noteLines(analysis.notes));
    if (typeof options.out === 'string') await writeWhole(resolve(terminal.directory, options.out), text);
    else await terminal.out(text);
  },
};

function render(analysis: Analysis, output: string): string {
  if (output === 'json') return `${JSON.stringify(analysis)}\n`;
  return output === 'csv' ? analysisCsv(analysis) : analysisTable(analysis);
}
