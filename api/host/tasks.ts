import type { TaskContext } from '#api/host/job.ts';

/** Work of one kind, its input a plain value that the same Weft sent. */
type Task = (input: never, context: TaskContext) => Promise<unknown>;

/** What the host can do, by name; each task's code is loaded only when it is asked for. */
export const tasks: Readonly<Record<string, () => Promise<Task>>> = {
  analyze: async () => (await import('#api/host/tasks/analyze-task.ts')).analyzeTask,
  convert: async () => (await import('#api/host/tasks/convert-task.ts')).convertTask,
  export: async () => (await import('#api/host/tasks/export-task.ts')).exportTask,
  import: async () => (await import('#api/host/tasks/import-task.ts')).importTask,
  keepResult: async () => (await import('#api/host/tasks/keep-result-task.ts')).keepResultTask,
  map: async () => (await import('#api/host/tasks/map-task.ts')).mapTask,
  preview: async () => (await import('#api/host/tasks/preview-task.ts')).previewTask,
  report: async () => (await import('#api/host/tasks/report-task.ts')).reportTask,
};
