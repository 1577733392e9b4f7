import type { Command } from '#api/cli/define-command.ts';
import { analyzeCommand } from '#api/cli/analyze.ts';
import { convertCommand } from '#api/cli/convert.ts';
import { mapCommand } from '#api/cli/map.ts';
import { reportCommand } from '#api/cli/report.ts';

/** Every command of `weft`, in the order of the help. */
export const commands: readonly Command[] = [analyzeCommand, mapCommand, reportCommand, convertCommand];
