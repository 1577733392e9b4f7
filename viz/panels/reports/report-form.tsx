import { useState } from 'react';
import { networkPath } from '#viz/client/records.ts';
import { runJob } from '#viz/client/jobs.ts';
import { useWork } from '#viz/client/use-work.ts';
import { WorkLine } from '#viz/components/work-line.tsx';
import { lookOf } from '#viz/panels/reports/look.ts';
import type { Base } from '#viz/state/shown.ts';

const kinds = [
  ['pdf', 'PDF, to print and send'],
  ['html', 'One web page, to read anywhere'],
  ['xlsx', 'XLSX, its tables for a spreadsheet'],
  ['json', 'JSON, its numbers for other programs'],
] as const;
type Kind = (typeof kinds)[number][0];

/** Makes the partnership report, with progress; it can be cancelled and is downloaded when it is done. */
export function ReportForm({ address, network }: Base) {
  const [kind, setKind] = useState<Kind>('pdf');
  const [title, setTitle] = useState('');
  const { work, start, cancel } = useWork<string>();
  const make = () =>
    start(async (signal, tell) => {
      const body = {
        kind,
        ...lookOf(address.query),
        ...(title.trim() === '' ? {} : { title: title.trim().normalize('NFC') }),
      };
      const { value, job } = await runJob<{ result: string }>(
        `${networkPath(address.network)}/reports`,
        { method: 'POST', body, signal },
        tell,
      );
      return value?.result ?? job?.result ?? '';
    });
  return (
    <form
      className="narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className="field">
        <label htmlFor="report-title">Title</label>
        <input
          id="report-title"
          className="input"
          placeholder={network.name}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <KindChoice kind={kind} onKind={setKind} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={work.state === 'working'}>
          Make the report
        </button>
      </div>
      <WorkLine work={work} what="The report" onCancel={cancel} />
      {work.state === 'done' && (
        <p className="ready-line" role="status">
          The report is ready.{' '}
          <a href={work.value} download>
            Download the report
          </a>
        </p>
      )}
    </form>
  );
}

function KindChoice({ kind, onKind }: { readonly kind: Kind; readonly onKind: (kind: Kind) => void }) {
  return (
    <fieldset className="field">
      <legend>As</legend>
      {kinds.map(([id, label]) => (
        <label key={id} className="choice">
          <input type="radio" name="report-kind" checked={kind === id} onChange={() => onKind(id)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
