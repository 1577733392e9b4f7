import type { TaskContext } from '#api/host/job.ts';
import { drawnNetwork, type DrawInput, type DrawOutput } from '#api/host/tasks/draw-network.ts';
import { reportHtml } from '#api/services/report-html/report-html.ts';
import { reportInput } from '#api/services/report-input.ts';
import { reportPdf } from '#api/services/report-pdf/report-pdf.ts';

export interface ReportTaskInput extends DrawInput {
  readonly kind: 'pdf' | 'html' | 'json';
}

export async function reportTask(input: ReportTaskInput, context: TaskContext): Promise<DrawOutput> {
  const { network, analysis, name } = await drawnNetwork(input, 'all', context);
  context.progress('draw', 0);
  const { notes } = analysis;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (input.kind === 'json') return { bytes: encode(`${JSON.stringify(analysis)}\n`), notes };
  const report = reportInput(analysis, network, {
    name,
    asOf: input.asOf ?? network.at?.slice(0, 10) ?? null,
  });
  return { bytes: input.kind === 'pdf' ? await reportPdf(report) : encode(reportHtml(report)), notes };
}
