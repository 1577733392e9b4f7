import type { Preview } from '#api/contract/files.ts';
import type { TaskContext } from '#api/host/job.ts';
import { type ImportInput, sentFiles } from '#api/host/tasks/import-task.ts';
import { mappingFields } from '#data/formats/table/mapping-fields.ts';
import { previewTables } from '#data/ingest/preview-tables.ts';

/**
 * Looks at files in the host: what their tables seem to hold, with the first rows. Nothing is stored.
 *
 * Errors   INPUT_NOT_VALID, FILE_NOT_READABLE
 */
export async function previewTask(input: ImportInput, { signal, progress }: TaskContext): Promise<Preview> {
  progress('read', 0);
  const { format, tables } = await previewTables(await sentFiles(input), input.format, signal);
  return {
    format,
    tables: tables.map(({ sheet, ...table }) => ({ ...table, ...(sheet === undefined ? {} : { sheet }) })),
    kinds: Object.fromEntries(
      Object.entries(mappingFields).map(([kind, { fields, required }]) => [
        kind,
        { fields: [...fields], required: required.map((some) => [...some]) },
      ]),
    ),
  };
}
