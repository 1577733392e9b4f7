import { basename } from 'node:path';
import type { ReportKind } from '#api/contract/report-kinds.ts';
import type { TaskContext } from '#api/host/job.ts';
import { drawnNetwork, type DrawInput, type DrawOutput } from '#api/host/tasks/draw-network.ts';
import { withRoom } from '#api/services/analyze/with-room.ts';
import { reportHtml } from '#api/services/report-html/report-html.ts';
import { reportInput } from '#api/services/report-input.ts';
import { reportXlsx } from '#api/services/report-xlsx/report-xlsx.ts';
import { reportPdf } from '#api/services/report-pdf/report-pdf.ts';
import { StepTimer } from '#api/services/step-timer.ts';

export interface ReportTaskInput extends DrawInput {
  readonly kind: ReportKind;
}

export async function reportTask(input: ReportTaskInput, context: TaskContext): Promise<DrawOutput> {
  const { network, analysis, name } = await drawnNetwork(input, 'all', context);
  const { notes } = analysis;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (input.kind === 'json') return { bytes: encode(`${JSON.stringify(analysis)}\n`), notes };
  const planned = await withRoom(analysis, network, new StepTimer(context.progress), context.signal);
  context.progress('draw', 0);
  const report = reportInput(planned, network, {
    name,
    files: input.files.map((path) => basename(path)),
  });
  if (input.kind === 'xlsx') return { bytes: reportXlsx(report), notes };
  return { bytes: input.kind === 'pdf' ? await reportPdf(report) : encode(reportHtml(report)), notes };
}
