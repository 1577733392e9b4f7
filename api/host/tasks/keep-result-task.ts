import { existsSync } from 'node:fs';
import type { Analysis } from '#api/contract/analysis.ts';
import type { TaskContext } from '#api/host/job.ts';
import { analyzeTask, type AnalyzeInput } from '#api/host/tasks/analyze-task.ts';
import type { DrawInput } from '#api/host/tasks/draw-network.ts';
import { mapDocument, type MapDocumentInput } from '#api/host/tasks/map-document.ts';
import { reportTask, type ReportTaskInput } from '#api/host/tasks/report-task.ts';
import { viewDocument } from '#api/host/tasks/view-document.ts';
import { writeWhole } from '#api/services/write-whole.ts';

export type KeepResultInput = { readonly path: string } & (
  | { readonly kind: 'analysis'; readonly request: AnalyzeInput }
  | { readonly kind: 'view'; readonly request: DrawInput & Required<Pick<DrawInput, 'known'>> }
  | { readonly kind: 'map'; readonly request: MapDocumentInput }
  | { readonly kind: 'report'; readonly request: ReportTaskInput }
);

/** Makes a result and keeps it as a file, whole or not at all: a large answer never passes through the API's process. */
export async function keepResultTask(input: KeepResultInput, context: TaskContext): Promise<null> {
  await writeWhole(input.path, await bytesOf(input, context));
  return null;
}

async function bytesOf(input: KeepResultInput, context: TaskContext): Promise<string | Uint8Array> {
  if (input.kind === 'analysis') return text((await analyzeTask(input.request, context)).analysis);
  if (input.kind === 'view') return text(await keptView(input.request, context));
  if (input.kind === 'map') return text(await mapDocument(input.request, context));
  return (await reportTask(input.request, context)).bytes;
}

/** The view; the analysis in it is kept as well, for maps, reports and whoever asks for findings alone. */
async function keptView(
  request: Extract<KeepResultInput, { kind: 'view' }>['request'],
  context: TaskContext,
) {
  const view = await viewDocument(request, context);
  if (!existsSync(request.known)) await writeWhole(request.known, text(view.analysis));
  return view;
}

/** As the command line prints it, to the byte. */
function text(document: Analysis | object): string {
  return `${JSON.stringify(document)}\n`;
}
