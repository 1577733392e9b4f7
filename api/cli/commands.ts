import type { Command } from '#api/cli/define-command.ts';

/** Every command of `weft` by its name, in the order of the help; the code of one is loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('#api/cli/serve.ts')).serveCommand,
  analyze: async () => (await import('#api/cli/analyze.ts')).analyzeCommand,
  map: async () => (await import('#api/cli/map.ts')).mapCommand,
  report: async () => (await import('#api/cli/report.ts')).reportCommand,
  convert: async () => (await import('#api/cli/convert.ts')).convertCommand,
  import: async () => (await import('#api/cli/import.ts')).importCommand,
  export: async () => (await import('#api/cli/export.ts')).exportCommand,
  backup: async () => (await import('#api/cli/backup.ts')).backupCommand,
  restore: async () => (await import('#api/cli/restore.ts')).restoreCommand,
  erase: async () => (await import('#api/cli/erase.ts')).eraseCommand,
  store: async () => (await import('#api/cli/store-copy.ts')).storeCommand,
};
