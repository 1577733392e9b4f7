import type { Command, OptionValues, Terminal } from '#api/cli/define-command.ts';
import { analysisTable } from '#api/cli/analysis-table.ts';
import { limitsFrom, networkOptions, networkRequest } from '#api/cli/network-options.ts';
import { pathInFolder } from '#api/cli/out-file.ts';
import { wholeNumber } from '#api/cli/parse-command.ts';
import { noteLines } from '#api/cli/problem-lines.ts';
import { ApiError } from '#api/errors.ts';
import { analysisCsv } from '#api/services/analysis-csv.ts';
import type { ConveningRequest } from '#api/services/analyze/convening-row.ts';
import { writeWhole } from '#api/services/write-whole.ts';
import { runJob } from '#api/host/run-job.ts';
import type { AnalyzeOutput } from '#api/host/tasks/analyze-task.ts';
import type { Analysis } from '#api/contract/analysis.ts';

/** `weft analyze`: files to findings, without a server. */
export const analyzeCommand: Command = {
  name: 'analyze',
  summary: 'measures and findings of a network in files or in the store',
  usage: '(FILE… | --network NAME) [options]',
  options: {
    ...networkOptions,
    measures: {
      type: 'string',
      value: 'a,b|all',
      describe:
        'measure and finding ids; computes no others. all leaves out convening, louvain, labelPropagation',
      default: 'all',
    },
    engine: {
      type: 'string',
      value: 'weft|gds',
      describe:
        'gds: in the Neo4j of the network, by Graph Data Science, what that has; all is all that it has',
      default: 'weft',
      choices: ['weft', 'gds'],
    },
    seats: { type: 'string', value: 'K', describe: 'seats of the convening (with --measures convening)' },
    must: { type: 'string', value: 'a,b', describe: 'who must be invited to the convening' },
    apart: { type: 'string', value: 'a:b', describe: 'a pair not to be seated together; several by commas' },
    chance: {
      type: 'string',
      value: 'P',
      describe: 'that two in the room form a tie, above 0 to 1: adds what is to be expected to the best case',
    },
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
    'weft analyze organizations.csv parts.csv --map mapping.json --groups sector --measures silos,bridgeBuilders',
    'weft analyze ties.csv --measures louvain,labelPropagation --output json',
    'weft analyze nodes.csv ties.csv --measures convening --seats 4',
    'weft analyze grants.xlsx --lens \'{"include":{"collaborations":{"projection":"count"}}}\'',
  ],
  run: async ({ positionals, options, terminal }) => {
    const request = {
      ...networkRequest(positionals, options, terminal),
      measures: String(options.measures),
      ...(options.engine === 'gds' ? { engine: 'gds' } : {}),
      ...conveningRequest(options),
    };
    const out = await pathOf(options.out, '--out', terminal);
    const timings = await pathOf(options.timings, '--timings', terminal);
    const { analysis, times } = await runJob<AnalyzeOutput>(
      { task: 'analyze', input: request },
      { limits: limitsFrom(options), signal: terminal.signal, onProgress: terminal.progress },
    );
    const text = render(analysis, String(options.output));
    if (timings !== undefined) {
      const lines = times.map((time) => `${JSON.stringify(time)}\n`).join('');
      await writeWhole(timings, lines);
    }
    if (options.output !== 'json') terminal.err(noteLines(analysis.notes));
    if (out !== undefined) await writeWhole(out, text);
    else await terminal.out(text);
  },
};

/** Where an option leads, in a folder that is there; undefined where it is not given. Errors: USAGE */
async function pathOf(
  name: string | boolean | undefined,
  option: string,
  { directory }: Terminal,
): Promise<string | undefined> {
  return typeof name === 'string' ? await pathInFolder(option, name, directory) : undefined;
}

function render(analysis: Analysis, output: string): string {
  if (output === 'json') return `${JSON.stringify(analysis)}\n`;
  return output === 'csv' ? analysisCsv(analysis) : analysisTable(analysis);
}

/** Errors: USAGE where it is no number above 0, up to 1. */
function chanceOf(given: OptionValues[string]): { chance?: number } {
  if (given === undefined) return {};
  const chance = Number(given);
  if (chance > 0 && chance <= 1) return { chance };
  throw new ApiError('USAGE', `--chance is ${JSON.stringify(given)}; accepted: a number above 0, up to 1.`);
}

/** Errors: USAGE where a convening is asked for without seats, or a pair is not a:b. */
function conveningRequest(options: OptionValues): { convening?: ConveningRequest } {
  const ids = (value: unknown): string[] =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== '')
      : [];
  if (options.seats === undefined) {
    if (!ids(options.measures).includes('convening')) return {};
    throw new ApiError('USAGE', 'A convening needs --seats.', '--measures convening --seats 6');
  }
  const apart = ids(options.apart).map((pair) => {
    const [a, b, more] = pair.split(':');
    if (a === undefined || b === undefined || more !== undefined) {
      throw new ApiError(
        'USAGE',
        `--apart holds ${JSON.stringify(pair)}; accepted: pairs of ids as a:b, several by commas.`,
      );
    }
    return [a, b] as const;
  });
  const seats = wholeNumber('seats', options.seats, 2);
  return { convening: { seats, must: ids(options.must), apart, ...chanceOf(options.chance) } };
}
