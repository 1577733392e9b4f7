import type { Work } from '#viz/client/use-work.ts';

const steps: Readonly<Record<string, string>> = {
  read: 'Reading the records',
  graph: 'Making the graph',
  communities: 'Finding groups',
  silos: 'Testing groups against chance',
  bridgeBuilders: 'Looking for what depends on whom',
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
    const { job } = work;
    const step = job?.progress?.step ?? '';
    const words = job?.state === 'queued' ? 'Waiting for its turn' : (steps[step] ?? 'Working');
    return (
      <div className="work">
        <p role="status">{words} …</p>
        <progress aria-label={what} max={1} value={job?.progress?.done || undefined} />
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
