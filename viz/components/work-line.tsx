import type { JobBody } from '#viz/client/jobs.ts';
import type { Work } from '#viz/client/use-work.ts';

const steps: Readonly<Record<string, string>> = {
  read: 'Reading the records',
  graph: 'Making the graph',
  communities: 'Finding groups',
  betweenness: 'Looking for who lies between others',
  silos: 'Testing groups against chance',
  bridgeBuilders: 'Looking for what depends on whom',
  sectorPairs: 'Comparing pairs of sectors',
  store: 'Storing',
  write: 'Writing the file',
  report: 'Writing the report',
  map: 'Drawing the map',
};

interface WorkLineProps {
  readonly work: Work<unknown>;
  /** "The report" */
  readonly what: string;
  readonly onCancel: () => void;
}

/** How long work stands, with a way to cancel it. */
export function WorkLine({ work, what, onCancel }: WorkLineProps) {
  if (work.state === 'working') {
    const done = work.job?.progress?.done ?? 0;
    return (
      <div className="work">
        <p role="status">{stepWords(work.job)} …</p>
        <progress aria-label={what} max={1} value={done > 0 ? done : undefined} />
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    );
  }
  if (work.state === 'failed') {
    return (
      <p className="wrong" role="alert">
        {what} was not made. {work.error.message}
      </p>
    );
  }
  return work.state === 'cancelled' ? <p role="status">{what} was cancelled; nothing was kept.</p> : null;
}

function stepWords(job: JobBody | null): string {
  if (job?.state === 'queued') return 'Waiting for its turn';
  return steps[job?.progress?.step ?? ''] ?? 'Working';
}
