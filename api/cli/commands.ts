import type { Command } from '#api/cli/define-command.ts';
import { analyzeCommand } from '#api/cli/analyze.ts';
import { backupCommand } from '#api/cli/backup.ts';
import { convertCommand } from '#api/cli/convert.ts';
import { exportCommand } from '#api/cli/export.ts';
import { importCommand } from '#api/cli/import.ts';
import { mapCommand } from '#api/cli/map.ts';
import { reportCommand } from '#api/cli/report.ts';
import { restoreCommand } from '#api/cli/restore.ts';
import { serveCommand } from '#api/cli/serve.ts';
import { storeCommand } from '#api/cli/store-copy.ts';

/** Every command of `weft`, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  analyzeCommand,
  mapCommand,
  reportCommand,
  convertCommand,
  importCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  storeCommand,
];
