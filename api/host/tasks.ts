import type { TaskContext } from '#api/host/job.ts';
import { analyzeTask } from '#api/host/tasks/analyze-task.ts';
import { convertTask } from '#api/host/tasks/convert-task.ts';
import { mapTask } from '#api/host/tasks/map-task.ts';
import { reportTask } from '#api/host/tasks/report-task.ts';

/** Work of one kind, its input a plain value that the same Weft sent. */
type Task = (input: never, context: TaskContext) => Promise<unknown>;

/** What the host can do, by name. */
export const tasks: Readonly<Record<string, Task>> = {
  analyze: analyzeTask,
  convert: convertTask,
  map: mapTask,
  report: reportTask,
};
